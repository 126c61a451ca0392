public import Kernel

extension HTML {
    /// What may be written between the pieces of markup, and how each is escaped.
    public struct StringInterpolation: StringInterpolationProtocol {
        var html = HTML()

        /// Room for the literal and a short value at each place.
        public init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        /// Markup of the program's own text.
        public mutating func appendLiteral(_ literal: StaticString) {
            html.raw(literal)
        }

        /// Text of people, escaped.
        public mutating func appendInterpolation(_ text: String) {
            html.text(text)
        }

        /// A part of a text, escaped.
        public mutating func appendInterpolation(_ text: Substring) {
            html.text(String(text))
        }

        /// A whole number for the machine: an attribute, a count of columns.
        ///
        /// People read `Format`'s numbers.
        public mutating func appendInterpolation(_ number: Int) {
            html.text(String(number))
        }

        /// Words in one language, escaped.
        public mutating func appendInterpolation(_ text: Text, _ language: Language) {
            html.text(text[language])
        }

        /// An address that was checked when it was made.
        public mutating func appendInterpolation(_ address: Address) {
            html.text(address.text)
        }

        /// A piece of markup.
        public mutating func appendInterpolation(_ piece: HTML) {
            html += piece
        }

        /// A piece of markup, or nothing.
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { html += piece }
        }

        /// Pieces of markup, one after the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { html += piece }
        }

        /// A component.
        public mutating func appendInterpolation(_ component: some Renderable) {
            html += component.html
        }

        /// A component, or nothing.
        public mutating func appendInterpolation(_ component: (some Renderable)?) {
            if let component { html += component.html }
        }

        /// Components, one after the other.
        public mutating func appendInterpolation(_ components: [some Renderable]) {
            for component in components { html += component.html }
        }

        /// An attribute with the space before it, or nothing where the value is nil.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            html.attribute(name, value)
        }

        /// Markup of the program's own text that stands only where the condition holds: ` checked`.
        public mutating func appendInterpolation(_ markup: StaticString, if condition: Bool) {
            if condition { html.raw(markup) }
        }

        /// Refused by the compiler: a value of this type is never shown to people.
        @available(*, unavailable, message: "this value must not be shown on a page")
        public mutating func appendInterpolation(_ value: some NotRenderable) {}
    }

    mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        text(value)
        raw("\"")
    }
}
