extension DataTable {
    /// A column of a table: its heading and how its cells stand.
    public struct Column: Sendable {
        /// What its cells hold; decides the side they stand on.
        public enum Kind: Sendable {
            /// Words, to the left.
            case text
            /// A number, to the right.
            case number
            /// A number, and a bar beside it that starts on one line in all rows.
            case bar
            /// A number, and the line of its years beside it.
            case spark
        }

        /// How much room it takes.
        public enum Width: Sendable {
            /// No more than its words.
            case narrow
            /// What is left.
            case normal
            /// Enough for a long name.
            case roomy
            /// At least enough for a sentence.
            case broad
        }

        /// By which column, and which way, the table is sorted, and the address that sorts by this one.
        public struct Sort: Sendable {
            /// The way the rows go.
            public enum Order: String, Sendable {
                /// The smallest first.
                case ascending
                /// The largest first.
                case descending
            }

            let address: Address
            let order: Order?

            /// A heading that sorts; `order` is nil while the table is sorted by another column.
            public init(_ address: Address, order: Order? = nil) {
                self.address = address
                self.order = order
            }
        }

        /// The heading.
        public var heading: String
        /// What its cells hold.
        public var kind: Kind
        /// How much room it takes.
        public var width: Width
        /// Whether a phone leaves it out.
        ///
        /// What a decision rests on is never optional.
        public var isOptional: Bool
        /// How it sorts, where it does.
        public var sort: Sort?
        /// Whether the heading is written from below to above: many columns with a sign in each cell.
        public var isUpright = false

        /// A column by its heading.
        public init(
            _ heading: String,
            _ kind: Kind = .text,
            width: Width = .normal,
            isOptional: Bool = false,
            sort: Sort? = nil
        ) {
            self.heading = heading
            self.kind = kind
            self.width = width
            self.isOptional = isOptional
            self.sort = sort
        }

        var classes: String? {
            var names: [String] = []
            switch kind {
            case .text: break
            case .number, .spark: names.append("n")
            case .bar: names.append("k-bar")
            }
            switch width {
            case .narrow: names.append("narrow")
            case .normal: break
            case .roomy: names.append("roomy")
            case .broad: names.append("broad")
            }
            if isOptional { names.append("optional") }
            if isUpright { names.append("upright") }
            return names.isEmpty ? nil : names.joined(separator: " ")
        }

        var head: HTML {
            if isUpright {
                return "<th scope=\"col\"\(attribute: "class", classes)><span>\(heading)</span></th>"
            }
            guard let sort else { return "<th scope=\"col\"\(attribute: "class", classes)>\(heading)</th>" }
            let arrow: HTML? = sort.order.map {
                "<span aria-hidden=\"true\">\($0 == .ascending ? "▲" : "▼")</span>"
            }
            return """
                <th scope="col"\(attribute: "class", classes)\(attribute: "aria-sort", sort.order?.rawValue) data-text="\(heading)">\
                <a href="\(sort.address)">\(heading)\(arrow)</a></th>
                """
        }
    }
}
