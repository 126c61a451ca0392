internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The decision, approvals and amendments of a programme, and the bodies with their duties.
struct PlanDecision: Renderable {
    private typealias Fact = (name: String, value: HTML)
    let view: PlanView

    private var programme: ActionProgramme { view.plan.programme }
    private var language: Language { view.language }

    var html: HTML {
        let facts = decision + approvals + amendments + parties
        let buttons = buttons
        guard !facts.isEmpty || !buttons.isEmpty else { return "" }
        let list: HTML? = facts.isEmpty ? nil : DefinitionList(facts).html
        return Section(
            Text(lv: "Lēmums un iesaistītie", en: "Decision and bodies")[language],
            "\(list)\(PlanButtons(buttons))"
        ).html
    }

    private var buttons: [HTML] {
        let step = (view.plan.approvals.map(\.step).max() ?? 0) + 1
        let amend =
            programme.status == .approved
            ? view.addButton(Text(lv: "Pievienot grozījumu", en: "Add an amendment"), "\(view.address)/amend")
            : nil
        return [
            view.addButton(
                Text(lv: "Pievienot apstiprinājumu", en: "Add an approval"),
                Approval.page(programme.id, step)
            ),
            amend,
            view.addButton(
                Text(lv: "Pievienot iesaistīto institūciju", en: "Add a body"),
                "\(view.address)/parties/new"
            ),
        ].compactMap { $0 }
    }

    private var decision: [Fact] {
        guard !programme.decision.isEmpty || programme.decided != nil else { return [] }
        let words = together([
            programme.decision.isEmpty ? nil : "Nr. \(programme.decision)",
            programme.decided.map { view.format.day($0) }, programme.protocolNumber,
        ])
        return [(Text(lv: "Lēmums", en: "Decision")[language], HTML(text: words))]
    }

    private var approvals: [Fact] {
        view.plan.approvals.sorted { $0.step < $1.step }.map { approval in
            let words = together([
                approval.day.map { view.format.day($0) }, approval.reference, approval.note,
            ])
            let edit = view.editLink(Approval.page(programme.id, approval.step), about: approval.body)
            return (approval.body, "\(words)\(edit)")
        }
    }

    private var amendments: [Fact] {
        view.plan.amendments.sorted { $0.number < $1.number }.map { amendment in
            let name = Text(lv: "\(amendment.number). grozījums", en: "Amendment \(amendment.number)")
            let words = together([
                amendment.summary, amendment.decision, amendment.day.map { view.format.day($0) },
            ])
            let text = Text(lv: "redakcija pirms grozījuma", en: "the text before")
            let path = Address(view.address + "/amendments/\(amendment.number)")
            let former: HTML? = amendment.former.isEmpty ? nil : " \(Link(text[language], path))"
            return (name[language], "\(words)\(former)")
        }
    }

    /// Bodies with duties; for editors all of them, with the institution that each is.
    private var parties: [Fact] {
        view.plan.parties.filter { view.mayEdit || !$0.duties.isEmpty }.map { party in
            let words = together([party.duties, view.mayEdit ? view.name(party.member) : nil])
            let edit = view.editLink(Party.page(party.id), about: party.name)
            return (party.name, "\(words)\(edit)")
        }
    }

    private func together(_ words: [String?]) -> String {
        words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
