internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The page on which a part of a programme is edited; one that was taken out is put back there.
struct PartRow<Part: PlanPart>: RemovableRow {
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
        let isThere = part.version > 0
        return EditedState(
            title: Text(same: "\(part.number) \(part.name)"),
            lede: isThere ? Text(same: plan.programme.title) : PlanRemoval.lede(plan),
            crumbs: PlanCrumbs.of(plan),
            address: Part.page(id),
            back: isThere ? part.home : "/planning/\(part.plan)",
            fields: { _ in fields },
            texts: part.texts(plan),
            version: part.version,
            history: try await editor.history(part),
            actions: isThere ? [PlanRemoval.act(Part.page(id))] : []
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (part, _) = try await found()
        let (id, tenant) = (id, editor.desk.tenant)
        let kept = try await editor.change(texts, in: part.plan, version: version) {
            plan,
            connection -> Part? in
            if let now = try Part.rows("id = \(id)", tenant, connection).first { return now }
            return version == 0 ? Part.make(id, plan, parent: 0) : nil
        }
        return EditSaved(address: kept.row.home, notice: kept.notice())
    }

    func restore(change: Int, version: Int) async throws {
        let (part, _) = try await found()
        _ = try await save(try await editor.before(change, of: part), version: version)
    }

    func remove(version: Int) async throws -> EditSaved {
        let (part, _) = try await found()
        let (id, tenant) = (id, editor.desk.tenant)
        let kept = try await editor.remove(in: part.plan, version: version) { connection -> Part? in
            try Part.rows("id = \(id)", tenant, connection).first
        }
        return EditSaved(address: "/planning/\(part.plan)", notice: kept.notice(PlanRemoval.done))
    }

    /// The part as it is; one that was taken out as it was, with version 0.
    private func found() async throws -> (Part, Plan) {
        let (desk, id) = (editor.desk, id)
        return try await desk.database.data.read { connection in
            if let part = try Part.rows("id = \(id)", desk.tenant, connection).first {
                return (part, try PlanEditor.edited(part.plan, desk, connection))
            }
            let texts = try PlanRemoval.texts(Part.table, id, desk.tenant, connection)
            let plan = try PlanEditor.edited(PlanRemoval.plan(texts), desk, connection)
            var part = Part.make(id, plan, parent: 0)
            var reader = FieldReader(texts)
            part.take(&reader, plan)
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
        let plan = try await editor.editing(plan)
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
        let kept = try await editor.change(texts, in: plan, version: 0) { plan, connection in
            let id = try PlanEditor.newID(Part.table.name.text, desk, connection)
            return Part.make(id, plan, parent: parent)
        }
        return EditSaved(
            address: kept.row.home,
            notice: kept.notice(Text(lv: "Pievienots.", en: "Added."))
        )
    }
}

/// The page on which a row that hangs on a part is added or edited; one that was taken out is put back there.
struct ChildRow<Child: PlanChild>: RemovableRow {
    static var path: String { "/planning/\(Child.parent.rawValue)/:part/\(Child.address)/:second" }
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
        let address = Child.page(parent, second)
        var state = EditedState(
            title: Child.title(Child.parent.name(parent, in: plan) ?? "", second),
            lede: Text(same: plan.programme.title),
            crumbs: PlanCrumbs.of(plan),
            address: address,
            back: Child.parent.home(parent, in: plan),
            fields: { _ in fields },
            texts: row.texts(plan),
            version: row.version,
            history: try await editor.history(row),
            actions: row.version > 0 ? [PlanRemoval.act(address)] : []
        )
        state.beside = try await row.beside(plan, editor.desk)
        return state
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let (_, plan) = try await found()
        let (tenant, parent, second) = (editor.desk.tenant, parent, second)
        let kept = try await editor.change(texts, in: plan.programme.id, version: version) {
            _,
            connection -> Child? in
            let row = try ChildRow.row(parent, second, tenant, connection)
            // Answers to a row that somebody else has taken out meanwhile are shown and not kept.
            return row.version == 0 && version > 0 ? nil : row
        }
        return EditSaved(address: Child.parent.home(parent, in: plan), notice: kept.notice())
    }

    func restore(change: Int, version: Int) async throws {
        let (row, _) = try await found()
        _ = try await save(try await editor.before(change, of: row), version: version)
    }

    func remove(version: Int) async throws -> EditSaved {
        let (_, plan) = try await found()
        let (tenant, parent, second) = (editor.desk.tenant, parent, second)
        let kept = try await editor.remove(in: plan.programme.id, version: version) { connection -> Child? in
            try ChildRow.row(parent, second, tenant, connection)
        }
        return EditSaved(
            address: Child.parent.home(parent, in: plan),
            notice: kept.notice(PlanRemoval.done)
        )
    }

    /// The row as it is, or a new one with version 0.
    static func row(
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
            let id = try Child.parent.plan(parent, desk.tenant, connection)
            let plan = try PlanEditor.edited(id, desk, connection)
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
