internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// Which face of a meeting a page shows.
enum MeetingFace: Sendable {
    /// The page that it is worked on.
    case work
    /// The agenda, to be printed.
    case agenda
    /// The minutes, to be printed and signed.
    case minutes
}

/// A meeting, its agenda or its minutes, as far as their reader may see them.
struct MeetingPage: Page {
    let method = PageMethod.get
    let path: String
    let permission = Permission.joinCases
    let scope = PageScope.anywhere
    let face: MeetingFace

    init(_ face: MeetingFace = .work) {
        self.face = face
        path =
            switch face {
            case .work: "/meetings/:meeting"
            case .agenda: "/meetings/:meeting/agenda"
            case .minutes: "/meetings/:meeting/minutes"
            }
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await content(request, desk))
    }

    func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let id = try request.number("meeting")
        let data = try await desk.database.data.read { try MeetingContent.load(id, desk, $0) }
        let title = MeetingWords.title(data.meeting, data.place)
        var crumbs = [PageContent.Crumb(MeetingsPage.title, "/meetings")]
        if face != .work { crumbs.append(PageContent.Crumb(title, "/meetings/\(id)")) }
        let body: HTML
        var record = "meeting \(id)"
        switch face {
        case .work: body = MeetingView(data: data, request: request, returned: returned).html
        case .agenda: body = MeetingPaper(data: data, language: request.language).agenda
        case .minutes:
            body = MeetingPaper(data: data, language: request.language).minutes
            record += " minutes"
            try await MeetingLooks.record(record, data, desk)
        }
        let name =
            switch face {
            case .work: title
            case .agenda: Text(lv: "Darba kārtība", en: "Agenda")
            case .minutes: Text(lv: "Protokols", en: "Minutes")
            }
        var content = PageContent(
            name,
            body,
            crumbs: crumbs,
            persons: face == .work ? data.named : data.persons,
            status: returned == nil ? 200 : 422
        )
        content.record = record
        // Who takes part stands on it, whomever the reader may know of the agenda.
        content.namesOthers = true
        return content
    }
}

/// Who read minutes is on record: in the trail, and among the looks at each case that was opened by them.
enum MeetingLooks {
    static func record(_ what: String, _ data: MeetingContent, _ desk: Desk) async throws {
        var events = data.openedCases.map { CaseMinutes.look($0.id, $0.pupil, desk) }
        // A page that names nobody leaves no record by itself.
        if data.persons.isEmpty { events.append(desk.event(.read, what)) }
        guard !events.isEmpty else { return }
        let all = events
        try await desk.writeAndRecord { connection in
            for event in all { try AuditTrail.queue(event, connection) }
        }
    }
}

/// A pupil at a meeting: why, what was said before, what is said and decided now.
struct ItemPage: Page {
    let method = PageMethod.get
    let path = "/meetings/:meeting/items/:item"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ItemPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let (id, item) = (try request.number("meeting"), try request.number("item"))
        let (data, around, levels, signs) = try await desk.database.data.read { connection in
            let data = try MeetingContent.load(id, item: item, desk, connection)
            guard let key = data.lines.first?.key else { throw Refusal.noSuchPage }
            let gate = MeetingGate(desk, connection)
            let named = try AgendaOrder.items(of: data.meeting, desk, connection)
                .filter { try gate.key(to: $0, data.key) != nil }.map(\.id)
            let levels = try key.openCase.map { try CaseMinutes.levels(of: $0.id, desk, connection) } ?? []
            let signs =
                key.works
                ? try SignalGlance.all(desk, connection).filter { $0.pupil == key.pupil } : []
            return (data, named, levels, signs)
        }
        try await MeetingLooks.record("meeting \(id)", data, desk)
        guard let line = data.lines.first, let pupil = line.key?.pupil else { throw Refusal.noSuchPage }
        let view = ItemView(
            data: data,
            line: line,
            signs: signs,
            levels: levels.map {
                Option(
                    String($0.number),
                    $0.words.capitalised[request.language],
                    hint: $0.hint[request.language]
                )
            },
            before: around.firstIndex(of: item).flatMap { $0 > 0 ? around[$0 - 1] : nil },
            after: around.firstIndex(of: item).flatMap { $0 + 1 < around.count ? around[$0 + 1] : nil },
            request: request,
            returned: returned
        )
        var content = PageContent(
            Text(same: line.name) + Text(same: ": ") + data.meeting.kind.words,
            view.html,
            crumbs: [
                PageContent.Crumb(MeetingsPage.title, "/meetings"),
                PageContent.Crumb(MeetingWords.title(data.meeting, data.place), "/meetings/\(id)"),
            ],
            persons: [pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "meeting \(id)"
        return content
    }
}

/// Words that several pages of meetings say.
enum MeetingWords {
    /// "Atbalsta komandas sanāksme 03.02.2026., Ozolu skola".
    static func title(_ meeting: Meeting, _ place: Text) -> Text {
        let kind = meeting.kind.words.capitalised
        return Text(
            lv: "\(kind.lv) \(Format(.lv).day(meeting.day)), \(place.lv)",
            en: "\(kind.en) \(Format(.en).day(meeting.day)), \(place.en)"
        )
    }

    static let hidden = Text(
        lv: "Izglītojamais, kura dati jums nav pieejami",
        en: "A pupil whose data are not open to you"
    )

    static let inCase = Text(
        lv: "Daļa pierakstītā ir atbalsta gadījumā; to redz gadījuma lapā tie, kam tas atļauts.",
        en: "Part of what was written stands in the case of support, for those who may read it there."
    )

    static let changedByAnother = Text(
        lv: "Sanāksmi tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
        en: "Somebody else has just changed the meeting; nothing was saved. Look at it again."
    )
}
