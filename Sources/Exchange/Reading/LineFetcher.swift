import Frame
import Tabular

/// Reads lines again by their place: for findings that show only after the whole file was read.
struct LineFetcher {
    let files: [SourceFile]

    /// The cells of lines, by place without column.
    func cells(_ places: [SourcePlace]) throws -> [SourcePlace: [String]] {
        var wanted: [Int: [Int: Set<Int>]] = [:]
        for place in places { wanted[place.file, default: [:]][place.sheet, default: []].insert(place.line) }
        var out: [SourcePlace: [String]] = [:]
        for (number, sheets) in wanted where files.indices.contains(number) {
            for (sheet, lines) in sheets {
                guard let last = lines.max() else { continue }
                let source = LineSource(file: files[number], number: number, sheet: sheet, columns: nil)
                try source.each { line, _ in
                    if lines.contains(line.place.line) { out[line.place.wholeLine] = line.cells.map(\.text) }
                    return line.place.line < last
                }
            }
        }
        return out
    }
}
