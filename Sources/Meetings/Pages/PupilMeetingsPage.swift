internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A pupil and the team's meetings: where they were spoken of, what is asked, how to put them on an agenda.
struct PupilMeetingsPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/meetings"
    let permission = Permission.workCases
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PupilMeetingsPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let past = ShownPast(request, on: desk.today)
        let data = try await desk.database.data.read {
            try PupilMeetings.load(pupil, since: past.since, desk, $0)
        }
        let view = PupilMeetingsView(data: data, request: request, returned: returned)
        var content = PageContent(
            Text(same: data.name) + Text(lv: ": sanāksmes", en: ": meetings"),
            view.html,
            crumbs: [
                PageContent.Crumb(MeetingsPage.title, "/meetings"),
                PageContent.Crumb(Text(same: data.name), "/pupils/\(pupil.rawValue)"),
            ],
            persons: [pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = past.record(of: "/pupils/:pupil/meetings")
        return content
    }
}

/// Asks for a pupil to be put on the agenda, puts them there, or takes a request back.
struct PupilMeetingsAction: Page {
    /// What a form of the page does.
    enum Deed: String, Sendable {
        case ask = ""
        case add = "/add"
        case takeBack = "/take-back"
    }

    let method = PageMethod.post
    let path: String
    let permission = Permission.workCases
    let scope = PageScope.pupil
    let deed: Deed

    init(_ deed: Deed) {
        self.deed = deed
        path = "/pupils/:pupil/meetings\(deed.rawValue)"
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let typed = request.form.compactMapValues(\.last)
        do {
            let done = try await act(pupil, typed, request, desk)
            return .redirect("/pupils/\(pupil.rawValue)/meetings", notice: done)
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "ask", typed: typed, errors: errors)
            return .page(try await PupilMeetingsPage.content(request, desk, returned))
        }
    }

    private func act(
        _ pupil: PupilID,
        _ typed: EditTexts,
        _ request: PageRequest,
        _ desk: Desk
    ) async throws -> Text {
        switch deed {
        case .ask:
            var reader = FieldReader(typed)
            let reason = reader.words("reason")
            try reader.finish()
            try await RequestWork(desk).ask(pupil, reason)
            return Text(lv: "Lūgums nodots atbalsta komandai.", en: "The request is with the support team.")
        case .add:
            try await AgendaWork(desk).add(pupil, to: Int(request.field("meeting")) ?? 0)
            return Text(lv: "Izglītojamais ir darba kārtībā.", en: "The pupil is on the agenda.")
        case .takeBack:
            try await RequestWork(desk).takeBack(Int(request.field("request")) ?? 0, of: pupil)
            return Text(lv: "Lūgums atsaukts.", en: "The request is taken back.")
        }
    }
}
