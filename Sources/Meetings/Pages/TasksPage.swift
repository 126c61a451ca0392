internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What meetings and cases ask the reader to do.
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
            title[language],
            lede: Text(
                lv:
                    "Uzdevumi, ko jums uzticējušas sanāksmes un atbalsta gadījumi. Uzdevumu pabeidz, pierakstot, kas panākts.",
                en:
                    "What meetings and cases of support ask you to do. A task is done with a word on what came of it."
            )[language]
        )
        let pieces = FormPieces(language: language, token: request.formToken, returned: returned)
        let items: [HTML] = tasks.map { own in
            let about: HTML = own.page.map { "\(Link(own.name, $0)) · " } ?? "\(own.name) · "
            var item = TaskItem(task: own.task, today: desk.today, isOpen: true, pieces: pieces, about: about)
            item.isOwn = own.task.person == desk.asker.name
            if let file = own.caseID { item.action = CaseTaskFinishAction.address(own.task.id, of: file) }
            return item.html
        }
        let list: HTML =
            items.isEmpty
            ? EmptyState(
                Text(lv: "Uzdevumu nav", en: "There are no tasks")[language],
                advice: Text(
                    lv: "Šeit parādīsies uzdevumi, ko jums uzticēs sanāksmē vai atbalsta gadījumā.",
                    en: "Tasks that a meeting or a case of support writes down for you will appear here."
                )[language]
            ).html : "<ul class=\"tasks\">\(items)</ul>"
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
                let isOwn = try OwnTasks.load(desk, connection)
                    .contains { $0.caseID == nil && $0.task.id == id }
                let task = try MeetingTask.all(where: "t.id = \(id)", desk.tenant, connection).first
                guard let task, !isOwn,
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

/// Ends a task that a case gave, on one's own list.
struct CaseTaskFinishAction: Page {
    let method = PageMethod.post
    let path = "/tasks/cases/:case/:task/finish"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static func address(_ task: Int, of file: Int) -> Address {
        Address("/tasks/cases/\(String(file))/\(String(task))/finish")
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (file, task) = (try request.number("case"), try request.number("task"))
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let outcome = reader.words("outcome", optional: true)
        do {
            try await desk.writeAndRecord {
                try CaseMinutes.finish(task, of: file, outcome, desk, $0)
            }
            return .redirect("/tasks", notice: Text(lv: "Uzdevums pabeigts.", en: "The task is done."))
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "finish-\(task)", typed: [:], errors: errors)
            return .page(try await TasksPage.content(request, desk, returned))
        }
    }
}
