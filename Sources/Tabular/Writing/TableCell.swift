public import Kernel

/// A cell to be written, with its kind, so that a spreadsheet counts with it and shows it as it should.
public enum TableCell: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Text; never read as a formula or a number.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number in units of 10^-`decimals`: `decimal(812, decimals: 2)` is 8.12.
    case decimal(Int, decimals: Int)
    /// A percent in units of 10^-`decimals`: `percent(755, decimals: 1)` is 75.5 %.
    case percent(Int, decimals: Int)
    /// A day.
    case day(Day)
}

/// A sheet to be written.
public struct SheetLayout: Hashable, Sendable {
    /// The name on the tab; made fit and unique where a spreadsheet would refuse it.
    public var name: String
    /// The headings of the first row; none makes a sheet without one.
    public var headings: [String]
    /// The widths of the columns in characters; where they are missing, the headings decide.
    public var widths: [Int]

    /// A sheet by its name and headings.
    public init(name: String, headings: [String] = [], widths: [Int] = []) {
        self.name = name
        self.headings = headings
        self.widths = widths
    }

    /// The width of each column in characters, between 8 and 80.
    var columnWidths: [Int] {
        (0..<max(headings.count, widths.count)).map { column in
            let own = widths.indices.contains(column) ? widths[column] : headings[column].count + 4
            return min(max(own, 8), 80)
        }
    }
}

/// Writes a table row by row.
///
/// Equal input gives equal bytes.
public protocol TableWriter: AnyObject {
    /// Begins a sheet with its headings; a row without one begins a sheet without a name.
    ///
    /// - Throws: `TabularFault` where the file cannot be written.
    func begin(_ sheet: SheetLayout) throws(TabularFault)

    /// Writes a row.
    ///
    /// - Throws: `TabularFault` where the file cannot be written, or the sheet is full.
    func row(_ cells: [TableCell]) throws(TabularFault)

    /// Completes the file. A file on disk appears under its name only now.
    ///
    /// - Returns: the bytes of a file in memory; nothing for one on disk.
    /// - Throws: `TabularFault` where the file cannot be written.
    @discardableResult
    func finish() throws(TabularFault) -> [UInt8]
}

extension TableFormat {
    /// A writer of the format with its defaults, to a path or, without one, to memory.
    public func writer(path: String? = nil) throws(TabularFault) -> any TableWriter {
        switch self {
        case .csv: try CSVWriter(path: path)
        case .xlsx: try XLSXWriter(path: path)
        case .ods: try ODSWriter(path: path)
        }
    }
}

/// A number in units of 10^-`decimals` as text with a point: "8.12".
func decimalText(_ scaled: Int, _ decimals: Int, mark: String = ".") -> String {
    guard decimals > 0 else { return String(scaled) }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(scaled < 0 ? "-" : "")\(padded.dropLast(decimals))\(mark)\(padded.suffix(decimals))"
}
