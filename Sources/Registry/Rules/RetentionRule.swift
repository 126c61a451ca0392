package import Kernel

/// How long data about persons are kept, by kind: in whole years, and in days what imports need to be undone.
///
/// No public source says how long a board keeps what it has of pupils beside the documents of schools, so each board
/// sets it by its list of files (GDPR, article 5(1)(e)). Before that nothing is removed: what is gone is gone.
package struct RetentionRule: RuleParameters {
    package static let regulation = "retention"
    package static let title = Text(lv: "Personas datu glabāšana", en: "How long personal data are kept")
    private let times: [RetentionKind: Int]

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: RetentionKind.self)
        var times: [RetentionKind: Int] = [:]
        for kind in RetentionKind.allCases {
            times[kind] = try container.decodeIfPresent(Int.self, forKey: kind)
        }
        self.times = times
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RetentionKind.self)
        for kind in RetentionKind.allCases { try container.encodeIfPresent(times[kind], forKey: kind) }
    }

    /// The years of a kind, or the days of what is counted in days; nil while the board has not set them.
    package func time(of kind: RetentionKind) -> Int? { times[kind] }

    package static let fields = RetentionKind.allCases.map { field($0) }

    private static func field(_ kind: RetentionKind) -> RuleField {
        let unit = kind.isInDays ? Text(lv: ", dienas", en: ", days") : Text(lv: ", gadi", en: ", years")
        let counted = Text(lv: "Skaita \(kind.start.lv). ", en: "Counted \(kind.start.en). ")
        return RuleField(
            kind.rawValue,
            kind.title + unit,
            .whole(kind.isInDays ? 1...9_999 : 1...75),
            hint: counted + kind.ends,
            isOptional: true
        )
    }
}

enum RetentionSeeds {
    static let all = [
        Regulation(
            name: RetentionRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: "Termiņus nosaka pašvaldība; kamēr tie nav noteikti, nekas netiek dzēsts.",
                en: "The board sets the times; while they are not set, nothing is removed."
            ),
            source: "Nosaka pašvaldības lietu nomenklatūra",
            parameters: "{}",
            isEditable: true
        )
    ]
}
