internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A plan as it is printed for the family: goals, measures, dates, agreement and signatures.
///
/// Only who works on the case for the institution prints it: what another body knows is no paper of the school's.
struct PlanFamilyPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan/family"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanPrint.view(request, desk)
        guard view.data.key.isOfSchool else { throw Refusal.noSuchPage }
        return .page(PlanPrint.content(view, PlanFamilyView(view: view).html))
    }
}

/// A plan as it is printed for somebody who gives measures: those measures and nothing else of it.
struct PlanOwnPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan/own"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanPrint.view(request, desk)
        return .page(PlanPrint.content(view, PlanOwnView(view: view).html))
    }
}

/// What both prints of a plan read.
enum PlanPrint {
    /// The plan as it stands, for whoever is shown plans of the case.
    static func view(_ request: PageRequest, _ desk: Desk) async throws -> PlanView {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let data = try await desk.database.data.read {
            try PlanContent.load(id, plan: plan, version: nil, desk, $0)
        }
        guard let shown = data.plan else { throw Refusal.noSuchPage }
        return PlanView(data: data, plan: shown, effects: [], request: request, returned: nil)
    }

    static func content(_ view: PlanView, _ body: HTML) -> PageContent {
        var content = PageContent(
            view.plan.kind.words,
            body,
            crumbs: view.data.crumbs() + [PageContent.Crumb(view.plan.kind.words, view.address)],
            persons: [view.data.file.pupil]
        )
        content.record = "case \(view.data.file.id) plan \(view.plan.id)"
        return content
    }

    /// Whose plan it is, and who answers for it.
    static func facts(_ view: PlanView) -> [PlanFact] {
        var facts: [PlanFact] = [
            (name: view.text("Izglītojamais", "Pupil"), value: HTML(text: view.data.name)), view.classGroup,
        ]
        if let responsible = view.responsible { facts.append(responsible) }
        return facts
    }

    /// Measures with their days and the hours planned; what was given is the team's to follow.
    static func table(_ measures: [PlanMeasure], _ view: PlanView) -> HTML {
        let title = view.text("Pasākumi", "Measures")
        guard !measures.isEmpty else {
            let none = view.text("Pasākumu nav.", "There are no measures.")
            return Section(title, "<p class=\"quiet\">\(none)</p>").html
        }
        var table = DataTable(
            id: "measures",
            view.language,
            caption: title,
            columns: [
                DataTable.Column(view.text("Pasākums", "Measure"), width: .roomy),
                DataTable.Column(view.text("Kas sniedz", "Provider"), width: .roomy),
                DataTable.Column(view.text("Laiks", "Time")),
                DataTable.Column(view.text("Plānots", "Planned"), .number),
            ],
            rows: measures.map { row($0, view) }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        return Section(title, table.html).html
    }

    private static func row(_ measure: PlanMeasure, _ view: PlanView) -> DataTable.Row {
        let format = view.format
        let days = "\(format.day(measure.from)) – \(format.day(measure.ended ?? measure.to))"
        return DataTable.Row([
            .words(view.data.choices.name(of: measure, view.language)),
            .words(measure.provider, note: measure.body.words[view.language]), .words(days),
            .words(format.hours(measure.planned)),
        ])
    }

    /// The head of a print, with the button that prints it.
    static func head(_ view: PlanView, _ whom: String? = nil) -> PageHead {
        let print = view.text("Drukāt", "Print")
        let (place, period) = (view.data.place[view.language], view.plan.period[view.language])
        let lede = ([view.data.name, place, period] + [whom].compactMap { $0 }).joined(separator: ", ")
        return PageHead(
            view.plan.kind.words[view.language],
            lede: lede,
            actions: ["<button type=\"button\" class=\"button second js-only\" data-print>\(print)</button>"]
        )
    }
}
