public import Kernel

/// A file that cannot be read, or only up to a place; it is a person's to mend.
public struct TabularFault: Error, Hashable, Sendable {
    /// What is wrong; the raw value is the stable code of the problem.
    public enum Code: String, CaseIterable, Sendable {
        /// There is no file at the path, or it may not be opened.
        case unreadable = "file.unreadable"
        /// The file cannot be written: no room, no right, no folder.
        case unwritable = "file.unwritable"
        /// The file holds nothing.
        case empty = "file.empty"
        /// The file is larger than the limit.
        case tooLarge = "file.too-large"
        /// The file unpacks to far more than it could honestly hold.
        case bomb = "file.bomb"
        /// The file ends too early or its inner structure is broken.
        case damaged = "file.damaged"
        /// The content is no table of a known kind.
        case unknownType = "file.unknown-type"
        /// The workbook is protected by a password.
        case encrypted = "file.encrypted"
        /// A workbook of Excel 97–2003.
        case oldExcel = "file.old-xls"
        /// A PDF document.
        case pdf = "file.pdf"
        /// A web page, often with the name of a spreadsheet.
        case html = "file.html"
        /// A quote that is not closed, or text after a closing quote.
        case badQuote = "file.bad-quote"
        /// A line that is not in the encoding of the other lines.
        case mixedEncodings = "file.mixed-encodings"
        /// A zero byte in a text.
        case nulByte = "file.nul-byte"
        /// One row holds more than the limit.
        case rowTooLarge = "file.row-too-large"
        /// A row has more columns than a spreadsheet can have.
        case tooManyColumns = "file.too-many-columns"
        /// The workbook defines XML entities, which spreadsheets never do.
        case entities = "file.entities"
        /// The file has no such worksheet.
        case noSheet = "file.no-sheet"
    }

    /// What is wrong.
    public let code: Code
    /// The name of the file without its folder; empty where bytes without a name were read.
    public internal(set) var file: String
    /// The worksheet, where the file has several.
    public internal(set) var sheet: String?
    /// The line or row where reading stopped, from 1; 0 where the whole file is meant.
    public let line: Int
    /// All lines in another encoding, of which `line` is the first; nil for faults of other kinds.
    public private(set) var foreign: ForeignLines?

    /// A fault at a line, or of the whole file.
    public init(_ code: Code, file: String = "", sheet: String? = nil, line: Int = 0) {
        self.code = code
        self.file = file
        self.sheet = sheet
        self.line = line
    }

    /// Lines in another encoding than the rest of the file.
    init(_ foreign: ForeignLines, file: String = "") {
        self.init(.mixedEncodings, file: file, line: foreign.first.first ?? 0)
        self.foreign = foreign
    }

    /// The fault as people read it, with its place and what to do.
    public var problem: Problem {
        let words = code.words
        let place = Place(file: file, sheet: sheet, line: line)
        return Problem(code.rawValue, at: place, foreign?.words ?? words.message, advice: words.advice)
    }
}

/// Runs a reading step and gives its faults the name of the file.
func naming<T>(_ file: String, sheet: String? = nil, _ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch var fault as TabularFault {
        if fault.file.isEmpty { fault.file = file }
        if fault.sheet == nil { fault.sheet = sheet }
        throw fault
    }
}
