public import Kernel

/// What a cell holds, as far as the file says it.
///
/// A text file says nothing: its cells are blank or text.
public enum CellValue: Hashable, Sendable {
    /// Nothing: not zero, not a space.
    case blank
    /// Text in Unicode's composed form (NFC); a percent of a spreadsheet is text as it is seen: "74.56%".
    case text(String)
    /// A number as its shortest exact decimal text with a point and without an exponent: "7.5".
    case number(String)
    /// A number that the spreadsheet shows as a date, where its time of day is midnight.
    case day(Day)
    /// A formula whose result the file does not hold; the formula itself.
    case formulaWithoutValue(String)
    /// An error of the spreadsheet: "#DIV/0!".
    case error(String)

    /// What the person sees, up to the habits of language: numbers with a point, days as `2025-09-01`.
    public var text: String {
        switch self {
        case .blank: ""
        case .text(let text), .number(let text), .error(let text): text
        case .day(let day): day.description
        case .formulaWithoutValue(let formula): "=\(formula)"
        }
    }

    /// True where the cell holds nothing at all.
    public var isBlank: Bool { self == .blank }
}
