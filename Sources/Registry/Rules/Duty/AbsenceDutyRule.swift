package import Kernel

/// The steps that are taken for a pupil who misses lessons without excuse, in their order.
///
/// Of each it says what it is called, who does it, and by when. Cabinet Regulation 89 of 2011 sets the same-day contact
/// and the notice to the municipality; the rest is the board's own order, so that all of it is edited as dated data.
package struct AbsenceDutyRule: RuleParameters {
    package static let regulation = "absence-duty"
    package static let title = Text(
        lv: "Rīcība neattaisnotu kavējumu gadījumā",
        en: "Steps in case of unexcused absence"
    )

    /// A step.
    package struct Step: Codable, Hashable, Sendable {
        /// Which step it is; what was recorded goes by it.
        package let step: DutyStep
        /// Days within which it is due: after the day on which the limit was passed, or after the step before.
        package let days: Int
        /// Who answers for it.
        package let doer: DutyDoer
        /// 1 where its record needs the number of a document.
        package let reference: Int
        /// What it is called in Latvian.
        package let lv: String
        /// What it is called in English.
        package let en: String

        /// What it is called.
        package var words: Text { Text(lv: lv, en: en) }
    }

    /// The steps in their order.
    package let steps: [Step]

    package static let fields = [
        RuleField(
            "steps",
            Text(lv: "Solis", en: "Step"),
            .lines([
                RuleField(
                    "step",
                    Text(lv: "Kas tas ir", en: "What it is"),
                    .choice(
                        DutyStep.allCases.map { EditField.Choice($0.rawValue, $0.words) },
                        asNumber: false
                    )
                ),
                RuleField("lv", Text(lv: "Nosaukums latviski", en: "Name in Latvian"), .sign),
                RuleField("en", Text(lv: "Nosaukums angliski", en: "Name in English"), .sign),
                RuleField(
                    "days",
                    Text(lv: "Termiņš dienās", en: "Due in days"),
                    .whole(0...365),
                    hint: Text(
                        lv: "Pirmajam solim – pēc robežas pārsniegšanas, nākamajiem – pēc iepriekšējā soļa.",
                        en: "Of the first step after the limit is passed, of others after the step before."
                    )
                ),
                RuleField(
                    "doer",
                    Text(lv: "Kas atbild", en: "Who answers for it"),
                    .choice(
                        DutyDoer.allCases.map { EditField.Choice($0.rawValue, $0.words) },
                        asNumber: false
                    )
                ),
                RuleField(
                    "reference",
                    Text(lv: "Vajadzīgs dokumenta numurs", en: "Needs the number of a document"),
                    .yesNo
                ),
            ])
        )
    ]

    package var fault: RuleFault? {
        for (index, step) in steps.enumerated()
        where steps.prefix(index).contains(where: { $0.step == step.step }) {
            return RuleFault(
                "steps-\(index + 1)-step",
                Text(lv: "Šāds solis jau ir.", en: "There is such a step already.")
            )
        }
        guard steps.isEmpty else { return nil }
        return RuleFault(
            "steps-1-step",
            Text(lv: "Norādiet vismaz vienu soli.", en: "Give one step at least.")
        )
    }
}

/// What a step is; three more are the board's own.
package enum DutyStep: String, Codable, CaseIterable, Sendable {
    /// The parents are asked at once why the pupil is absent.
    case contact
    /// The class teacher talks with the pupil.
    case talk
    /// The parents come to the institution.
    case meeting
    /// The municipality is told.
    case board
    /// The absence is entered in the state's register.
    case register
    /// Several institutions look for help together.
    case commission
    /// The first step of the board's own.
    case other1 = "other-1"
    /// The second step of the board's own.
    case other2 = "other-2"
    /// The third step of the board's own.
    case other3 = "other-3"

    /// The number that records keep; it never changes.
    package var number: Int { (DutyStep.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The step of a number.
    package init?(number: Int) {
        guard DutyStep.allCases.indices.contains(number - 1) else { return nil }
        self = DutyStep.allCases[number - 1]
    }

    /// What it is.
    package var words: Text {
        switch self {
        case .contact: Text(lv: "saziņa tajā pašā dienā", en: "contact on the same day")
        case .talk: Text(lv: "klases audzinātāja saruna", en: "talk of the class teacher")
        case .meeting: Text(lv: "tikšanās ar vecākiem", en: "meeting with the parents")
        case .board: Text(lv: "paziņojums pašvaldībai", en: "notice to the municipality")
        case .register: Text(lv: "ieraksts VIIS", en: "entry in VIIS")
        case .commission: Text(lv: "starpinstitucionālā komisija", en: "inter-institutional commission")
        case .other1: Text(lv: "pašvaldības 1. solis", en: "the board’s own step 1")
        case .other2: Text(lv: "pašvaldības 2. solis", en: "the board’s own step 2")
        case .other3: Text(lv: "pašvaldības 3. solis", en: "the board’s own step 3")
        }
    }
}

/// Who answers for a step.
package enum DutyDoer: String, Codable, CaseIterable, Sendable {
    /// Has the class in care.
    case classTeacher = "class-teacher"
    /// Works with pupils who miss lessons.
    case socialPedagogue = "social-pedagogue"
    /// Leads the institution.
    case head
    /// Coordinates the board's work.
    case coordinator

    /// What they are called.
    package var words: Text {
        switch self {
        case .classTeacher: Text(lv: "klases audzinātājs", en: "class teacher")
        case .socialPedagogue: Text(lv: "sociālais pedagogs", en: "social pedagogue")
        case .head: Text(lv: "iestādes vadītājs", en: "head of the institution")
        case .coordinator:
            Text(lv: "PMP prevencijas koordinators", en: "coordinator of early-leaving prevention")
        }
    }
}
