package import Frame

/// What Sekme itself calls a row of a register in files.
struct SekmeNumber: Hashable, Sendable {
    /// The board that the number is of.
    let tenant: TenantID
    /// What it names.
    let kind: SourcedKind
    /// The row.
    let id: Int

    /// The number of a row.
    init(_ tenant: TenantID, _ kind: SourcedKind, _ id: Int) {
        self.tenant = tenant
        self.kind = kind
        self.id = id
    }

    /// Reads a number, in letters of either size; nil where the text is none.
    init?(_ text: String) {
        guard let row = RowNumber(text), let kind = SourcedKind.allCases.first(where: { $0.word == row.kind })
        else { return nil }
        self.init(row.tenant, kind, row.id)
    }

    /// The number as files have it.
    var text: String { RowNumber(tenant, String(describing: kind), id).text }
}

extension SourcedKind {
    /// The kind in a number, in small letters.
    fileprivate var word: String { String(describing: self).lowercased() }
}

/// A number of Sekme as a line of a file gives it, readable or not.
package struct SekmeText {
    /// What stands in the line; empty where nothing does.
    package let text: String
    /// Where it stands.
    package let place: SourcePlace

    /// A number of a line.
    package init(_ text: String, at place: SourcePlace) {
        self.text = text
        self.place = place
    }
}

extension LineValues {
    /// The number of Sekme in a field.
    package func number(_ field: Field) -> SekmeText { SekmeText(text(field), at: place(of: field)) }
}
