internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The decision, approvals and amendments of a programme.
struct PlanDecision: Renderable {
    let view: PlanView

    var html: HTML {
        let (programme, language) = (view.plan.programme, view.language)
        var facts: [(name: String, value: HTML)] = []
        if !programme.decision.isEmpty || programme.decided != nil {
            let words = [
                programme.decision.isEmpty ? nil : "Nr. \(programme.decision)",
                programme.decided.map { view.format.day($0) },
                programme.protocolNumber.isEmpty ? nil : programme.protocolNumber,
            ].compactMap { $0 }.joined(separator: ", ")
            facts.append((Text(lv: "Lēmums", en: "Decision")[language], HTML(text: words)))
        }
        for approval in view.plan.approvals.sorted(by: { $0.step < $1.step }) {
            let words = [approval.day.map { view.format.day($0) }, approval.reference, approval.note]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            facts.append((approval.body, HTML(text: words)))
        }
        for amendment in view.plan.amendments.sorted(by: { $0.number < $1.number }) {
            let name = Text(lv: "\(amendment.number). grozījums", en: "Amendment \(amendment.number)")[
                language
            ]
            let words = [amendment.summary, amendment.decision, amendment.day.map { view.format.day($0) }]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            let former: HTML? =
                amendment.former.isEmpty
                ? nil
                : " \(Link(Text(lv: "redakcija pirms grozījuma", en: "the text before")[language], Address(view.address + "/amendments/\(amendment.number)")))"
            facts.append((name, "\(words)\(former)"))
        }
        for party in view.plan.parties where !party.duties.isEmpty {
            facts.append((party.name, HTML(text: party.duties)))
        }
        let amend =
            programme.status == .approved
            ? view.addButton(Text(lv: "Pievienot grozījumu", en: "Add an amendment"), "\(view.address)/amend")
            : nil
        guard !facts.isEmpty || amend != nil else { return "" }
        return Section(
            Text(lv: "Lēmums un iesaistītie", en: "Decision and bodies")[language],
            "\(DefinitionList(facts))\(PlanButtons([amend]))"
        ).html
    }
}
