import Frame
import Kernel
import Tabular

/// Where the reader of files is: for places in words, for lines as they stood, for progress.
///
/// It is a class of its own, so that what is set for each line needs no check of exclusive access to all of it.
final class LineContext {
    /// Names of the files, by their number in the batch.
    var files: [String] = []
    /// Names of the sheets of the current file; empty for text.
    var sheets: [String] = []
    /// Headings of the current sheet.
    private(set) var headings: [String] = []
    /// Headings of every sheet read, by its packed place.
    private(set) var allHeadings: [Int: [String]] = [:]
    /// Sheets with content that were passed over, by file and name.
    var skippedSheets: [String] = []
    /// The line that is being read.
    var line: MappedLine?
    /// Whether lines are kept as they stood.
    var keepsCells = false
    /// Lines read so far.
    var lines = 0
    /// Bytes read so far.
    var doneBytes = 0

    /// A sheet begins.
    func begin(file: Int, sheet: Int, headings: [String]) {
        self.headings = headings
        if !headings.isEmpty { allHeadings[SourcePlace(file: file, sheet: sheet, line: 0).packed] = headings }
    }

    /// A packed place in words.
    func place(_ place: SourcePlace) -> Place {
        let sheet = sheets.indices.contains(place.sheet) ? sheets[place.sheet] : ""
        return Place(
            file: files.indices.contains(place.file) ? files[place.file] : "",
            sheet: sheet.isEmpty ? nil : sheet,
            line: place.line,
            column: column(place)
        )
    }

    /// The cells of a line, where it is the one that is being read.
    func cells(_ place: SourcePlace) -> [String] {
        guard keepsCells, let line, line.place.wholeLine == place.wholeLine else {
            return []
        }
        return line.cells.map(\.text)
    }

    /// What stands in the cell of a place, where its line is the one that is being read: whoever mends it looks for that.
    func value(_ place: SourcePlace) -> String {
        guard place.column > 0, let line, line.place.wholeLine == place.wholeLine else { return "" }
        return line.text(inColumn: place.column - 1)
    }

    /// The heading of the place's own sheet: what is found after other files were read stands in none of theirs.
    private func column(_ place: SourcePlace) -> String? {
        let number = place.column
        guard number > 0 else { return nil }
        let head = SourcePlace(file: place.file, sheet: place.sheet, line: 0).packed
        let headings = allHeadings[head] ?? headings
        let heading = headings.indices.contains(number - 1) ? headings[number - 1] : ""
        return heading.isEmpty ? ColumnLetters.of(number) : heading
    }
}

/// Columns as spreadsheets name them.
enum ColumnLetters {
    /// The letters of a column counted from 1: 28 is "AB".
    static func of(_ number: Int) -> String {
        var rest = number
        var letters = ""
        while rest > 0 {
            let digit = UInt8((rest - 1) % 26)
            letters = String(Unicode.Scalar(UInt8(ascii: "A") + digit)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
