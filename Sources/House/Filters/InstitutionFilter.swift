import Frame
import Kernel
import Registry

/// One institution.
///
/// Any may be asked about, as what an institution is called is no secret; those within reach are offered. What is read of one
/// is narrowed by the reach of the reader, and what other filters offer of one by their own permissions.
enum InstitutionFilter: FilterKind {
    static let filter = ReportFilter.institution

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        selection.institution = try finder.lookup.institution(text)
    }

    static func chosen(_ selection: Selection) -> String? {
        selection.institution.map { String($0.rawValue) }
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        .one(
            try finder.lookup.institutions(selection.reach).map { FilterOffer.Member($0) },
            none: Text(lv: "Visas", en: "All")
        )
    }
}
