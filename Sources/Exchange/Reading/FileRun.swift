import Frame
import Kernel
import Tabular

/// Reads the files of one import through their format, on the thread it is called on.
struct FileRun<Format: ImportFormat> {
    let files: [SourceFile]
    let run: ImportRun
    let staging: StagingArea
    let known: Format.Known
    /// Set where the import is for one institution.
    var guarded: ScopedStaging?

    /// How many lines pass between two looks at the log.
    private static var stride: Int { 4_096 }

    /// Reads everything and tells whether any sheet had what the format needs.
    func read() throws {
        let reader = try Format.reader(known, run)
        staging.context.files = files.map(\.name)
        staging.context.keepsCells = Format.layout != .raw
        var before = 0
        for (number, file) in files.enumerated() {
            staging.context.sheets = file.table.sheets.map(\.name)
            do {
                let heads = try file.heads(run.mapping)
                let fitting = try fitting(heads, file)
                note(heads.filter { head in !fitting.contains { $0.info == head.info } }, file)
                for head in fitting { try read(head, file, number, reader, before) }
            } catch let fault as TabularFault {
                throw fault.refusal(named: file.name)
            }
            before += file.bytes
            staging.context.doneBytes = before
        }
        staging.context.line = nil
        try reader.finish()
        try guarded?.finish()
        try staging.finish()
    }

    /// Sheets that hold something and are not read are told: one with a misspelt heading must not go unseen.
    private func note(_ skipped: [SheetHead], _ file: SourceFile) {
        for head in skipped where !head.rows.isEmpty {
            let name = [file.name, head.info.name].filter { !$0.isEmpty }.joined(separator: ", ")
            staging.context.skippedSheets.append(name)
        }
    }

    /// The sheets that are read; a refusal where none has the required fields.
    private func fitting(_ heads: [SheetHead], _ file: SourceFile) throws -> [SheetHead] {
        guard Format.layout == .table else { return heads }
        let fitting = heads.filter { SheetColumns.fits(Format.fields, run.mapping, $0) }
        if fitting.isEmpty, let first = heads.first {
            // Says what is missing in the sheet that people see first.
            _ = try SheetColumns(Format.fields, run.mapping, first, file: file.name)
        }
        return fitting
    }

    private func read(
        _ head: SheetHead,
        _ file: SourceFile,
        _ number: Int,
        _ reader: any LineReader,
        _ before: Int
    ) throws {
        let sheet = Format.layout == .files ? file.name : head.info.name
        guard try reader.begin(sheet: sheet, index: head.info.index) else {
            return note([head], file)
        }
        let columns =
            Format.layout == .table
            ? try SheetColumns(Format.fields, run.mapping, head, file: file.name) : nil
        let own = Format.layout == .files ? head.rows.first?.cells.map(\.text) ?? [] : []
        staging.context.begin(file: number, sheet: head.info.index, headings: columns?.headings ?? own)
        let check = LineCheck(columns: columns, own: own.count, file: file)
        let source = LineSource(file: file, number: number, sheet: head.info.index, columns: columns)
        try source.each { line, done in
            if LineCheck.isBlank(line) || line.isRemark { return true }
            staging.context.lines += 1
            staging.context.line = line
            // Behind its reading the line's bytes are those of the next one.
            defer { staging.context.line = nil }
            try read(line, check, reader)
            if staging.context.lines % FileRun.stride == 0 {
                staging.context.doneBytes = before + done
                try staging.sendRejects(atLeast: 1)
            }
            return true
        }
        staging.context.line = nil
    }

    private func read(_ line: MappedLine, _ check: LineCheck, _ reader: any LineReader) throws {
        if check.isSuspect(line), let (problem, column) = check.fault(line) {
            return staging.reject(problem, at: line.place(ofColumn: column))
        }
        let before = staging.effects
        try reader.read(line)
        try guarded?.settle()
        if staging.effects == before, Format.layout == .table, staging.log.count(.unmatched) > 0 {
            staging.idle(at: line.place)
        }
    }
}
