import Kernel
package import Tabular

/// A line of a file, by field for tables, by column for raw layouts.
package struct MappedLine: Sendable {
    /// Where it stands.
    package let place: SourcePlace
    /// The cells as they stand, from the first column.
    package let cells: [CellValue]
    /// For each field of the format its column, or -1.
    package let columnOfField: [Int]

    /// A line.
    package init(place: SourcePlace, cells: [CellValue], columnOfField: [Int] = []) {
        self.place = place
        self.cells = cells
        self.columnOfField = columnOfField
    }

    /// The cell in a column from 0; blank past the end.
    package func cell(_ column: Int) -> CellValue {
        cells.indices.contains(column) ? cells[column] : .blank
    }

    /// The trimmed text of a field by its place in the format's list; empty where it is blank or unmapped.
    package func text(_ field: Int) -> String {
        let column = columnOfField.indices.contains(field) ? columnOfField[field] : -1
        return column < 0 ? "" : cell(column).text
    }

    /// Whether a column is mapped to a field.
    package func has(_ field: Int) -> Bool {
        columnOfField.indices.contains(field) && columnOfField[field] >= 0
    }

    /// The place of a field, with its column.
    package func place(of field: Int) -> SourcePlace {
        let column = columnOfField.indices.contains(field) ? columnOfField[field] + 1 : 0
        return SourcePlace(file: place.file, sheet: place.sheet, line: place.line, column: column)
    }
}
