package import Kernel

/// A reform of municipalities: a name means another territory since its first day, and some territories have heirs.
///
/// The first day of a record is the day of the reform.
package struct TerritoryReformRule: RuleParameters {
    package static let regulation = "territory-reform"
    package static let title = Text(lv: "Pašvaldību teritoriju reformas", en: "Reforms of municipalities")

    /// Which municipalities begin anew.
    package enum Reach: String, Codable, Sendable {
        /// All of them, also where the name stays.
        case all
        /// Those that the reform names, old and new.
        case named
    }
    /// Which municipalities begin anew.
    package let reach: Reach
    /// The municipalities that went into each new one, by its name, parted by semicolons.
    ///
    /// A municipality that stands nowhere keeps its name.
    package let successors: [String: String]

    /// The names in an answer that holds several.
    static func names(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    package static let fields = [
        RuleField(
            "reach",
            Text(lv: "Kuras pašvaldības veido no jauna", en: "Which municipalities begin anew"),
            .choice(
                [
                    EditField.Choice("all", Text(lv: "visas", en: "all")),
                    EditField.Choice("named", Text(lv: "tikai nosauktās", en: "only those named")),
                ],
                asNumber: false
            ),
            hint: Text(
                lv: "Tāda paša nosaukuma pašvaldība pirms un pēc šīs dienas ir cita teritorija.",
                en: "A municipality of the same name is another territory before and after the day."
            )
        ),
        RuleField(
            "successors",
            Text(lv: "Pašvaldību pēctecība", en: "Succession of municipalities"),
            .pairs(
                key: RuleField("new", Text(lv: "Jaunā pašvaldība", en: "New municipality"), .sign),
                value: RuleField(
                    "old",
                    Text(lv: "Kuras pašvaldības tajā iekļautas", en: "Municipalities that went into it"),
                    .sign,
                    hint: Text(
                        lv:
                            "Nosaukumus atdala ar semikolu. Sadalītu pašvaldību raksta pie tās, kurā nonāk lielākā daļa.",
                        en:
                            "Names are parted by semicolons. One that was divided stands with where most of it went."
                    )
                )
            ),
            hint: Text(
                lv: "Pašvaldība, kas nav nosaukta, patur savu nosaukumu.",
                en: "A municipality that is not named keeps its name."
            ),
            isOptional: true
        ),
    ]

    package var fault: RuleFault? {
        var seen: Set<String> = []
        for name in successors.values.flatMap(TerritoryReformRule.names).sorted()
        where !seen.insert(LatvianKey.search(name)).inserted {
            return RuleFault(
                "successors",
                Text(
                    lv: "„\(name)” ir nosaukta pie divām pašvaldībām; atstājiet pie vienas.",
                    en: "“\(name)” is named with two municipalities; leave it with one."
                )
            )
        }
        guard reach == .named, seen.isEmpty else { return nil }
        return RuleFault(
            "reach",
            Text(
                lv: "Nosauciet vismaz vienu jauno pašvaldību.",
                en: "Name at least one new municipality."
            )
        )
    }
}
