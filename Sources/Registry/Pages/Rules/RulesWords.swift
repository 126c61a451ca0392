import Frame
import Kernel
import Pages

/// Words that the pages of rules, code lists and scales share.
enum RulesWords {
    static let rules = Text(lv: "Normatīvās prasības", en: "Rules of regulations")
    static let codes = Text(lv: "Klasifikatori", en: "Code lists")
    static let scales = Text(lv: "Vērtējumu skalas", en: "Scales of marks")
    static let source = Text(lv: "Avots", en: "Source")
    static let period = Text(lv: "Spēkā", en: "In force")
    static let edit = Text(lv: "Labot", en: "Edit")
    static let name = Text(lv: "Nosaukums", en: "Name")
    static let code = Text(lv: "Kods", en: "Code")
    static let state = Text(lv: "Stāvoklis", en: "State")
    /// The question for the code of something new.
    static let newCode = EditField(
        "code",
        code,
        .line,
        hint: Text(
            lv: "Īss kods failiem, ko vēlāk nemaina: mazie burti, cipari un defises.",
            en: "A short code for files that never changes: small letters, digits and hyphens."
        )
    )

    /// The pages of what is kept with dates, side by side.
    static func tabs(_ current: String, _ language: Language) -> Tabs {
        let pages = [
            (rules, "/rules"), (codes, "/codes"), (scales, "/scales"), (SubjectsPage.title, "/subjects"),
            (TermsPage.title, "/terms"),
        ]
        return Tabs(
            Text(lv: "Prasības un klasifikatori", en: "Rules and code lists")[language],
            pages.map { Link($0.0[language], Address($0.1), isCurrent: $0.1 == current) }
        )
    }

    /// From which day to which a thing holds; the beginning of all days counts as none.
    static func period(_ from: Day, _ to: Day?, _ language: Language) -> String {
        let format = Format(language)
        let begins = from.number > 0
        switch (begins, to) {
        case (false, nil): return Text(lv: "vienmēr", en: "always")[language]
        case (true, nil): return Text(lv: "no \(format.day(from))", en: "from \(format.day(from))")[language]
        case (false, let to?):
            return Text(lv: "līdz \(format.day(to))", en: "until \(format.day(to))")[language]
        case (true, let to?): return "\(format.day(from)) – \(format.day(to))"
        }
    }

    /// Whether a thing is in force on a day, to come, or past.
    static func badge(_ from: Day, _ to: Day?, _ today: Day, _ language: Language) -> Badge {
        if from > today { return Badge(Text(lv: "stāsies spēkā", en: "to come")[language], .attention) }
        if let to, to < today { return Badge(Text(lv: "beidzies", en: "ended")[language]) }
        return Badge(Text(lv: "spēkā", en: "in force")[language], .good)
    }
}

extension Desk {
    /// Whether who sits here may change rules, code lists and scales.
    var mayEditRules: Bool { asker.may(.administer, in: .tenant, on: today) }
}
