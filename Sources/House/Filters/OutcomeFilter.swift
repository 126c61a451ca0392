import Frame
import Kernel
import Prevention

/// What a rule of risk is held against.
enum OutcomeFilter: FilterKind {
    static let filter = ReportFilter.outcome

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        guard let outcome = RiskOutcome(rawValue: text) else {
            let codes = RiskOutcome.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(
                .unknown,
                Text(lv: "Nav iznākuma „\(text)”.", en: "There is no outcome “\(text)”."),
                advice: Text(lv: "Ir: \(codes).", en: "There are: \(codes).")
            )
        }
        selection.outcome = outcome.rawValue
    }

    static func chosen(_ selection: Selection) -> String? { selection.outcome }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        let members = RiskOutcome.allCases.map { FilterOffer.Member($0.rawValue, $0.words.capitalised) }
        return .one(members, none: Text(lv: "Pirmais zināmais", en: "The first known"))
    }
}
