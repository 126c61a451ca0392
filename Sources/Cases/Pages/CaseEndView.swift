internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// How a case ends, for whoever answers for it: the form that closes it and the one that transfers it, each with what is
/// still open.
struct CaseEndView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
    private var version: Form.Part { .hidden(name: "version", value: String(view.data.file.version)) }

    var html: HTML { view.data.file.state.isActive ? "\(close)\(transfer)" : "" }

    private var close: HTML {
        let outcomes = CaseOutcome.choices.map { Option(String($0.rawValue), $0.words[language]) }
        let typed = view.typed("close", "outcome").flatMap { $0.isEmpty ? nil : $0 }
        let outcome = Field(
            "outcome",
            text("Iznākums", "Outcome"),
            .select(outcomes, chosen: typed),
            error: view.error("close", "outcome")
        )
        let hint = text(
            "Kas sasniegts un ko darīt tālāk. To redz visi, kas gadījumā piedalās.",
            "What was reached and what to do next. All who take part see it."
        )
        return view.folded(
            "close",
            text("Slēgt gadījumu", "Close the case"),
            "close",
            [
                version, stillOpen, .field(outcome),
                .field(reason("close", text("Kopsavilkums", "Summary"), hint)),
            ],
            text("Slēgt gadījumu", "Close the case")
        )
    }

    private var transfer: HTML {
        let hint = text("Kam nodod un kas tur jāzina.", "To whom it goes, and what they should know.")
        return view.folded(
            "transfer",
            text("Nodot citai iestādei vai pašvaldībai", "Transfer elsewhere"),
            "transfer",
            [version, stillOpen, .field(reason("transfer", text("Pamatojums", "Reason"), hint))],
            text("Nodot gadījumu", "Transfer the case")
        )
    }

    private func reason(_ form: String, _ label: String, _ hint: String) -> Field {
        Field(
            "reason",
            label,
            .area(value: view.typed(form, "reason") ?? "", rows: 3),
            hint: hint,
            error: view.error(form, "reason")
        )
    }

    /// What is not finished, which nobody can finish once the case is over.
    private var stillOpen: Form.Part {
        let items = CaseLeftOpen(view.data).items
        guard !items.isEmpty else { return .markup("") }
        let list: [HTML] = items.map { "<li>\($0, language)</li>" }
        let title = text("Gadījumā vēl nav pabeigts:", "Not finished in this case:")
        let what = text(
            "Kad gadījums noslēgts, uzdevumus un plānus vairs nevar labot, un neatbildētie uzaicinājumi tiek atsaukti.",
            "Once the case is over, tasks and plans cannot be changed, and invitations that wait are withdrawn."
        )
        return .markup("<p>\(title)</p><ul>\(list)</ul><p class=\"quiet\">\(what)</p>")
    }
}

/// What a case would leave unfinished if it ended now.
struct CaseLeftOpen {
    let items: [Text]

    init(_ data: CaseContent) {
        let plans = data.plans.filter { $0.result == .none }
            .map { plan in
                Text(lv: "plānam nav vērtēts rezultāts: ", en: "a plan without a result: ")
                    + plan.kind.words + Text(same: ", ") + plan.period
            }
        let tasks = data.tasks.filter { $0.task.done == nil }
            .map { task in
                Text(lv: "uzdevums: ", en: "a task: ") + Text(same: "\(task.text) (\(task.task.person))")
            }
        let waits = data.members.filter { $0.member.state == .invited && $0.member.isHeld(on: data.today) }
            .map {
                Text(lv: "neatbildēts uzaicinājums: ", en: "an invitation: ") + Text(same: $0.member.name)
            }
        let referrals = data.referrals.filter { $0.state == .sent || $0.state == .accepted }
            .map { referral in
                Text(
                    lv: "nosūtījums Nr. \(referral.id) (\(referral.state.words.lv))",
                    en: "referral no. \(referral.id) (\(referral.state.words.en))"
                )
            }
        items = plans + tasks + waits + referrals
    }
}
