internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The page on which a part of a programme is edited.
struct PartRow<Part: PlanPart>: EditedRow {
    static var path: String { "/planning/\(Part.address)/:part/edit" }
    static var permission: Permission { .editPlans }
    static var scope: PageScope { .anywhere }

    let editor: PlanEditor
    let id: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        id = try request.number("part")
    }

    func load() async throws -> EditedState {
        let (part, plan) = try await found()
        let fields = Part.fields(plan)
        return EditedState(
            title: Text(same: "\(part.number) \(part.name)"),
            lede: Text(same: plan.programme.title),
            crumbs: PlanCrumbs.of(plan),
            address: "/planning/\(Part.address)/\(id)/edit",
            back: part.home,
            fields: { _ in fields },
            texts: part.texts(plan),
            version: part.version,
            history: try await editor.history(part)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (part, _) = try await found()
        let (id, tenant) = (id, editor.desk.tenant)
        let saved = try await editor.keep(texts, in: part.plan, version: version) { _, connection in
            try Part.rows("id = \(id)", tenant, connection).first
        }
        return EditSaved(address: saved.home)
    }

    func restore(change: Int, version: Int) async throws {
        let (part, _) = try await found()
        _ = try await save(try await editor.before(change, of: part), version: version)
    }

    private func found() async throws -> (Part, Plan) {
        let (desk, id) = (editor.desk, id)
        return try await desk.database.data.read { connection in
            guard let part = try Part.rows("id = \(id)", desk.tenant, connection).first else {
                throw Refusal.noSuchPage
            }
            let plan = try PlanEditor.seen(try Plan(part.plan, desk.tenant, connection), desk)
            try desk.requireEditing(plan.programme.scope)
            return (part, plan)
        }
    }
}

/// The page on which a part of a programme is added.
struct PartNew<Part: PlanPart>: EditedRow {
    static var path: String { "/planning/:plan/\(Part.address)/new" }
    static var permission: Permission { .editPlans }
    static var scope: PageScope { .anywhere }

    let editor: PlanEditor
    let plan: Int
    let parent: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        plan = try request.number("plan")
        parent = Int(request.query["under"] ?? "") ?? 0
    }

    func load() async throws -> EditedState {
        let plan = try await editor.plan(plan)
        try editor.desk.requireEditing(plan.programme.scope)
        let part = Part.make(0, plan, parent: parent)
        let fields = Part.fields(plan)
        return EditedState(
            title: Part.new,
            lede: Text(same: plan.programme.title),
            crumbs: PlanCrumbs.of(plan),
            address: "/planning/\(plan.programme.id)/\(Part.address)/new?under=\(parent)",
            back: "/planning/\(plan.programme.id)",
            fields: { _ in fields },
            texts: part.texts(plan),
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (desk, parent) = (editor.desk, parent)
        let saved = try await editor.keep(texts, in: plan, version: 0) { plan, connection in
            let id = try PlanEditor.newID(Part.table.name.text, desk, connection)
            return Part.make(id, plan, parent: parent)
        }
        return EditSaved(address: saved.home, notice: Text(lv: "Pievienots.", en: "Added."))
    }
}

/// The page on which a row that hangs on a part is added or edited.
struct ChildRow<Child: PlanChild>: EditedRow {
    static var path: String { "/planning/\(Child.parent.part)/:part/\(Child.address)/:second" }
    static var permission: Permission { .editPlans }
    static var scope: PageScope { .anywhere }

    let editor: PlanEditor
    let parent: Int
    let second: Int

    init(_ request: PageRequest, _ desk: Desk) throws {
        editor = PlanEditor(desk)
        parent = try request.number("part")
        second = try request.number("second")
    }

    func load() async throws -> EditedState {
        let (row, plan) = try await found()
        let fields = Child.fields(plan)
        return EditedState(
            title: Child.title(plan, parent, second),
            lede: Text(same: plan.programme.title),
            crumbs: PlanCrumbs.of(plan),
            address: "/planning/\(Child.parent.part)/\(parent)/\(Child.address)/\(second)",
            back: Child.home(plan, parent),
            fields: { _ in fields },
            texts: row.texts(plan),
            version: row.version,
            history: row.version == 0 ? [] : try await editor.history(row)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (_, plan) = try await found()
        let (tenant, parent, second) = (editor.desk.tenant, parent, second)
        _ = try await editor.keep(texts, in: plan.programme.id, version: version) { _, connection -> Child? in
            try ChildRow.row(parent, second, tenant, connection)
        }
        return EditSaved(address: Child.home(plan, parent))
    }

    func restore(change: Int, version: Int) async throws {
        let (row, _) = try await found()
        _ = try await save(try await editor.before(change, of: row), version: version)
    }

    private static func row(
        _ parent: Int,
        _ second: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Child {
        let keys = Child.table.key
        let found = try Child.rows(
            "\(keys[0].sql) = \(parent) AND \(keys[1].sql) = \(second)",
            tenant,
            connection
        )
        return found.first ?? Child.make(parent, second)
    }

    private func found() async throws -> (Child, Plan) {
        let (desk, parent, second) = (editor.desk, parent, second)
        return try await desk.database.data.read { connection in
            let id = try connection.value(
                "SELECT plan_id FROM \(Child.parent.table.sql) WHERE tenant_id = \(desk.tenant) AND id = \(parent)",
                Int.self
            )
            let plan = try PlanEditor.seen(try id.flatMap { try Plan($0, desk.tenant, connection) }, desk)
            try desk.requireEditing(plan.programme.scope)
            let isYear = Child.table.key[1].text == "year"
            guard isYear ? PlanYear.range.contains(second) : (1...20).contains(second) else {
                throw Refusal.noSuchPage
            }
            return (try ChildRow.row(parent, second, desk.tenant, connection), plan)
        }
    }
}

/// Where pages of a programme hang.
enum PlanCrumbs {
    static let top = PageContent.Crumb(PlanWords.title, "/planning")

    static func of(_ plan: Plan) -> [PageContent.Crumb] {
        [top, PageContent.Crumb(Text(same: plan.programme.title), "/planning/\(plan.programme.id)")]
    }
}
