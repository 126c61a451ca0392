internal import Synchronization

/// The text of a migration, turned into the words of one engine.
///
/// | written | SQLite | PostgreSQL |
/// |---|---|---|
/// | `INTEGER` | `INTEGER` | `BIGINT` |
/// | `TEXT` | `TEXT` | `TEXT COLLATE "C"` (`TEXT` after `AS`, in a CAST) |
/// | `BLOB` | `BLOB` | `BYTEA` |
/// | `{register}`, `{facts}` | `STRICT, WITHOUT ROWID` | nothing |
///
/// What stands in quotation marks is left alone, and comments are dropped. A statement ends with `;` at the end
/// of a line.
struct MigrationText {
    private let dialect: Dialect
    private var rest: Substring
    private var out = ""
    private var lastWord = ""
    private var statements: [String] = []

    /// Statements by the text they were read from, so that a process which makes many databases reads each text once.
    private static let known = Mutex<[Dialect: [String: [String]]]>([:])

    /// The statements of a migration for one engine.
    static func statements(_ sql: String, for dialect: Dialect) -> [String] {
        if let statements = known.withLock({ $0[dialect]?[sql] }) { return statements }
        var text = MigrationText(dialect: dialect, rest: Substring(sql))
        text.run()
        let statements = text.statements
        known.withLock { $0[dialect, default: [:]][sql] = statements }
        return statements
    }

    private init(dialect: Dialect, rest: Substring) {
        self.dialect = dialect
        self.rest = rest
    }

    private mutating func run() {
        while let character = rest.first {
            if character == "'" || character == "\"" {
                copyQuoted(character)
            } else if rest.hasPrefix("--") {
                rest = rest.drop { !$0.isNewline }
            } else if character == "{" {
                marker()
            } else if character == ";" {
                rest.removeFirst()
                endsLine ? endStatement() : out.append(";")
            } else if character.isWord {
                word()
            } else {
                out.append(rest.removeFirst())
            }
        }
        endStatement()
    }

    /// Copies to the closing mark; a doubled mark opens again at once, so it needs no case of its own.
    private mutating func copyQuoted(_ mark: Character) {
        out.append(rest.removeFirst())
        let inside = rest.prefix { $0 != mark }
        out += inside
        rest = rest[inside.endIndex...]
        if rest.first == mark { out.append(rest.removeFirst()) }
    }

    private mutating func word() {
        let word = rest.prefix { $0.isWord }
        rest = rest[word.endIndex...]
        out += translated(String(word))
        lastWord = String(word)
    }

    private func translated(_ word: String) -> String {
        guard dialect == .postgres else { return word }
        return switch word {
        case "INTEGER": "BIGINT"
        case "BLOB": "BYTEA"
        case "TEXT": lastWord == "AS" ? "TEXT" : "TEXT COLLATE \"C\""
        default: word
        }
    }

    private mutating func marker() {
        for marker in ["{register}", "{facts}"] where rest.hasPrefix(marker) {
            rest.removeFirst(marker.count)
            if dialect == .sqlite { out += "STRICT, WITHOUT ROWID" }
            return
        }
        out.append(rest.removeFirst())
    }

    /// Whether nothing but blanks and a comment follows on the line.
    private var endsLine: Bool {
        let line = rest.prefix { !$0.isNewline }
        let left = line.drop { $0 == " " || $0 == "\t" }
        return left.isEmpty || left.hasPrefix("--")
    }

    private mutating func endStatement() {
        if out.contains(where: { !$0.isWhitespace }) { statements.append(out) }
        out = ""
        lastWord = ""
    }
}

extension Character {
    fileprivate var isWord: Bool { isLetter || isNumber || self == "_" }
}
