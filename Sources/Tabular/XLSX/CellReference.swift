/// Names of cells: column letters and row numbers.
enum CellReference {
    /// The column, from 0, and the row, from 1, of a name such as `B7`; nil where it is none.
    static func parse(_ name: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
        var at = name
        var column = 0
        while let letter = letter(at.pointee) {
            column = column * 26 + letter
            at += 1
            if column > 1 << 20 { return nil }
        }
        var row = 0
        while let digit = digit(at.pointee) {
            row = row * 10 + digit
            at += 1
            if row > 1 << 32 { return nil }
        }
        return column > 0 && row > 0 && at.pointee == 0 ? (column - 1, row) : nil
    }

    /// A range such as `A1:C2`, or a single cell.
    static func range(_ text: String) -> CellRange? {
        let ends = text.split(separator: ":").compactMap { parse(String($0)) }
        guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column
        else { return nil }
        return CellRange(rows: first.row...last.row, columns: first.column...last.column)
    }

    /// The letters of a column, from 0: `A`, `Z`, `AA`.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    private static func letter(_ byte: CChar) -> Int? {
        switch UInt8(bitPattern: byte) {
        case let upper where (65...90).contains(upper): Int(upper) - 64
        case let lower where (97...122).contains(lower): Int(lower) - 96
        default: nil
        }
    }

    private static func digit(_ byte: CChar) -> Int? {
        (48...57).contains(byte) ? Int(byte) - 48 : nil
    }
}
