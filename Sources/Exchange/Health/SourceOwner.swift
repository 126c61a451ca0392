package import Frame
import Kernel
package import Pages

/// A source and whose files they are: what has a usual of its own.
package struct SourceOwner: Sendable, Hashable, Comparable {
    /// The mapping it is read with; the name of the source.
    package let mapping: String
    /// The institution that the imports belong to; nil for the board's.
    package let institution: InstitutionID?
    /// The institution that was said of files which the board imported for it; empty where the files say it.
    package let said: String

    init(mapping: String, institution: Int = 0, said: String = "") {
        self.mapping = mapping
        self.institution = institution > 0 ? InstitutionID(rawValue: institution) : nil
        // An import of an institution says its own name of the file too, and the number tells it.
        self.said = institution > 0 ? "" : said
    }

    init(_ mapping: Mapping, institution: Int) {
        self.init(
            mapping: mapping.name,
            institution: institution,
            said: mapping.constants["institution"] ?? ""
        )
    }

    /// As the address of its page says it.
    init(_ request: PageRequest) {
        self.init(
            mapping: request.parts["source"] ?? "",
            institution: Int(request.query["institution"] ?? "") ?? 0,
            said: request.query["said"] ?? ""
        )
    }

    /// The address of its page.
    package var address: Address {
        let page: Address = "/imports/sources/\(mapping)"
        if let institution { return page.adding("institution", String(institution.rawValue)) }
        return said.isEmpty ? page : page.adding("said", said)
    }

    package static func < (one: SourceOwner, other: SourceOwner) -> Bool {
        (one.mapping, one.institution?.rawValue ?? 0, one.said)
            < (other.mapping, other.institution?.rawValue ?? 0, other.said)
    }
}
