internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A measure of a plan: correcting it, taking it out, and what was done to it.
struct MeasurePage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan/measures/:measure"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await MeasurePage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let number = try request.number("measure")
        let data = try await desk.database.data.read {
            try PlanContent.load(id, plan: plan, version: nil, desk, $0)
        }
        guard let shown = data.plan, let measure = data.measures.first(where: { $0.id == number }) else {
            throw Refusal.noSuchPage
        }
        let view = MeasureView(
            data: data,
            plan: shown,
            measure: measure,
            request: request,
            returned: returned
        )
        var content = PageContent(
            Text(same: data.choices.name(of: measure, request.language)),
            view.html,
            crumbs: data.crumbs() + [PageContent.Crumb(shown.kind.words, "/cases/\(id)/plans/\(plan)")],
            persons: [data.file.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "case \(id) plan \(plan)"
        return content
    }
}

/// Corrects a measure.
struct MeasureCorrectAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/measures/:measure/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let number = try request.number("measure")
        let typed = request.form.compactMapValues(\.last)
        do {
            let measure = try MeasureForm.read(typed)
            let version = Int(request.field("version")) ?? 0
            try await CaseWork(desk).correct(number, measure, of: plan, in: id, version: version)
            return .redirect(
                "/cases/\(id)/plans/\(plan)",
                notice: Text(lv: "Pasākums labots.", en: "The measure was corrected.")
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "correct", typed: typed, errors: errors)
            return .page(try await MeasurePage.content(request, desk, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)/plans/\(plan)", notice: .measureChanged)
        }
    }
}

/// Takes out a measure that was entered by mistake.
struct MeasureRemoveAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/measures/:measure/remove"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let number = try request.number("measure")
        let typed = request.form.compactMapValues(\.last)
        do {
            let reason = (typed["reason"] ?? "").trimmed
            let version = Int(request.field("version")) ?? 0
            try await CaseWork(desk).remove(number, of: plan, in: id, reason: reason, version: version)
            return .redirect(
                "/cases/\(id)/plans/\(plan)",
                notice: Text(
                    lv: "Pasākums noņemts; ieraksts palika plāna redakcijās.",
                    en: "The measure was taken out; the versions of the plan keep it."
                )
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "remove", typed: typed, errors: errors)
            return .page(try await MeasurePage.content(request, desk, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)/plans/\(plan)", notice: .measureChanged)
        }
    }
}

extension Text {
    static let measureChanged = Text(
        lv: "Pasākumu tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
        en: "Somebody else has just changed the measure; nothing was saved. Look at it again."
    )
}
