internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A plan, ready to be printed and signed.
struct PlanPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let version = request.query["version"].flatMap { Int($0) }
        let step = request.query["step"].flatMap { Int($0) }
        let (data, effects) = try await desk.database.data.read { connection in
            let data = try PlanContent.load(
                id,
                plan: plan,
                version: version,
                ordinal: step,
                desk,
                connection
            )
            // What was missed is known of today alone: it is no part of an earlier version.
            let begun = data.isPresent ? data.measures : []
            return (data, try MeasureEffect.load(begun, of: data.file, desk, connection))
        }
        guard let shown = data.plan else { throw Refusal.noSuchPage }
        let view = PlanView(data: data, plan: shown, effects: effects, request: request, returned: returned)
        var content = PageContent(
            shown.kind.words,
            view.html,
            crumbs: data.crumbs(),
            persons: [data.file.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "case \(id) plan \(plan)"
        return content
    }
}

/// The form of a new plan of the kind in the address; without one, the kinds to choose from.
struct PlanNewPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanForms.content(request, desk, nil, nil))
    }
}

/// The form of a plan that there is.
struct PlanEditPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanForms.content(request, desk, try request.number("plan"), nil))
    }
}

/// Makes a plan.
struct PlanNewAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await PlanForms.save(request, desk, nil)
    }
}

/// Keeps a plan.
struct PlanAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await PlanForms.save(request, desk, try request.number("plan"))
    }
}
