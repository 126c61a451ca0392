import Frame
import Kernel
import Registry

/// One subject.
enum SubjectFilter: FilterKind {
    static let filter = ReportFilter.subject

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        selection.subject = try finder.lookup.subject(text)
    }

    static func chosen(_ selection: Selection) -> String? { selection.subject.map { String($0.rawValue) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        .one(try finder.lookup.subjects().map { FilterOffer.Member($0) }, none: Text(lv: "Visi", en: "All"))
    }
}
