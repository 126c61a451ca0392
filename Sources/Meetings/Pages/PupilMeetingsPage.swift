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
        let data = try await desk.database.data.read { try PupilMeetings.load(pupil, desk, $0) }
        let view = PupilMeetingsView(data: data, request: request, returned: returned)
        return PageContent(
            Text(same: data.name) + Text(lv: ": sanāksmes", en: ": meetings"),
            view.html,
            crumbs: [
                PageContent.Crumb(MeetingsPage.title, "/meetings"),
                PageContent.Crumb(Text(same: data.name), "/pupils/\(pupil.rawValue)"),
            ],
            persons: [pupil],
            status: returned == nil ? 200 : 422
        )
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

/// What the page of a pupil's meetings shows.
struct PupilMeetings: Sendable {
    let pupil: PupilID
    let name: String
    /// Meetings at which the pupil was on the agenda, with the item where the reader may open it.
    let past: [(meeting: Meeting, place: Text, item: Int?)]
    /// Meetings on whose agenda the reader may put the pupil.
    let open: [(meeting: Meeting, place: Text)]
    let waiting: [(id: Int, who: String, day: Day, text: String, isOwn: Bool)]
    let today: Day

    static func load(_ pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> PupilMeetings {
        let gate = MeetingGate(desk, connection)
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope, let key = try gate.key(0, pupil, in: scope) else { throw Refusal.noSuchPage }
        let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        func place(_ meeting: Meeting) -> Text { MeetingContent.place(meeting.institution, names) }
        let items = try AgendaItem.all(of: pupil, desk.tenant, connection)
        let past = try items.compactMap { item -> (meeting: Meeting, place: Text, item: Int?)? in
            guard let meeting = try Meeting.find(item.meeting, desk.tenant, connection),
                meeting.state != .cancelled
            else { return nil }
            let opens = try gate.key(to: meeting).map { try gate.key(to: item, $0) != nil } ?? false
            // Who has moved does not take along that another school spoke of them.
            guard opens || item.institution == scope.institution else { return nil }
            return (meeting, place(meeting), opens ? item.id : nil)
        }
        let there = Set(items.map(\.meeting))
        let planned = try Meeting.all(
            where: "m.state IN (1, 2) AND m.day >= \(desk.today - 14) AND \(MeetingGate.condition(desk))",
            desk.tenant,
            connection
        )
        let open = try planned.filter { meeting in
            try !there.contains(meeting.id) && gate.key(to: meeting) != nil
                && AgendaWork.scope(of: pupil, for: meeting, desk, connection) != nil
        }
        let waiting = try MeetingRequest.all(
            where: "q.item_id = 0 AND q.pupil_id = \(pupil)",
            desk.tenant,
            connection
        )
        .compactMap { request in
            try request.reason.opened(key, connection).map {
                (request.id, request.who, request.asked, $0, request.account == desk.asker.account)
            }
        }
        return PupilMeetings(
            pupil: pupil,
            name: names.name(.pupil, pupil.rawValue).lv,
            past: past,
            // The next one first; one that is being held comes after those that are planned.
            open: (open.filter { $0.state == .planned }.reversed() + open.filter { $0.state == .held })
                .map { ($0, place($0)) },
            waiting: waiting,
            today: desk.today
        )
    }
}

/// The page of a pupil's meetings.
struct PupilMeetingsView {
    let data: PupilMeetings
    let request: PageRequest
    let returned: ReturnedForm?

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var address: String { "/pupils/\(data.pupil.rawValue)/meetings" }
    private var pieces: FormPieces {
        FormPieces(language: language, token: request.formToken, returned: returned)
    }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead("\(data.name): \(text("sanāksmes", "meetings"))")
        return "\(head)\(past)\(waiting)\(add)\(ask)"
    }

    private var past: HTML {
        let items: [HTML] = data.past.map { meeting, place, item in
            let words = MeetingWords.title(meeting, place)[language]
            let shown: HTML =
                item.map { Link(words, Address("/meetings/\(String(meeting.id))/items/\(String($0))")).html }
                ?? HTML(text: words)
            return "<li>\(shown) <span class=\"quiet\">\(meeting.state.words, language)</span></li>"
        }
        let none = text(
            "Sanāksmēs par izglītojamo vēl nav runāts.",
            "The pupil has not been spoken of at a meeting yet."
        )
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        return Section(text("Sanāksmēs", "At meetings"), list).html
    }

    private var waiting: HTML? {
        guard !data.waiting.isEmpty else { return nil }
        let items: [HTML] = data.waiting.map { request in
            let back: HTML? =
                request.isOwn
                ? pieces.button(
                    text("Atsaukt", "Take back"),
                    address + "/take-back",
                    about: request.text,
                    [("request", String(request.id))]
                ) : nil
            return
                "<li><p>\(request.text)</p><p class=\"quiet\">\(request.who) · \(format.day(request.day))</p>\(back)</li>"
        }
        return Section(
            text("Lūgumi, kas gaida sanāksmi", "Requests that wait for a meeting"),
            "<ul>\(items)</ul>"
        ).html
    }

    private var add: HTML? {
        guard !data.open.isEmpty else { return nil }
        let options = data.open.map {
            Option(String($0.meeting.id), MeetingWords.title($0.meeting, $0.place)[language])
        }
        let form = pieces.form(
            "add",
            address + "/add",
            [
                .field(
                    Field(
                        "meeting",
                        text("Sanāksme", "Meeting"),
                        .select(options, chosen: options.first?.value),
                        width: .full
                    )
                )
            ],
            Button(text("Likt darba kārtībā", "Put on the agenda"), .second)
        )
        return Section(text("Likt sanāksmes darba kārtībā", "Put on the agenda of a meeting"), form).html
    }

    private var ask: HTML {
        let form = pieces.form(
            "ask",
            address,
            [
                .field(
                    Field(
                        "reason",
                        text("Kāpēc komandai par viņu jārunā", "Why the team should speak of the pupil"),
                        .area(value: pieces.typed("ask", "reason") ?? "", rows: 3),
                        hint: text(
                            "Lūgums parādīsies, kad saliks nākamās sanāksmes darba kārtību. Rakstiet faktus.",
                            "It comes up when the next agenda is put together. Write facts."
                        ),
                        error: pieces.error("ask", "reason")
                    )
                )
            ],
            Button(text("Lūgt iekļaut darba kārtībā", "Ask to put on the agenda"))
        )
        return Section(text("Lūgt atbalsta komandai", "Ask the support team"), form).html
    }
}
