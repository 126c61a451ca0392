internal import Frame
internal import Kernel
internal import Pages
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
    var mayWrite: Bool { CaseWork.mayPlan(data.key) && data.isPresent }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// What was answered in words; nil where nothing was.
    func words(_ name: String) -> String? { data.body[name].flatMap { $0.isEmpty ? nil : $0 } }

    var html: HTML {
        let parts = plan.kind.parts.compactMap { $0.html(self) }
        return
            "\(head)\(old)\(PlanPrintLinks(view: self))\(facts)\(parts)\(earlier)\(signatures)\(PlanVersionList(view: self))"
    }

    /// What the plan holds of the time when all kinds had the form of support: written once, it is not hidden.
    private var earlier: [HTML] {
        let own = Set(plan.kind.parts.flatMap { $0.names })
        let texts = plan.texts(data.body)
        return PlanKind.support.parts.compactMap { part in
            let isForeign = own.isDisjoint(with: part.names)
            let isFilled = part.names.contains { !(texts[$0] ?? "").isEmpty }
            return isForeign && isFilled ? part.html(self) : nil
        }
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

    /// What is shown where it is not the plan as it stands, and how much of it is of that time.
    private var old: HTML? {
        guard !data.isPresent else { return nil }
        let name = PlanVersionList.name(data.shown, data.ordinal)
        let more =
            data.keptAt.map { at in
                text(
                    "Viss ir tā, kā plānā bija \(format.moment(at)).",
                    "Everything is as the plan had it on \(format.moment(at))."
                )
            }
            ?? text(
                """
                No šīs redakcijas ir saglabāti tikai teksti. Summas, izglītojamo grupa, vecāku atbilde, izvērtējuma diena, \
                rezultāts un pasākumi ir pašreizējie, tāpēc parakstītais varēja būt citāds.
                """,
                """
                Of this version the texts alone were kept. Sums, group of pupils, answer of the parents, day of the review, \
                result and measures are those of today, so that what was signed may have been different.
                """
            )
        return Notice(
            .attention,
            language,
            text("Redzama plāna \(name). redakcija.", "This is version \(name) of the plan."),
            more: more,
            link: Link(text("Rādīt spēkā esošo", "Show the present one"), Address(address))
        ).html
    }

    var facts: HTML {
        var facts: [PlanFact] = [(text("Izglītojamais", "Pupil"), HTML(text: data.name)), classGroup]
        if let programme { facts.append(programme) }
        if let responsible { facts.append(responsible) }
        let made: [PlanFact] = [
            (text("Izstrādāja", "Made by"), HTML(text: "\(plan.author), \(format.day(plan.made))")),
            (text("Redakcija", "Version"), HTML(text: version)),
        ]
        return DefinitionList(facts + made + plan.kind.parts.flatMap { $0.facts(self) }).html
    }

    /// The class; the grade alone where the class is not known or not for the reader.
    var classGroup: PlanFact {
        let name = data.pupilPlace.classGroup
        guard name.isEmpty else { return (text("Klase", "Class"), HTML(text: name)) }
        let grade =
            plan.grade > 0
            ? text("\(plan.grade). klase", "grade \(plan.grade)") : text("nav zināma", "not known")
        return (text("Klase", "Grade"), HTML(text: grade))
    }

    private var programme: PlanFact? {
        let words = data.pupilPlace.programme
        guard !words.isEmpty else { return nil }
        return (text("Izglītības programma", "Education programme"), HTML(text: words))
    }

    /// Who answers for the plan: the owner of the case.
    ///
    /// Of an earlier version that did not keep it nothing is said.
    var responsible: PlanFact? {
        let name = data.pupilPlace.responsible
        guard !name.isEmpty || data.isPresent else { return nil }
        let words = name.isEmpty ? text("nav noteikts", "nobody") : name
        return (text("Atbildīgais", "Responsible"), HTML(text: words))
    }

    /// Which version it is, so that a paper that was signed is found again.
    private var version: String {
        let saved = data.versions.first { $0.number == data.shown }?.at
        let at = (data.keptAt ?? saved).map { ", \(format.moment($0))" } ?? ""
        return PlanVersionList.name(data.shown, data.ordinal) + at
    }

    /// Who signs on paper.
    var signatures: HTML {
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
}
