/// Where in a batch a row came from, packed into one integer so that a fact can carry it.
///
/// File and sheet count from 0, line and column from 1 (0 means none). Bits from the top: file 8, sheet 10,
/// line 31, column 14.
package struct SourcePlace: Hashable, Sendable {
    /// The packed form.
    package let packed: Int

    /// A packed place, as stored.
    package init(packed: Int) {
        self.packed = packed
    }

    /// A place by its parts.
    package init(file: Int = 0, sheet: Int = 0, line: Int, column: Int = 0) {
        packed = (file & 0xff) << 55 | (sheet & 0x3ff) << 45 | (line & 0x7fff_ffff) << 14 | (column & 0x3fff)
    }

    /// No place: typed in by a person.
    package static let none = SourcePlace(packed: 0)

    /// The file within the batch, from 0.
    package var file: Int { packed >> 55 & 0xff }
    /// The sheet within the file, from 0.
    package var sheet: Int { packed >> 45 & 0x3ff }
    /// The line or spreadsheet row, from 1.
    package var line: Int { packed >> 14 & 0x7fff_ffff }
    /// The column, from 1.
    package var column: Int { packed & 0x3fff }
}
