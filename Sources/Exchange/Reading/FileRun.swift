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
    /// Set where reading is marked, so that it can be taken up again.
    var going: GoingOn?
    /// The data that the lines are read against.
    var dataMark = ""

    /// How many lines pass between two looks at the log.
    private static var stride: Int { 4_096 }

    /// Reads everything and tells whether any sheet had what the format needs.
    func read() throws {
        let reader = try Format.reader(known, run)
        staging.context.files = files.map(\.name)
        staging.context.keepsCells = Format.layout != .raw
        if isMarked(reader) {
            staging.memory = LineMemory()
        } else if going?.mark != nil {
            throw StagingFault.damagedPiece
        }
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

    /// Whether reading can be taken up in the middle: text files of a whole board, whose reader says so.
    private func isMarked(_ reader: any LineReader) -> Bool {
        going != nil && guarded == nil && reader.goesOn && files.allSatisfy { $0.table.format == .csv }
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
        var source = LineSource(file: file, number: number, sheet: head.info.index, columns: columns)
        if let mark = going?.mark, number <= mark.file {
            try recall(number, columns, reader)
            if number < mark.file { return }
            staging.goOn(mark)
            source.from = mark.point
        }
        try source.each { line, bytes in
            if LineCheck.isBlank(line) || line.isRemark { return true }
            staging.context.lines += 1
            staging.context.line = line
            // Behind its reading the line's bytes are those of the next one.
            defer { staging.context.line = nil }
            try read(line, check, reader)
            if staging.context.lines % FileRun.stride == 0 {
                staging.context.doneBytes = before + (bytes?.offset ?? 0)
                try staging.sendRejects(atLeast: 1)
                try mark(number, line, bytes)
            }
            return true
        }
        staging.context.line = nil
    }

    /// Lets the reader look at what it has to know of the lines that were read before.
    private func recall(_ number: Int, _ columns: SheetColumns?, _ reader: any LineReader) throws {
        try staging.recall(going?.memory[number] ?? []) { line in
            try reader.read(
                MappedLine(
                    place: line.place,
                    cells: line.cells.map { $0.isEmpty ? .blank : .text($0) },
                    columnOfField: columns?.columns ?? [],
                    constants: columns?.constants ?? []
                )
            )
        }
    }

    /// Marks where reading has come to, once it is worth it.
    private func mark(_ number: Int, _ line: MappedLine, _ bytes: CSVBytes?) throws {
        guard let going, let memory = staging.memory,
            staging.context.lines % going.every == 0 || memory.size > GoingOn.most
        else { return }
        let point = ReadPoint(offset: bytes?.offset ?? 0, line: bytes?.line ?? line.place.line)
        try staging.mark(number, point, dataMark, going.today)
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
