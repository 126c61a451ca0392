/// What a table file is made of, found by its content and never by its name.
public enum TableFormat: String, Sendable, CaseIterable {
    /// Text with separators, in any of the known encodings.
    case csv
    /// An Office Open XML workbook (ISO/IEC 29500).
    case xlsx
    /// An OpenDocument spreadsheet (ISO/IEC 26300).
    case ods
}

/// A worksheet of a file; a text file has one, without a name.
public struct SheetInfo: Hashable, Sendable {
    /// The name on the sheet's tab.
    public let name: String
    /// The position among the sheets, from 0.
    public let index: Int
    /// True where the person who opens the file does not see the sheet.
    public let hidden: Bool

    /// A worksheet by its name and position.
    public init(name: String, index: Int, hidden: Bool = false) {
        self.name = name
        self.index = index
        self.hidden = hidden
    }
}

/// A block of cells that was merged into one; its value stands in the cell at the top left.
public struct CellRange: Hashable, Sendable {
    /// The spreadsheet rows, from 1.
    public let rows: ClosedRange<Int>
    /// The columns, from 0.
    public let columns: ClosedRange<Int>

    /// A block by its rows, from 1, and its columns, from 0.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// The character that stands between the fields of a text file.
public enum Separator: String, Sendable, CaseIterable {
    /// `;`, as spreadsheets with a decimal comma write it.
    case semicolon = ";"
    /// `,`, as RFC 4180 has it.
    case comma = ","
    /// The tab character.
    case tab = "\t"
    /// `|`, as state registers export it.
    case pipe = "|"

    /// The character as it stands in the file.
    public var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: 0x09
        case .pipe: UInt8(ascii: "|")
        }
    }

    init?(byte: UInt8) {
        guard let match = Separator.allCases.first(where: { $0.byte == byte }) else { return nil }
        self = match
    }
}
