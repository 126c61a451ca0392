import Frame
import Kernel
import Tabular

/// Turns what a file of another kind has told already into one finding for each file.
struct OverlapLines {
    let files: [SourceFile]
    /// Headings by the packed place of their sheet; none where rows are read as they stand.
    let headings: [Int: [String]]

    /// A doubt for each file, at the first place that it is about, with the line as it stood.
    func lines(_ found: [OverlapFound]) throws -> [RejectedLine] {
        guard !found.isEmpty else { return [] }
        let cells = try LineFetcher(files: files).cells(found.map(\.source.wholeLine))
        return found.sorted { $0.source.packed < $1.source.packed }.map { found in
            let line = cells[found.source.wholeLine] ?? []
            var problem = found.problem
            problem.place = words(found.source)
            let column = found.source.column - 1
            if problem.value.isEmpty, line.indices.contains(column) { problem.value = line[column] }
            let hasHeadings = headings[head(found.source)] != nil
            return RejectedLine(
                kind: .doubtful,
                problem: problem,
                source: found.source,
                cells: hasHeadings ? line : []
            )
        }
    }

    private func head(_ place: SourcePlace) -> Int {
        SourcePlace(file: place.file, sheet: place.sheet, line: 0).packed
    }

    private func words(_ place: SourcePlace) -> Place {
        let file = files.indices.contains(place.file) ? files[place.file] : nil
        let sheets = file?.table.sheets ?? []
        let sheet = sheets.indices.contains(place.sheet) ? sheets[place.sheet].name : ""
        return Place(
            file: file?.name ?? "",
            sheet: sheet.isEmpty ? nil : sheet,
            line: place.line,
            column: column(place)
        )
    }

    private func column(_ place: SourcePlace) -> String? {
        guard place.column > 0 else { return nil }
        let names = headings[head(place)] ?? []
        let name = names.indices.contains(place.column - 1) ? names[place.column - 1] : ""
        return name.isEmpty ? ColumnLetters.of(place.column) : name
    }
}
