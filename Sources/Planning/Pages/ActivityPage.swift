internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// One activity: who answers for it, its tasks, the events that count for it, its outcomes by year.
struct ActivityPage: Page {
    let method = PageMethod.get
    let path = "/planning/activities/:part"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("part")
        let view = try await PlanView.load(request, desk, part: id, of: "plan_activity")
        guard let activity = view.plan.activity(id) else { throw Refusal.noSuchPage }
        let title = "\(activity.number) \(activity.name)"
        let edit =
            view.mayEdit
            ? ButtonLink(
                Text(lv: "Labot", en: "Edit")[view.language],
                "/planning/activities/\(id)/edit",
                .second
            ).html : nil
        let sheet =
            view.mayRecord
            ? ButtonLink(
                RegistrationSheetPage.title[view.language],
                Address("/planning/activities/\(id)/sheet"),
                .second
            ).html : nil
        let head = PageHead(
            title,
            lede: activity.result.isEmpty ? nil : activity.result,
            actions: [view.recordButton(activity), sheet, edit].compactMap { $0 }
        )
        var parts = ActivityParts(view: view, activity: activity)
        if let goal = view.plan.goal(activity.goal) {
            parts.hints = try await OutcomeHint.of(goal, in: view.plan, years: parts.judgedYears, desk)
        }
        let resources = PlanResources(view: view, of: activity)
        return .page(
            PageContent(
                Text(same: title),
                """
                \(head)\(parts.facts)\(parts.counters)\(parts.tasks)\(resources)\(parts.events)\(parts.outcomes)
                """,
                crumbs: PlanCrumbs.of(view.plan)
            )
        )
    }
}
