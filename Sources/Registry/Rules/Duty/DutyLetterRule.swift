package import Kernel

/// A letter about unexcused absence: the words of its record are the letter, with places in braces that are filled with
/// the pupil's facts.
package struct DutyLetterRule: RuleParameters {
    /// Every letter has a name of its own; this one is of none.
    package static let regulation = "letter"
    package static let title = Text(lv: "Vēstule", en: "Letter")

    /// Within how many days an answer is asked for.
    package let days: Int

    package static let fields = [
        RuleField(
            "days",
            Text(lv: "Atbildes termiņš dienās", en: "Answer within days"),
            .whole(0...60),
            hint: Text(
                lv: """
                    Vēstulē aizstājamie lauki: {izglītojamais}, {klase}, {iestāde}, {kavēts}, {robeža}, {par robežu}, \
                    {semestris}, {diena}, {termiņš}, {numurs}, {amats}, {paraksta}, {kas raksta}, {e-pasts}. {kavēts} un \
                    {robeža} ir skaits ar mērvienību: stundas vai, bērniem obligātajā sagatavošanā, dienas. {par robežu} ir \
                    teikums par to, vai robeža ir pārsniegta. {numurs} ir vieta numuram. {amats} un {paraksta} ir tas, kurš \
                    raksta, bet paziņojumā pašvaldībai – tas, kurš atbild par soli. Tukša rinda sāk jaunu rindkopu.
                    """,
                en: """
                    Places of the letter: {pupil}, {class}, {institution}, {missed}, {limit}, {about the limit}, {term}, \
                    {day}, {deadline}, {number}, {post}, {signer}, {writer}, {email}. {missed} and {limit} are numbers with \
                    their unit: lessons or, of children in preparation for school, days. {about the limit} is a sentence \
                    that says whether the limit is passed. {number} is room for a number. {post} and {signer} are whoever \
                    writes or, of the notice to the municipality, whoever answers for the step. An empty line begins a \
                    paragraph.
                    """
            )
        )
    ]
}

/// The letters about unexcused absence.
package enum DutyLetter: Int, CaseIterable, Sendable {
    /// Tells the parents.
    case notice = 1
    /// Asks the parents to come.
    case invitation = 2
    /// Tells the municipality.
    case board = 3

    /// The name of the rule that holds its words.
    package var rule: String {
        switch self {
        case .notice: "letter-absence-notice"
        case .invitation: "letter-absence-invitation"
        case .board: "letter-absence-board"
        }
    }

    /// What it is called, and the heading of its print.
    package var title: Text {
        switch self {
        case .notice:
            Text(lv: "Paziņojums vecākiem par kavējumiem", en: "Notice to parents of absence")
        case .invitation:
            Text(lv: "Uzaicinājums vecākiem uz sarunu", en: "Invitation of parents to a meeting")
        case .board:
            Text(lv: "Paziņojums pašvaldībai par kavējumiem", en: "Notice of absence to the municipality")
        }
    }

    /// The step that it belongs to.
    package var step: DutyStep {
        switch self {
        case .notice: .contact
        case .invitation: .meeting
        case .board: .board
        }
    }

    /// Whether it leaves in the name of the institution, and is signed by whoever answers for its step.
    package var isOfInstitution: Bool { self == .board }

    /// Whether the step is taken once it is sent: parents who are asked to come have not been met yet.
    package var takesStep: Bool { self != .invitation }

    static var kinds: [RuleKind] { allCases.map { RuleKind(DutyLetterRule.self, named: $0.rule, $0.title) } }
}
