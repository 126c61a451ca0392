extension DataTable {
    /// A cell of a table: a finished value, and what stands beside it.
    ///
    /// The three kinds of "no number" are kept apart: a figure that may not be shown, one that does not apply, and
    /// one whose data is missing. None of them is zero, and none is blank.
    public struct Cell: Sendable {
        enum Value: Sendable {
            case words(String)
            case markup(HTML)
            case suppressed
            case notApplicable
            case noData
        }

        var value: Value
        /// A picture of the number, beside it.
        public var picture: Picture?
        /// A smaller line under it.
        public var note: String?
        /// Where it leads.
        public var address: Address?
        /// Whether it needs a person.
        public var needsAttention = false
        /// Whether it says what the cell above it says.
        public var isRepeated = false

        init(_ value: Value) {
            self.value = value
        }

        /// Words or a formatted number.
        public static func words(
            _ words: String,
            note: String? = nil,
            address: Address? = nil,
            needsAttention: Bool = false
        ) -> Cell {
            var cell = Cell(.words(words))
            cell.note = note
            cell.address = address
            cell.needsAttention = needsAttention
            return cell
        }

        /// A formatted number with its picture.
        public static func number(_ words: String, _ picture: Picture) -> Cell {
            var cell = Cell(.words(words))
            cell.picture = picture
            return cell
        }

        /// A piece of markup: a badge, a button, several links.
        public static func markup(_ piece: HTML) -> Cell { Cell(.markup(piece)) }

        /// A figure about too few people.
        ///
        /// The reader learns that there is one, and not how small it is.
        public static let suppressed = Cell(.suppressed)

        /// A figure that this row cannot have.
        public static let notApplicable = Cell(.notApplicable)

        /// A figure whose data has not come in.
        public static let noData = Cell(.noData)

        /// Nothing, as under a column that has no total.
        public static let empty = Cell(.words(""))
    }

    /// A small picture of a number in a table.
    ///
    /// The number stands beside it as text, so it is hidden from readers of the screen.
    public struct Picture: Sendable {
        let html: HTML

        init(_ html: HTML) {
            self.html = html
        }
    }
}

extension DataTable.Cell: ExpressibleByStringLiteral {
    /// Words of the program's own text.
    public init(stringLiteral words: String) {
        self.init(.words(words))
    }
}
