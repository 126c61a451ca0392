internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Adds a measure to a plan.
struct MeasureAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/measures"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let typed = request.form.compactMapValues(\.last)
        do {
            let measure = try MeasureForm.read(typed)
            try await CaseWork(desk).addMeasure(measure, to: plan, of: id)
            return .redirect(
                "/cases/\(id)/plans/\(plan)",
                notice: Text(lv: "Pasākums pievienots.", en: "The measure was added.")
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "measure", typed: typed, errors: errors)
            return .page(try await PlanPage.content(request, desk, returned))
        }
    }
}

/// Says how much of a measure was given.
struct MeasureGivenAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/measures/:measure"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let measure = try request.number("measure")
        let typed = request.form.compactMapValues(\.last)
        do {
            var reader = FieldReader(typed)
            let given = reader.number("given", decimals: 1, in: 0...10_000)
            try reader.finish()
            guard let given else { throw Refusal.noSuchPage }
            try await CaseWork(desk).give(
                measure,
                of: plan,
                in: id,
                minutes: given * 6,
                isOver: request.field("over") == "1",
                result: Int(request.field("result")).flatMap { PlanResult(rawValue: $0) } ?? PlanResult.none,
                version: Int(request.field("version"))
            )
            return .redirect(
                "/cases/\(id)/plans/\(plan)",
                notice: Text(lv: "Pasākums saglabāts.", en: "The measure was saved.")
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "given-\(measure)", typed: typed, errors: errors)
            return .page(try await PlanPage.content(request, desk, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)/plans/\(plan)", notice: .measureChanged)
        }
    }
}
