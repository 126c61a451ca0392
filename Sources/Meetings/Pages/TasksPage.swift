internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What meetings asked the reader to do.
struct TasksPage: Page {
    let method = PageMethod.get
    let path = "/tasks"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await TasksPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let tasks = try await desk.database.data.read { try OwnTasks.load(desk, $0) }
        let language = request.language
        let title = Text(lv: "Mani uzdevumi", en: "My tasks")
        let head = PageHead(
            BoardPage.title[language],
            lede: Text(
                lv: "Uzdevumi, ko jums uzticējušas sanāksmes. Uzdevumu pabeidz, pierakstot, kas panākts.",
                en: "What meetings asked you to do. A task is done with a word on what came of it."
            )[language]
        )
        let pieces = FormPieces(language: language, token: request.formToken, returned: returned)
        let items: [HTML] = tasks.map { own in
            let link = Link(own.name, Address("/meetings/\(String(own.meeting))/items/\(String(own.item))"))
            let about: HTML = own.opens ? "\(link) · " : "\(own.name) · "
            return TaskItem(task: own.task, today: desk.today, isOpen: true, pieces: pieces, about: about)
                .html
        }
        let list: HTML =
            items.isEmpty
            ? EmptyState(
                Text(lv: "Uzdevumu nav", en: "There are no tasks")[language],
                advice: Text(
                    lv: "Šeit parādīsies uzdevumi, ko sanāksmē pierakstīs uz jūsu vārda.",
                    en: "Tasks that a meeting writes down for you will appear here."
                )[language]
            ).html : "<ul>\(items)</ul>"
        return PageContent(
            title,
            "\(head)\(TeamTabs.html("/tasks", language))\(list)",
            persons: tasks.map(\.pupil),
            status: returned == nil ? 200 : 422
        )
    }
}

/// Ends a task with what came of it.
struct TaskFinishAction: Page {
    let method = PageMethod.post
    let path = "/tasks/:task/finish"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("task")
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let outcome = reader.words("outcome", optional: true)
        do {
            let back = try await desk.database.data.read { connection -> String in
                let task = try MeetingTask.all(where: "t.id = \(id)", desk.tenant, connection).first
                guard let task, task.owner != desk.asker.account,
                    let item = try AgendaItem.find(task.item, desk.tenant, connection),
                    let meeting = try Meeting.find(item.meeting, desk.tenant, connection),
                    try MeetingGate(desk, connection).key(to: meeting) != nil
                else { return "/tasks" }
                return "/meetings/\(item.meeting)/items/\(item.id)"
            }
            try await MinutesWork(desk).finish(id, outcome)
            return .redirect(back, notice: Text(lv: "Uzdevums pabeigts.", en: "The task is done."))
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "finish-\(id)", typed: [:], errors: errors)
            return .page(try await TasksPage.content(request, desk, returned))
        }
    }
}

/// The open tasks of whoever sits at the desk.
struct OwnTasks: Sendable {
    /// A task with its pupil.
    let task: AgendaLine.Task
    let pupil: PupilID
    let name: String
    let meeting: Int
    let item: Int
    /// Whether the page of the item is open to the reader.
    let opens: Bool

    static func load(_ desk: Desk, _ connection: Connection) throws -> [OwnTasks] {
        let own = try MeetingTask.all(
            where: "t.owner_id = \(desk.asker.account) AND t.done_on = 0",
            desk.tenant,
            connection
        )
        guard !own.isEmpty, desk.asker.viewing == nil else { return [] }
        let gate = MeetingGate(desk, connection)
        let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        let reader = try AgendaReader([], names, desk, connection)
        return try own.compactMap { task in
            guard let item = try AgendaItem.find(task.item, desk.tenant, connection),
                let key = try gate.key(item.id, item.pupil, in: try item.scope(on: desk.today, connection)),
                let shown = try reader.shown([task], key).shown.first, shown.done == nil
            else { return nil }
            // A task ends with its case: what is over can only be read.
            if task.caseID > 0, !key.cases.contains(where: { $0.id == task.caseID && $0.isActive }) {
                return nil
            }
            let meeting = try Meeting.find(item.meeting, desk.tenant, connection)
            return OwnTasks(
                task: shown,
                pupil: item.pupil,
                name: names.name(.pupil, item.pupil.rawValue).lv,
                meeting: item.meeting,
                item: item.id,
                opens: try meeting.map { try gate.key(to: $0) != nil } ?? false
            )
        }
    }
}
