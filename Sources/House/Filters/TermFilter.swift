import Frame
import Kernel

/// The term.
enum TermFilter: FilterKind {
    static let filter = ReportFilter.term

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        guard let term = Int(text), (1...2).contains(term) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(text)” nav semestris.", en: "“\(text)” is not a term."),
                advice: Text(lv: "Rakstiet 1 vai 2.", en: "Write 1 or 2.")
            )
        }
        selection.term = term
    }

    static func chosen(_ selection: Selection) -> String? { selection.term.map { String($0) } }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        .one(
            [1, 2].map { FilterOffer.Member(String($0), Text(lv: "\($0). semestris", en: "Term \($0)")) },
            none: Text(lv: "Viss gads", en: "Whole year")
        )
    }
}
