package import Kernel

/// From which share of a goal's indicators that reach their target the outcome of an activity is proposed as reached or
/// partly reached; a person judges.
///
/// No regulation says it; the shipped shares are a beginning that each board changes.
package struct OutcomeStateRule: RuleParameters, Sendable {
    package static let regulation = "outcome-state"
    package static let title = Text(
        lv: "Aktivitātes rezultāta novērtējuma ieteikums",
        en: "Proposal of the judgement of an outcome"
    )
    /// Whole per cent of the indicators from which an outcome is proposed as reached.
    package let full: Int
    /// Whole per cent from which it is proposed as partly reached; 0 where one indicator is enough.
    package let partly: Int

    /// A rule by its shares.
    package init(full: Int, partly: Int) {
        (self.full, self.partly) = (full, partly)
    }

    package static let fields = [
        RuleField(
            "full",
            Text(lv: "Sasniegts, ja mērķi sasniedz (% rādītāju)", en: "Reached from, % of indicators"),
            .whole(1...100),
            hint: Text(
                lv: "Daļa no visiem aktivitātes mērķa rādītājiem, arī tiem, kuru vērtība nav zināma.",
                en: "Of all indicators of the activity's goal, also those whose value is not known."
            )
        ),
        RuleField(
            "partly",
            Text(
                lv: "Daļēji sasniegts, ja mērķi sasniedz (% rādītāju)",
                en: "Partly reached from, % of indicators"
            ),
            .percent,
            hint: Text(lv: "0 – pietiek ar vienu rādītāju.", en: "0 where one indicator is enough.")
        ),
    ]

    package var fault: RuleFault? {
        guard partly > full else { return nil }
        return RuleFault(
            "partly",
            Text(
                lv: "Daļēji sasniegtam nevajag vairāk rādītāju nekā sasniegtam.",
                en: "Partly reached takes no more indicators than reached."
            )
        )
    }
}

enum OutcomeStateSeeds {
    static let all = [
        Regulation(
            name: OutcomeStateRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: """
                    Sistēma iesaka aktivitātes rezultātu vērtēt kā sasniegtu, ja gada mērķi sasniedz visi aktivitātes mērķa \
                    rādītāji, kā daļēji sasniegtu – ja vismaz viens, kā nesasniegtu – ja neviens; vērtē cilvēks. Rādītājs, kura \
                    vērtība nav zināma vai kura gads nav beidzies, mērķi vēl nesasniedz; kamēr tas var mainīt ieteikumu, „nav \
                    sasniegts” neiesaka.
                    """,
                en: """
                    The outcome of an activity is proposed as reached where all indicators of its goal reach the target of the \
                    year, as partly reached where at least one does, as not reached where none does; a person judges. An \
                    indicator whose value is not known or whose year is not over does not reach its target yet; while it may \
                    change the proposal, “not reached” is not proposed.
                    """
            ),
            source: "Nosaka pašvaldība",
            parameters: #"{"full":100,"partly":0}"#,
            isEditable: true
        )
    ]
}
