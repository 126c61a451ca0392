package import Kernel

/// After how many days things that wait are made known to whoever leads the work.
///
/// No regulation says it; the shipped days are a beginning that each board changes as its team works.
package struct EscalationRule: RuleParameters {
    package static let regulation = "escalation"
    package static let title = Text(lv: "Nokavēto darbu nodošana tālāk", en: "Passing on what is late")
    /// Days after which nobody's look at a new sign of risk is late.
    package let look: Int
    /// Days of being late after which the head is told.
    package let head: Int
    /// Days of being late after which the board is told.
    package let board: Int

    package static let fields = [
        RuleField(
            "look",
            Text(
                lv: "Jaunas riska pazīmes izskatīšanas termiņš (dienas)",
                en: "A new sign of risk is looked at within, days"
            ),
            .whole(1...365)
        ),
        RuleField(
            "head",
            Text(lv: "Pēc cik dienām ziņo iestādes vadībai", en: "The head is told after, days"),
            .whole(0...365),
            hint: Text(lv: "Skaita no termiņa.", en: "Counted from the date itself.")
        ),
        RuleField(
            "board",
            Text(lv: "Pēc cik dienām ziņo pārvaldei", en: "The board is told after, days"),
            .whole(0...365),
            hint: Text(lv: "Skaita no termiņa.", en: "Counted from the date itself.")
        ),
    ]

    package var fault: RuleFault? {
        guard board < head else { return nil }
        return RuleFault(
            "board",
            Text(
                lv: "Pārvaldei neziņo agrāk nekā iestādes vadībai.",
                en: "The board is not told before the head."
            )
        )
    }
}

enum EscalationSeeds {
    static let all = [
        Regulation(
            name: EscalationRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: """
                    Jaunu riska pazīmi izskata divās nedēļās. Par nokavētu termiņu pēc nedēļas uzzina iestādes vadība, pēc \
                    divām nedēļām – pārvalde.
                    """,
                en: """
                    A new sign of risk is looked at within two weeks. The head hears of what is late after a week, the \
                    board after two.
                    """
            ),
            source: "Nosaka pašvaldība",
            parameters: #"{"look":14,"head":7,"board":14}"#,
            isEditable: true
        )
    ]
}
