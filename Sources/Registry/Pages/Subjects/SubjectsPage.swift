import Frame
import Kernel
import Pages
import Storage

/// The subjects of the tenant with their learning areas.
struct SubjectsPage: Page {
    let method = PageMethod.get
    let path = "/subjects"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Mācību priekšmeti", en: "Subjects")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let subjects = try await SubjectEditor(desk).subjects()
        let tenant = desk.tenant
        let codes = try await desk.database.data.read { try CodeLists.load(tenant, $0) }
        let mayEdit = desk.asker.may(.editRegisters, in: .tenant, on: desk.today)
        let editing = mayEdit ? [DataTable.Column(RulesWords.edit[language], width: .narrow)] : []
        var table = DataTable(
            id: "subjects",
            language,
            caption: SubjectsPage.title[language],
            columns: [
                DataTable.Column(Text(lv: "Mācību priekšmets", en: "Subject")[language]),
                DataTable.Column(RulesWords.code[language], width: .narrow, isOptional: true),
                DataTable.Column(Text(lv: "Mācību joma", en: "Learning area")[language]),
            ] + editing,
            rows: subjects.map { subject in
                let area = codes.words(CodeLists.learningAreas, String(subject.area))
                return DataTable.Row(
                    [
                        .words(subject.name), .words(subject.code),
                        subject.area == 0 ? .noData : .words(area[language]),
                    ] + (mayEdit ? [edit(subject, language)] : []),
                    address: "/subjects/\(subject.id.rawValue)/year"
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            Text(lv: "Priekšmetu vēl nav", en: "There are no subjects yet")[language],
            advice: Text(
                lv: "Importējiet žurnālu vai priekšmetu sarakstu, vai pievienojiet priekšmetu.",
                en: "Import a journal or a list of subjects, or add one."
            )[language],
            link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
        )
        let add = ButtonLink(Text(lv: "Pievienot priekšmetu", en: "Add a subject")[language], "/subjects/new")
        let head = PageHead(SubjectsPage.title[language], actions: mayEdit ? [add.html] : [])
        return .page(
            PageContent(
                SubjectsPage.title,
                "\(head)\(RulesWords.tabs("/subjects", language))\(table)"
            )
        )
    }
}

/// The way to the form of a subject, named so that a list of links tells which.
private func edit(_ subject: SubjectRecord, _ language: Language) -> DataTable.Cell {
    .markup(
        """
        <a href="\("/subjects/\(subject.id.rawValue)" as Address)">\(RulesWords.edit, language)\
        <span class="unseen"> \(subject.name)</span></a>
        """
    )
}

/// One subject on a page of its own.
struct SubjectRow: EditedRow {
    static let path = "/subjects/:subject"
    static let permission = Permission.editRegisters

    let desk: Desk
    let id: SubjectID

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        id = SubjectID(rawValue: try request.number("subject"))
    }

    func load() async throws -> EditedState {
        let found = try await SubjectEditor(desk).subjects().first { $0.id == id }
        guard let subject = found else { throw Refusal.noSuchPage }
        let fields = try await SubjectRow.fields(desk)
        return EditedState(
            title: Text(same: subject.name),
            lede: nil,
            crumbs: [PageContent.Crumb(SubjectsPage.title, "/subjects")],
            address: "/subjects/\(id.rawValue)",
            back: "/subjects",
            fields: { _ in fields },
            texts: subject.texts,
            version: subject.version,
            history: try await SubjectEditor(desk).history(id)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await SubjectEditor(desk).change(id, version: version, texts)
        return EditSaved(address: "/subjects")
    }

    func restore(change: Int, version: Int) async throws {
        try await SubjectEditor(desk).restore(id, change: change, version: version)
    }

    static func fields(_ desk: Desk) async throws -> [EditField] {
        let (tenant, today) = (desk.tenant, desk.today)
        let areas = try await desk.database.data.read {
            try CodeLists.load(tenant, $0).items(CodeLists.learningAreas, on: today)
        }
        return SubjectRecord.fields(areas)
    }
}

/// A new subject.
struct SubjectNew: EditedRow {
    static let path = "/subjects/new"
    static let permission = Permission.editRegisters

    let desk: Desk

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
    }

    func load() async throws -> EditedState {
        let fields = try await SubjectRow.fields(desk)
        return EditedState(
            title: Text(lv: "Jauns mācību priekšmets", en: "A new subject"),
            lede: nil,
            crumbs: [PageContent.Crumb(SubjectsPage.title, "/subjects")],
            address: "/subjects/new",
            back: "/subjects",
            fields: { _ in fields },
            texts: ["area": "0"],
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await SubjectEditor(desk).add(texts)
        return EditSaved(
            address: "/subjects",
            notice: Text(lv: "Priekšmets pievienots.", en: "The subject is added.")
        )
    }
}
