package import Kernel

/// From how many signs of risk of different kinds the system proposes a level of prevention; a person sets it.
package struct PreventionLevelRule: RuleParameters {
    package static let regulation = "prevention-levels"
    package static let title = Text(
        lv: "Prevencijas līmeņa ieteikums",
        en: "Proposal of the level of prevention"
    )
    /// Signs from which the targeted level is proposed.
    package let targeted: Int
    /// Signs from which the tailored level is proposed.
    package let tailored: Int

    package static let fields = [
        RuleField(
            "targeted",
            Text(lv: "Mērķtiecīgā prevencija", en: "Targeted prevention"),
            .whole(1...20),
            hint: hint
        ),
        RuleField(
            "tailored",
            Text(lv: "Pielāgotā prevencija", en: "Tailored prevention"),
            .whole(1...20),
            hint: hint
        ),
    ]

    private static let hint = Text(
        lv: "No cik dažādām riska pazīmēm to iesaka.",
        en: "From how many different signs it is proposed."
    )

    package var fault: RuleFault? {
        guard tailored <= targeted else { return nil }
        return RuleFault(
            "tailored",
            Text(
                lv: "Pielāgotajai prevencijai jābūt vairāk pazīmju nekā mērķtiecīgajai.",
                en: "Tailored prevention must take more signs than targeted."
            )
        )
    }
}

/// Below which annual mark a pupil counts as one who failed, by the code of the scale: what a track record is held
/// against where nobody is known to have left or repeated.
package struct AnnualFailureRule: RuleParameters {
    package static let regulation = "annual-failure"
    package static let title = Text(
        lv: "Nepietiekams gada vērtējums riska pazīmju pārbaudē",
        en: "Annual failure in the track record of signs"
    )
    /// The least annual mark that is no failure, in whole points, by the code of the scale.
    package let bounds: [String: Int]

    package static let fields = [
        RuleField(
            "bounds",
            Text(lv: "Skalas", en: "Scales"),
            .pairs(
                key: RuleField("scale", Text(lv: "Skalas kods", en: "Code of the scale"), .sign),
                value: RuleField(
                    "least",
                    Text(lv: "Zemākais pietiekamais vērtējums", en: "Least sufficient mark"),
                    .whole(1...100)
                )
            )
        )
    ]
}
