internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The page on which a programme itself is edited.
struct ProgrammeRow: EditedRow {
    static let path = "/planning/:plan/edit"
    static let permission = Permission.editPlans
    static let scope = PageScope.anywhere

    let editor: PlanEditor
    let id: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        id = try request.number("plan")
    }

    func load() async throws -> EditedState {
        let plan = try await editor.plan(id)
        try editor.desk.requireEditing(plan.programme.scope)
        let fields = ActionProgramme.fields(plan)
        return EditedState(
            title: Text(same: plan.programme.title),
            crumbs: [PlanCrumbs.top],
            address: "/planning/\(id)/edit",
            back: "/planning/\(id)",
            fields: { _ in fields },
            texts: plan.programme.texts(plan),
            version: plan.programme.version,
            history: try await editor.history(plan.programme)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let taken = { @Sendable (plan: Plan, connection: Connection) throws -> FieldErrors in
            try ProgrammeCode.errors(texts, plan.programme, editor.desk.tenant, connection)
        }
        let kept = try await editor.change(texts, in: id, version: version, besides: taken) { plan, _ in
            plan.programme
        }
        return EditSaved(address: "/planning/\(id)", notice: kept.notice())
    }

    func restore(change: Int, version: Int) async throws {
        let plan = try await editor.plan(id)
        _ = try await save(try await editor.before(change, of: plan.programme), version: version)
    }
}

/// The page on which a programme is made: of the municipality, or of an institution.
struct ProgrammeNew: EditedRow {
    static let path = "/planning/new"
    static let permission = Permission.editPlans
    static let scope = PageScope.anywhere

    let desk: Desk

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
    }

    func load() async throws -> EditedState {
        let blank = ActionProgramme(id: 0, institution: InstitutionID(rawValue: 0), code: "")
        let plan = Plan(blank)
        let fields = [try await owners()] + ActionProgramme.fields(plan)
        var texts = blank.texts(plan)
        texts["owner"] = ""
        return EditedState(
            title: Text(lv: "Jauna programma", en: "A new programme"),
            lede: Text(
                lv: "Mērķus, aktivitātes un rādītājus pievienosiet pēc tam.",
                en: "Goals, activities and indicators are added afterwards."
            ),
            crumbs: [PlanCrumbs.top],
            address: "/planning/new",
            back: "/planning",
            fields: { _ in fields },
            texts: texts,
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let desk = desk
        let offered = try await places().map { String($0.id) }
        let saved = try await desk.writeAndRecord { connection -> ActionProgramme in
            try connection.lock(tenant: desk.tenant.rawValue)
            var reader = FieldReader(texts)
            let owner = Int(reader.choice("owner", offered)) ?? 0
            var programme = ActionProgramme(
                id: try PlanEditor.newID("plan_programme", desk, connection),
                institution: InstitutionID(rawValue: owner),
                code: ""
            )
            let plan = Plan(programme)
            programme.take(&reader, plan)
            var errors = reader.errors
            // Of an owner that may not be chosen nobody is told which codes there are.
            if offered.contains(String(owner)) {
                errors.add(try ProgrammeCode.errors(texts, programme, desk.tenant, connection))
            }
            try errors.check()
            try desk.requireEditing(programme.scope)
            try programme.insert(desk.tenant, connection)
            programme.version = 1
            try PlanEditor.note(programme, before: [:], after: programme.texts(plan), desk, connection)
            return programme
        }
        return EditSaved(
            address: "/planning/\(saved.id)",
            notice: Text(
                lv: "Programma izveidota. Pievienojiet mērķus.",
                en: "The programme is made. Add its goals."
            )
        )
    }

    private func owners() async throws -> EditField {
        EditField(
            "owner",
            Text(lv: "Kā programma tā ir", en: "Whose programme it is"),
            .choice(try await places().map { EditField.Choice(String($0.id), $0.name) })
        )
    }

    /// The municipality for those who edit its plans, and institutions within reach.
    private func places() async throws -> [(id: Int, name: Text)] {
        let desk = desk
        let reach = desk.asker.reach(.editPlans, on: desk.today)
        let names = try await desk.database.data.read { connection in
            try RegistryLookup(tenant: desk.tenant, connection).institutions(reach)
        }
        let board = (id: 0, name: Text(lv: "pašvaldības", en: "the municipality’s"))
        return (reach.everything ? [board] : []) + names.map { (id: $0.id, name: Text(same: $0.name)) }
    }
}

/// A code names one programme of its owner.
enum ProgrammeCode {
    /// What is wrong with the code typed for a programme.
    static func errors(
        _ texts: EditTexts,
        _ programme: ActionProgramme,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> FieldErrors {
        let code = (texts["code"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let others = try ActionProgramme.rows(
            "code = \(code) AND institution_id = \(programme.institution) AND id <> \(programme.id)",
            tenant,
            connection
        )
        guard !others.isEmpty else { return FieldErrors() }
        return FieldErrors(
            "code",
            Text(lv: "Programma ar šādu kodu jau ir.", en: "There is a programme of this code already.")
        )
    }
}

/// The page on which an amendment is added: the programme as it stands is kept with it.
struct AmendmentNew: EditedRow {
    static let path = "/planning/:plan/amend"
    static let permission = Permission.editPlans
    static let scope = PageScope.anywhere

    let editor: PlanEditor
    let id: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        id = try request.number("plan")
    }

    func load() async throws -> EditedState {
        let plan = try await editor.plan(id)
        try editor.desk.requireEditing(plan.programme.scope)
        let fields = Amendment.fields(plan)
        return EditedState(
            title: Text(lv: "Programmas grozījums", en: "An amendment"),
            lede: Text(
                lv: "Programma, kāda tā ir tagad, tiek saglabāta; pēc tam labojiet to, ko groza.",
                en: "The programme as it stands now is kept; afterwards edit what is amended."
            ),
            crumbs: PlanCrumbs.of(plan),
            address: "/planning/\(id)/amend",
            back: "/planning/\(id)",
            fields: { _ in fields },
            texts: [:],
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await Amendment.add(texts, to: id, editor)
        return EditSaved(
            address: "/planning/\(id)",
            notice: Text(lv: "Grozījums pievienots.", en: "The amendment is added.")
        )
    }
}

extension Amendment: PlanEdited {
    /// Adds an amendment to a programme, which is kept with it as it stands.
    static func add(_ texts: EditTexts, to id: Int, _ editor: PlanEditor) async throws {
        let desk = editor.desk
        _ = try await editor.keep(texts, in: id, version: 0) { plan, connection -> Amendment? in
            var row = Amendment(
                plan: plan.programme.id,
                number: (plan.amendments.map(\.number).max() ?? 0) + 1
            )
            row.former = try FormerProgramme.text(plan, desk, connection)
            return row
        }
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["summary": summary, "decision": decision, "day": EditTexts.day(day)]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        summary = reader.words("summary")
        decision = reader.words("decision", optional: true)
        day = reader.day("day", optional: false)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField("summary", Text(lv: "Ko groza", en: "What is amended"), .area),
            .line("decision", Text(lv: "Lēmuma numurs", en: "Number of the decision")),
            EditField("day", Text(lv: "Lēmuma datums", en: "Day of the decision"), .day),
        ]
    }
}
