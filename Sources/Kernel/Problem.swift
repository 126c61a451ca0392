/// Where in a file a thing stands, as the person sees it when the file is open.
public struct Place: Hashable, Sendable, Codable {
    /// The name of the file, without its folder.
    public var file: String
    /// The worksheet, where the file has several.
    public var sheet: String?
    /// The physical line or spreadsheet row, counted from 1; 0 where the whole file is meant.
    public var line: Int
    /// The heading or letter of the column.
    public var column: String?

    /// A place in a file.
    public init(file: String, sheet: String? = nil, line: Int = 0, column: String? = nil) {
        self.file = file
        self.sheet = sheet
        self.line = line
        self.column = column
    }
}

/// Something in the input that a person can mend: what is wrong, where, and what to do.
///
/// `value` is personal data: it is kept sealed and shown to those who may import, and no log holds it.
public struct Problem: Hashable, Sendable {
    /// A stable code that counts and filters go by: `day.impossible`.
    public var code: String
    /// Where it is.
    public var place: Place?
    /// The value as it stands in the file.
    public var value: String
    /// What is wrong, in a sentence without the value.
    public var message: Text
    /// What to do about it.
    public var advice: Text

    /// A problem with its words.
    public init(_ code: String, at place: Place? = nil, value: String = "", _ message: Text, advice: Text) {
        self.code = code
        self.place = place
        self.value = value
        self.message = message
        self.advice = advice
    }
}

/// A refusal that is a person's to mend: wrong usage, a missing permission, an unknown name.
///
/// Everything else that is thrown is a fault of the program and reaches people as a number only.
public struct Refusal: Error, Hashable, Sendable {
    /// What kind of refusal it is; decides the status of a page and the exit code of a command.
    public enum Kind: Sendable {
        /// The request cannot be understood: HTTP 400, exit code 64.
        case usage
        /// The asker may not: HTTP 403, exit code 1.
        case forbidden
        /// There is no such thing, or the asker may not know of it: HTTP 404, exit code 1.
        case unknown
        /// Somebody else changed it meanwhile, or its state does not allow it: HTTP 409, exit code 1.
        case conflict
        /// The input or the installation must be mended first: HTTP 422, exit code 1.
        case invalid
    }

    /// What kind of refusal it is.
    public let kind: Kind
    /// What is wrong.
    public let message: Text
    /// What to do about it.
    public let advice: Text

    /// A refusal with its words.
    public init(_ kind: Kind, _ message: Text, advice: Text) {
        self.kind = kind
        self.message = message
        self.advice = advice
    }
}
