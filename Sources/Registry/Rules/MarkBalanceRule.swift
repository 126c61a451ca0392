package import Kernel

/// How marks are laid beside results of examinations, and how far apart they may lie.
///
/// No regulation converts marks of ten points to per cent, so the board sets what it compares by.
package struct MarkBalanceRule: RuleParameters {
    package static let regulation = "mark-exam-balance"
    /// The per cent that a mark of ten points stands for.
    package let percents: [String: Int]
    /// How many percentage points marks and results may differ by, the bound included.
    package let tolerance: Int

    /// The hundredths of a per cent that a mark in hundredths stands for; between two marks in proportion.
    package func percent(hundredths: Int) -> Int? {
        let (low, rest) = (hundredths / 100, hundredths % 100)
        guard let below = percents[String(low)] else { return nil }
        guard rest > 0 else { return below * 100 }
        guard let above = percents[String(low + 1)] else { return nil }
        return below * (100 - rest) + above * rest
    }

    package static let title = Text(
        lv: "Vērtējumu un eksāmenu līdzsvars",
        en: "Balance of marks and examinations"
    )
    package static let fields = [
        RuleField(
            "percents",
            Text(lv: "Vērtējuma pārrēķins procentos", en: "Marks in per cent"),
            .pairs(
                key: RuleField("mark", Text(lv: "Vērtējums ballēs", en: "Mark in points"), .sign),
                value: RuleField("percent", Text(lv: "Procenti", en: "Per cent"), .percent)
            )
        ),
        RuleField(
            "tolerance",
            Text(lv: "Pieļaujamā atšķirība", en: "Difference allowed"),
            .whole(0...100),
            hint: Text(
                lv: "Procentpunktos; vērtējumi ir līdzsvarā, ja atšķirība nav lielāka.",
                en: "In percentage points; marks are in balance where they differ by no more."
            )
        ),
    ]
}
