internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A form of the page of a meeting or of an item; with errors the page comes back with the form open.
struct MeetingAction: Page {
    let method = PageMethod.post
    let path: String
    let permission = Permission.joinCases
    let scope = PageScope.anywhere
    /// The name of the form on the page.
    let form: String
    /// Does it, and says what was done.
    let act: @Sendable (Int, PageRequest, Desk) async throws -> Text

    init(
        _ path: String,
        _ form: String,
        _ act: @escaping @Sendable (Int, PageRequest, Desk) async throws -> Text
    ) {
        self.path = "/meetings/:meeting/\(path)"
        self.form = form
        self.act = act
    }

    /// Whether it stands on the page of an item.
    private var isOfItem: Bool { path.hasPrefix("/meetings/:meeting/items/:item/") && form != "agenda" }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("meeting")
        var back = "/meetings/\(id)"
        if isOfItem { back += "/items/\(try request.number("item"))" }
        do {
            return .redirect(back, notice: try await act(id, request, desk))
        } catch let errors as FieldErrors {
            let typed = request.form.compactMapValues { $0.joined(separator: ",") }
            let returned = ReturnedForm(form: form, typed: typed, errors: errors)
            return isOfItem
                ? .page(try await ItemPage.content(request, desk, returned))
                : .page(try await MeetingPage().content(request, desk, returned))
        } catch is Conflict {
            return .redirect(back, notice: MeetingWords.changedByAnother)
        }
    }
}

/// The forms of meetings.
enum MeetingActions {
    static let all: [any Page] = [
        hold, cancel, approve, general, addition, staff, other, remove, off, move, note, takeBack, decide,
    ]

    private static func version(_ request: PageRequest) -> Int { Int(request.field("version")) ?? 0 }

    private static func numbers(_ request: PageRequest, _ name: String) -> Set<Int> {
        Set((request.form[name] ?? []).compactMap { Int($0) })
    }

    private static let hold = MeetingAction("hold", "hold") { id, request, desk in
        try await MeetingWork(desk).hold(id, came: numbers(request, "came"), version: version(request))
        return Text(
            lv: "Atzīmēts, kas piedalās; var rakstīt protokolu.",
            en: "Who came is noted; the minutes can be written."
        )
    }

    private static let cancel = MeetingAction("cancel", "cancel") { id, request, desk in
        try await MeetingWork(desk).cancel(id, version: version(request))
        return Text(
            lv: "Atzīmēts, ka sanāksme nenotika.",
            en: "It is noted that the meeting did not take place."
        )
    }

    private static let approve = MeetingAction("approve", "approve") { id, request, desk in
        try await MeetingWork(desk).approve(id, version: version(request))
        return Text(lv: "Protokols apstiprināts.", en: "The minutes are approved.")
    }

    private static let general = MeetingAction("general", "general") { id, request, desk in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let text = reader.words("text", optional: true)
        try await MeetingWork(desk).general(id, text, version: version(request))
        return Text(lv: "Saglabāts.", en: "Saved.")
    }

    private static let addition = MeetingAction("additions", "addition") { id, request, desk in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let text = reader.words("text")
        try reader.finish()
        try await MeetingWork(desk).addition(id, text)
        return Text(lv: "Papildinājums pievienots.", en: "The addition is written.")
    }

    private static let staff = MeetingAction("staff", "staff") { id, request, desk in
        try await MeetingWork(desk).askStaff(numbers(request, "staff"), to: id)
        return Text(lv: "Dalībnieki pievienoti.", en: "The participants are added.")
    }

    private static let other = MeetingAction("others", "other") { id, request, desk in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let account = Int(request.field("account")) ?? 0
        let name = reader.words("name", optional: account > 0)
        let code = reader.choice("body", CaseBody.allCases.map { String($0.rawValue) })
        try reader.finish()
        guard let body = Int(code).flatMap({ CaseBody(rawValue: $0) }) else { throw Refusal.noSuchPage }
        try await MeetingWork(desk).askOther(account, name, body, to: id)
        return Text(lv: "Dalībnieks pievienots.", en: "The participant is added.")
    }

    private static let remove = MeetingAction("members/:member/remove", "members") { id, request, desk in
        try await MeetingWork(desk).remove(try request.number("member"), from: id)
        return Text(lv: "Dalībnieks izņemts.", en: "The participant is taken off.")
    }

    private static let off = MeetingAction("items/:item/off", "agenda") { id, request, desk in
        try await AgendaWork(desk).takeOff(try request.number("item"), of: id)
        return Text(lv: "Izņemts no darba kārtības.", en: "Taken off the agenda.")
    }

    private static let move = MeetingAction("items/:item/move", "agenda") { id, request, desk in
        try await AgendaWork(desk)
            .move(try request.number("item"), of: id, up: request.field("way") == "up")
        return Text(lv: "Secība mainīta.", en: "The order is changed.")
    }

    private static let note = MeetingAction("items/:item/notes", "note") { id, request, desk in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let text = reader.words("text", optional: true)
        let level = Int(request.field("level")) ?? 0
        try await MinutesWork(desk).note(try request.number("item"), of: id, level: level, text)
        return Text(lv: "Pierakstīts.", en: "Written down.")
    }

    private static let takeBack = MeetingAction("items/:item/notes/:note/remove", "notes") {
        id,
        request,
        desk in
        try await MinutesWork(desk).takeBack(try request.number("note"), try request.number("item"), of: id)
        return Text(lv: "Ieraksts izņemts.", en: "The note is taken back.")
    }

    private static let decide = MeetingAction("items/:item/tasks", "task") { id, request, desk in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let (text, due) = (reader.words("text"), reader.day("due", optional: false))
        if let due, due < desk.today {
            reader.fail("due", Text(lv: "Šī diena jau pagājusi.", en: "That day is over."))
        }
        let person = reader.words("person", optional: true)
        let doer = Int(request.field("doer")).flatMap { $0 > 0 ? $0 : nil }
        let body = Int(request.field("body")).flatMap { CaseBody(rawValue: $0) }
        if doer == nil { TaskFields.check(person, body, &reader) }
        try reader.finish()
        guard let due else { throw FieldErrors("due", .missingAnswer) }
        let decision = MinutesWork.Decision(
            text: text,
            member: doer,
            person: person,
            body: body,
            due: due
        )
        try await MinutesWork(desk).decide(decision, try request.number("item"), of: id)
        return Text(lv: "Lēmums pierakstīts kā uzdevums.", en: "The decision is written down as a task.")
    }
}
