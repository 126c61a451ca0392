public import Kernel

/// The mark of one sheet of several that are printed together: each may be handed on without the first.
public struct SheetMark: Renderable, Sendable {
    let language: Language
    let tenant: String
    let printed: String
    let person: String
    let holdsPersons: Bool

    /// A mark by the name of the board or school, the moment, the person, and whether persons stand on the sheet.
    public init(
        _ language: Language,
        tenant: String,
        printed: String,
        by person: String,
        holdsPersons: Bool
    ) {
        self.language = language
        self.tenant = tenant
        self.printed = printed
        self.person = person
        self.holdsPersons = holdsPersons
    }

    /// The mark; only paper shows it.
    public var html: HTML {
        let persons: HTML? = holdsPersons ? " · <strong>\(Words.holdsPersons, language)</strong>" : nil
        return """
            <p class="legend on-paper">\(tenant) · \(Words.printed, language): \(person), \(printed)\(persons)</p>
            """
    }
}
