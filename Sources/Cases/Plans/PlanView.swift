internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// A plan as it is read, printed and signed.
struct PlanView {
    let data: PlanContent
    let plan: SupportPlan
    let effects: [MeasureEffect]
    let request: PageRequest
    let returned: ReturnedForm?

    var language: Language { request.language }
    var format: Format { Format(language) }
    var address: String { "/cases/\(data.file.id)/plans/\(plan.id)" }
    var mayWrite: Bool { CaseWork.mayPlan(data.key) && data.shown == plan.version }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        """
        \(head)\(old)\(facts)\(words("strengths", text("Stiprās puses un resursi", "Strengths and resources")))\
        \(risks)\(words("goals", text("Mērķi", "Goals")))\(PlanMeasureView(view: self))\(aid)\(review)\(signatures)\
        \(versions)
        """
    }

    private var head: PageHead {
        let print = text("Drukāt", "Print")
        var actions: [HTML] = [
            "<button type=\"button\" class=\"button second js-only\" data-print>\(print)</button>"
        ]
        if mayWrite { actions.append(ButtonLink(text("Labot", "Edit"), Address(address + "/edit")).html) }
        return PageHead(
            plan.kind.words[language],
            lede: "\(data.name), \(data.place[language]), \(plan.period[language])",
            actions: actions
        )
    }

    private var old: HTML? {
        guard data.shown != plan.version else { return nil }
        return Notice(
            .attention,
            language,
            text("Redzama plāna \(data.shown). redakcija.", "This is version \(data.shown) of the plan."),
            more: text("Pasākumi un summas ir pašreizējie.", "Measures and sums are those of today."),
            link: Link(text("Rādīt spēkā esošo", "Show the present one"), Address(address))
        ).html
    }

    private var facts: HTML {
        let grade =
            plan.grade > 0
            ? text("\(plan.grade). klase", "grade \(plan.grade)") : text("nav zināma", "not known")
        var facts: [(name: String, value: HTML)] = [
            (text("Izglītojamais", "Pupil"), HTML(text: data.name)),
            (text("Klase", "Grade"), HTML(text: grade)),
            (text("Izstrādāja", "Made by"), HTML(text: "\(plan.author), \(format.day(plan.made))")),
        ]
        let agreed = plan.parentsOn.map { ", \(format.day($0))" } ?? ""
        facts.append((text("Vecāki", "Parents"), HTML(text: plan.parents.words[language] + agreed)))
        return DefinitionList(facts).html
    }

    private func words(_ name: String, _ title: String) -> HTML? {
        guard let words = data.body[name], !words.isEmpty else { return nil }
        return Section(title, "<p class=\"lines\">\(words)</p>").html
    }

    private var risks: HTML {
        let rows = (1...PlanBody.risks).compactMap { number -> DataTable.Row? in
            guard let factor = data.body["risk\(number)"] else { return nil }
            let group = data.lists.words(CodeLists.riskGroups, String(factor.prefix(1)))
            return DataTable.Row([
                .words(
                    data.lists.words(CodeLists.riskFactors, factor).capitalised[language],
                    note: group[language]
                ),
                .words(data.body["evidence\(number)"] ?? ""),
                .words(Severity.words(data.body["severity\(number)"] ?? "")[language]),
            ])
        }
        let title = text("Riski", "Risks")
        guard !rows.isEmpty else {
            let none = text("Riski nav nosaukti.", "No risks are named.")
            return Section(title, "<p class=\"quiet\">\(none)</p>").html
        }
        var table = DataTable(
            id: "risks",
            language,
            caption: title,
            columns: [
                DataTable.Column(text("Risks", "Risk"), width: .roomy),
                DataTable.Column(text("Kas par to liecina", "Evidence"), width: .broad),
                DataTable.Column(text("Cik liels", "How grave")),
            ],
            rows: rows
        )
        table.hidesCaption = true
        return Section(title, table.html).html
    }

    private var aid: HTML? {
        guard plan.aid.sum > 0 else { return nil }
        let lines = PlanAid.names.filter { plan.aid[$0] > 0 }.map { name in
            (
                name: PlanAid.words(name)[language],
                value: HTML(text: "\(format.decimal(plan.aid[name], 2)) EUR")
            )
        }
        let sum = (
            name: text("Kopā", "Total"),
            value: "<strong>\(format.decimal(plan.aid.sum, 2)) EUR</strong>" as HTML
        )
        return Section(text("Ekonomiskais atbalsts", "Economic support"), DefinitionList(lines + [sum]).html)
            .html
    }

    private var review: HTML {
        var facts: [(name: String, value: HTML)] = []
        let midterm = data.body["midterm"] ?? ""
        if plan.midtermOn != nil || !midterm.isEmpty {
            let day = plan.midtermOn.map { "\(format.day($0)) " } ?? ""
            facts.append((text("Semestra vidū", "At mid-term"), HTML(text: day + midterm)))
        }
        let day = plan.resultOn.map { ", \(format.day($0))" } ?? ""
        facts.append((text("Rezultāts", "Result"), HTML(text: plan.result.words[language] + day)))
        if let advice = data.body["recommendation"], !advice.isEmpty {
            facts.append((text("Ieteikums nākamajam semestrim", "For the next term"), HTML(text: advice)))
        }
        return Section(text("Izvērtējums", "Assessment"), DefinitionList(facts).html).html
    }

    /// Who signs on paper.
    private var signatures: HTML {
        let who = [
            text("Izglītojamais", "Pupil"), text("Vecāks vai likumiskais pārstāvis", "Parent or guardian"),
            text("Klases audzinātājs", "Class teacher"),
            text("Atbildīgais speciālists", "Responsible specialist"),
            text("Iestādes vadītājs", "Head of the institution"),
        ]
        var table = DataTable(
            id: "signatures",
            language,
            caption: text("Parakstu lapa", "Signatures"),
            columns: [
                DataTable.Column(text("Kas paraksta", "Who signs"), width: .roomy),
                DataTable.Column(text("Vārds, uzvārds", "Name"), width: .roomy),
                DataTable.Column(text("Paraksts", "Signature"), width: .roomy),
                DataTable.Column(text("Datums", "Date")),
            ],
            rows: who.map { DataTable.Row([.words($0), .empty, .empty, .empty]) }
        )
        table.hidesCaption = true
        return Section(text("Parakstu lapa", "Signatures"), table.html).html
    }

    private var versions: HTML? {
        guard data.versions.count > 1 else { return nil }
        let items: [HTML] = data.versions.map { version in
            let words = text("\(version.number). redakcija", "version \(version.number)")
            let link = Link(words, Address(address).adding("version", String(version.number)))
            return "<li>\(link): \(format.moment(version.at)), \(version.who)</li>"
        }
        return "<details><summary>\(text("Redakcijas", "Versions"))</summary><ul>\(items)</ul></details>"
    }
}
