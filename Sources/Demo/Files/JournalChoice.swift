internal import Kernel

/// Of which institutions journals are written as e-klase exports them.
package enum JournalChoice: Hashable, Sendable {
    /// Of each.
    case all
    /// Of the one with a number from 0.
    case one(Int)
    /// Of nobody.
    case nobody

    /// The choice that a text of the command line makes for a plan: `all`, the number of an institution from 1, or 0.
    ///
    /// - Throws: `Refusal` where the text is none of these, or the board has no such institution.
    package init(_ text: String, _ plan: BoardPlan) throws {
        switch (text, Int(text)) {
        case ("all", _): self = .all
        case (_, 0): self = .nobody
        case (_, let number?) where (1...plan.institutions).contains(number): self = .one(number - 1)
        default: throw Refusal.noJournals(text, plan.institutions)
        }
    }

    /// Whether an institution's are written.
    func holds(_ institution: BoardInstitution) -> Bool {
        switch self {
        case .all: true
        case .one(let number): institution.number == number
        case .nobody: false
        }
    }
}

extension Refusal {
    fileprivate static func noJournals(_ text: String, _ institutions: Int) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "„\(text)” nepasaka, kuras iestādes žurnāli jāraksta.",
                en: "“\(text)” does not say whose journals are to be written."
            ),
            advice: Text(
                lv: "Rakstiet all, iestādes numuru no 1 līdz \(institutions) vai 0, ja žurnālu nevajag.",
                en: "Write all, the number of an institution from 1 to \(institutions), or 0 for no journals."
            )
        )
    }
}
