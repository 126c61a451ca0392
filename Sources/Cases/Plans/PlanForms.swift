internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What the four pages of the form share.
enum PlanForms {
    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ plan: Int?,
        _ returned: ReturnedForm?
    ) async throws -> PageContent {
        let id = try request.number("case")
        let data = try await desk.database.data.read {
            try PlanContent.load(id, plan: plan, version: nil, desk, $0)
        }
        guard CaseWork.mayPlan(data.key) else {
            throw data.key.isActive ? Refusal.notYourPlan : Refusal.caseIsOver
        }
        let title =
            plan == nil
            ? Text(lv: "Jauns plāns", en: "A new plan") : Text(lv: "Labot plānu", en: "Edit the plan")
        let language = request.language
        let asked = returned?.typed["kind"] ?? request.query["kind"]
        let body: HTML
        var lede = data.place[language]
        if let kind = data.plan?.kind ?? PlanKind(typed: asked) {
            lede = "\(kind.words[language]). \(lede)"
            body = form(kind, data, request, returned)
        } else {
            body = PlanKindList(address: Address("/cases/\(id)/plans/new"), language: language).html
        }
        let head = PageHead("\(data.name): \(title[language])", lede: lede)
        var content = PageContent(
            title,
            "\(head)\(body)",
            crumbs: data.crumbs(),
            persons: [data.file.pupil],
            status: returned.map(\.errors.isEmpty) ?? true ? 200 : 422
        )
        content.record = "case \(id)"
        return content
    }

    private static func form(
        _ kind: PlanKind,
        _ data: PlanContent,
        _ request: PageRequest,
        _ returned: ReturnedForm?
    ) -> HTML {
        let file = "/cases/\(data.file.id)"
        let page = data.plan.map { "\(file)/plans/\($0.id)" }
        let new = ["term": "\(data.term.year.start)/\(data.term.term.rawValue)"]
        return PlanForm(
            kind: kind,
            isNew: data.plan == nil,
            choices: data.choices,
            request: request,
            address: Address(page.map { "\($0)/edit" } ?? "\(file)/plans/new"),
            cancel: Address(page ?? file),
            typed: returned?.typed ?? data.plan?.texts(data.body) ?? new,
            errors: returned?.errors ?? FieldErrors(),
            version: data.plan?.version ?? 0
        ).html
    }

    static func save(_ request: PageRequest, _ desk: Desk, _ plan: Int?) async throws -> PageResponse {
        let id = try request.number("case")
        let typed = request.form.compactMapValues(\.last)
        if !request.field("more").isEmpty {
            let longer = ReturnedForm(form: "plan", typed: PlanRows.longer(typed), errors: FieldErrors())
            return .page(try await content(request, desk, plan, longer))
        }
        do {
            let data = try await desk.database.data.read {
                try PlanContent.load(id, plan: plan, version: nil, desk, $0)
            }
            let old = data.plan.map { (plan: $0, body: data.body) }
            let answers = try PlanAnswers(typed, data.choices, over: old)
            let version = Int(request.field("version")) ?? 0
            let kept = try await CaseWork(desk).keepPlan(plan, of: id, version: version, answers)
            return .redirect(
                "/cases/\(id)/plans/\(kept)",
                notice: Text(lv: "Plāns saglabāts.", en: "The plan was saved.")
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "plan", typed: typed, errors: errors)
            return .page(try await content(request, desk, plan, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)", notice: .changedByAnother)
        }
    }
}

/// The kinds of plans to choose from before a form is shown: links, which need no script.
private struct PlanKindList: Renderable {
    /// The form of a new plan.
    let address: Address
    let language: Language

    var html: HTML {
        let items: [HTML] = PlanKind.allCases.map { kind in
            let way = Link(kind.words[language], address.adding("kind", String(kind.rawValue)))
            return "<li><p>\(way)</p><p class=\"quiet\">\(kind.purpose, language)</p></li>"
        }
        let line = Text(
            lv: "Izvēlieties plāna veidu; pēc izveides to nemaina.",
            en: "Choose the kind of plan; it does not change once the plan is made."
        )
        return "<p>\(line, language)</p><ul>\(items)</ul>"
    }
}

extension Refusal {
    static let notYourPlan = Refusal(
        .conflict,
        Text(
            lv: "Plānu raksta izglītības iestādes dalībnieki.",
            en: "The plan is written by people of the school."
        ),
        advice: Text(
            lv: "Savu ieteikumu varat pierakstīt kā piezīmi gadījuma lapā.",
            en: "Write what you propose as a note on the page of the case."
        )
    )
}
