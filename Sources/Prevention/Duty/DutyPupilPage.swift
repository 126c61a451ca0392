internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What was done for a pupil who misses lessons without excuse, and what comes next.
struct DutyPupilPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/absence-duty"
    let permission = Permission.readSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await DutyPupilPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ typed: EditTexts? = nil,
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let past = ShownPast(request, on: desk.today)
        let data = try await desk.database.data.read {
            try DutyPupil.load(pupil, since: past.since, desk, $0)
        }
        guard let data else { throw Refusal.noSuchPage }
        let view = DutyPupilView(
            data: data,
            request: request,
            mayWork: desk.asker.may(.workSignals, in: data.scope, on: desk.today),
            typed: typed,
            errors: errors
        )
        var content = PageContent(
            Text(same: data.name) + Text(lv: ": rīcība kavējumu gadījumā", en: ": steps in case of absence"),
            view.html,
            crumbs: [
                PageContent.Crumb(DutyPage.title, "/absence-duty"),
                PageContent.Crumb(Text(same: data.name), "/pupils/\(pupil.rawValue)"),
            ],
            persons: [pupil],
            status: errors.isEmpty ? 200 : 422
        )
        content.record = past.record(of: "/pupils/:pupil/absence-duty")
        return content
    }
}

/// Writes down a step.
struct DutyRecordAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/absence-duty"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let typed = request.form.compactMapValues(\.last)
        guard let year = SchoolYear(request.field("year")), let term = Int(request.field("term")),
            (1...2).contains(term)
        else { throw Refusal.noSuchPage }
        do {
            try await DutyWork(desk: desk).record(typed, year, term, of: pupil)
        } catch let errors as FieldErrors {
            return .page(try await DutyPupilPage.content(request, desk, typed, errors))
        }
        return .redirect(
            way(request, pupil, desk.today),
            notice: Text(lv: "Solis pierakstīts.", en: "The step is recorded.")
        )
    }

    /// Back to the list from which the step was recorded.
    private func way(_ request: PageRequest, _ pupil: PupilID, _ today: Day) -> String {
        switch request.field("back") {
        case "register":
            let list = DutyAsked(noted: request, today)
            let hadCodes = !request.field(DutyRegisterPage.codes).isEmpty
            return (hadCodes ? list.codesAgainAddress : list.registerAddress).text
        case "today":
            return Int(request.field("institution")).map { "/absence-duty/today?institution=\($0)" }
                ?? "/absence-duty/today"
        default: return "/pupils/\(pupil.rawValue)/absence-duty"
        }
    }
}

/// Takes a wrong entry back.
struct DutyUndoAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/absence-duty/undo/:entry"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let way = "/pupils/\(pupil.rawValue)/absence-duty"
        do {
            try await DutyWork(desk: desk)
                .undo(try request.number("entry"), of: pupil, version: Int(request.field("version")) ?? 0)
        } catch is Conflict {
            return .redirect(
                way,
                notice: Text(lv: "Ieraksts jau ir atsaukts.", en: "The entry was taken back before.")
            )
        }
        return .redirect(way, notice: Text(lv: "Ieraksts atsaukts.", en: "The entry was taken back."))
    }
}
