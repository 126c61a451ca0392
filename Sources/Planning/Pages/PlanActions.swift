internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Says that a step of the year was done, on which day and with which note, or takes that back.
struct StepAction: Page {
    let method = PageMethod.post
    let path = "/planning/:plan/steps"
    let permission = Permission.editPlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("plan")
        let isDone = request.field("done") == "1"
        guard let year = Int(request.field("year")), PlanYear.range.contains(year),
            let step = Int(request.field("step")).flatMap(CycleStep.init(rawValue:))
        else { throw Refusal.noSuchPage }
        let typed = request.form.compactMapValues(\.last)
        let answers: StepForm.Answers
        do throws(FieldErrors) {
            answers = try isDone ? StepForm.read(typed, today: desk.today) : StepForm.Answers()
        } catch {
            let view = try await PlanView.load(request, desk, plan: id)
            return .page(StepForm(view: view, year: year, step: step, typed: typed, errors: error).content)
        }
        try await PlanEditor(desk).write(id) { plan, desk, connection in
            var mark =
                plan.marks.first { $0.year == year && $0.step == step }
                ?? CycleMark(plan: id, year: year, step: step)
            let before = mark.version == 0 ? [:] : mark.texts
            (mark.day, mark.note) = (answers.day, answers.note)
            guard mark.texts != before else { return }
            try mark.save(desk.tenant, connection)
            mark.version += 1
            try PlanEditor.note(mark, before: before, after: mark.texts, desk, connection)
        }
        return .redirect(
            "/planning/\(id)#steps",
            notice: isDone
                ? Text(lv: "Atzīmēts kā izdarīts.", en: "Marked as done.")
                : Text(lv: "Atsaukts.", en: "Taken back.")
        )
    }
}

extension CycleMark {
    /// What its history keeps.
    var texts: EditTexts { ["day": EditTexts.day(day), "note": note] }
}

/// What is late in all programmes that the asker sees.
struct LatePage: Page {
    let method = PageMethod.get
    let path = "/planning/late"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let reach = desk.asker.reach(permission, on: desk.today)
        let views = try await desk.database.data.read { connection in
            try Plan.all(reach, desk.tenant, connection).map { try PlanView($0, desk, request, connection) }
        }
        let items = views.flatMap { view in view.late.map { (view, $0) } }
            .enumerated()
            .sorted { ($0.element.1.due, $0.offset) < ($1.element.1.due, $1.offset) }
            .map(\.element)
        let report = ButtonLink(
            Text(lv: "Atvērt kā atskaiti", en: "Open as a report")[language],
            "/reports/planning/late",
            .second
        )
        let head = PageHead(
            LateReport.title[language],
            lede: Text(
                lv: "Vecākie termiņi vispirms. Skaita tikai apstiprinātas programmas.",
                en: "The oldest terms first. Only approved programmes count."
            )[language],
            actions: items.isEmpty ? [] : [report.html]
        )
        let list: HTML =
            items.isEmpty
            ? EmptyState(
                Text(lv: "Nekas nekavējas", en: "Nothing is late")[language],
                advice: Text(lv: "Visi termiņi ir ievēroti.", en: "All terms are kept.")[language]
            ).html
            : TodoList(items.map { LateRow(view: $0.0, item: $0.1).todo(named: views.count > 1) }).html
        return .page(PageContent(LateReport.title, "\(head)\(list)", crumbs: [PlanCrumbs.top]))
    }
}
