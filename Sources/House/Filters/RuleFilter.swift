import Frame
import Kernel
import Registry

/// One rule of risk.
enum RuleFilter: FilterKind {
    static let filter = ReportFilter.rule

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        let names = try rules(finder).map(\.name)
        guard let name = names.first(where: { $0 == text || $0 == RiskRule.prefix + text }) else {
            throw Refusal(
                .unknown,
                Text(lv: "Nav riska pazīmes „\(text)”.", en: "There is no sign of risk “\(text)”."),
                advice: Text(
                    lv: "Ir: \(names.joined(separator: ", ")).",
                    en: "There are: \(names.joined(separator: ", "))."
                )
            )
        }
        selection.rule = name
    }

    static func chosen(_ selection: Selection) -> String? { selection.rule }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        let members = try rules(finder).map { FilterOffer.Member($0.name, $0.title) }
        return .one(members, none: Text(lv: "Visas", en: "All"))
    }

    /// Every rule by its latest record; what a person notices is judged by nobody.
    private static func rules(_ finder: FilterFinder) throws -> [RiskRecord] {
        let rules = try RiskRules.load(finder.desk.tenant, finder.connection)
        return rules.names.compactMap { rules.latest($0) }.filter { $0.rule.quantity != .observation }
    }
}
