internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A kind of row that people may take out of a programme; what it held stays in its history.
protocol RemovableRow: EditedRow {
    /// Takes out the row that was read at the version; throws `Conflict` where somebody else was first.
    func remove(version: Int) async throws -> EditSaved
}

/// Takes a row out of a programme.
struct RemoveAction<Row: RemovableRow>: Page {
    let method = PageMethod.post
    var path: String { "\(Row.path)/remove" }
    var permission: Permission { Row.permission }
    var scope: PageScope { Row.scope }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let row = try Row(request, desk)
        let saved = try await row.remove(version: Int(request.field("version")) ?? 0)
        return .redirect(saved.address, notice: saved.notice)
    }
}

extension PlanEditor {
    /// Takes a row out of a programme; `find` gives it as it is now.
    func remove<Row: PlanEdited>(
        in id: Int,
        version: Int,
        _ find: @escaping @Sendable (Connection) throws -> Row?
    ) async throws -> PlanKept<Row> {
        try await write(id) { plan, desk, connection in
            guard var row = try find(connection), row.version > 0 else { throw Refusal.noSuchPage }
            guard row.version == version else {
                throw Conflict(table: Row.table.name.text, id: row.key.first ?? 0)
            }
            try PlanRemoval.check(row, plan, desk.tenant, connection)
            try row.delete(desk.tenant, connection)
            var before = row.texts(plan)
            before[PlanRemoval.mark] = String(plan.programme.id)
            row.version += 1
            try PlanEditor.note(row, before: before, after: [:], desk, connection)
            return PlanKept(row: row, findings: try PlanEditor.findings(since: plan, desk, connection))
        }
    }
}

/// What is said and kept when a row is taken out of a programme.
enum PlanRemoval {
    /// The name under which history keeps the programme of a row: its number alone does not tell.
    static let mark = "plan"

    static let done = Text(
        lv: "Noņemts. Atjaunot var programmas lapas beigās.",
        en: "Taken out. It can be put back at the end of the programme’s page."
    )

    static func lede(_ plan: Plan) -> Text {
        Text(
            lv:
                "Šī rinda ir noņemta no programmas „\(plan.programme.title)”. Ja to saglabāsiet, tā programmā atkal būs.",
            en: "This row was taken out of “\(plan.programme.title)”. Saving brings it back."
        )
    }

    /// The button on the page of a row.
    static func act(_ address: String) -> EditAct {
        EditAct(words: Text(lv: "Noņemt", en: "Take out"), address: "\(address)/remove")
    }

    /// What a part held that was taken out; as if there were no page of it where it was not.
    static func texts(
        _ table: RegisterTable,
        _ id: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> EditTexts {
        let last = try RegisterHistory.changes(table, String(id), tenant, connection).first
        guard let last, last.after.isEmpty else { throw Refusal.noSuchPage }
        return last.before
    }

    /// The programme that a row was taken out of.
    static func plan(_ texts: EditTexts) -> Int? { texts[mark].flatMap { Int($0) } }

    /// Refuses while something of the programme rests on a row.
    static func check(
        _ row: some PlanEdited,
        _ plan: Plan,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let held = [row.held(by: plan)].compactMap { $0 } + (try naming(row, tenant, connection))
        guard !held.isEmpty else { return }
        let (lv, en) = (held.map(\.lv).joined(separator: ", "), held.map(\.en).joined(separator: ", "))
        throw Refusal(
            .conflict,
            Text(
                lv: "Noņemt vēl nevar; pie šīs rindas ir: \(lv).",
                en: "It cannot be taken out yet; with this row there are: \(en)."
            ),
            advice: Text(
                lv: """
                    Vispirms noņemiet tās vai pārceliet citur. Rindu, pie kuras ir reģistrēti pasākumi, nenoņem.
                    """,
                en: """
                    First take those out or move them elsewhere. A row with registered events stays.
                    """
            )
        )
    }

    /// How many rows of each table name a row by its id.
    private static func naming(
        _ row: some PlanRow,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Text] {
        let own = type(of: row).table
        guard own.key.count == 1, let id = row.key.first else { return [] }
        var found: [Text] = []
        for table in PlanTables.all {
            for column in table.key + table.columns where own.isNamed(by: column, in: table.name) {
                let count = try connection.value(
                    """
                    SELECT count(*) FROM \(table.name.sql)
                    WHERE tenant_id = \(tenant) AND \(column.sql) = \(id)
                    """,
                    Int.self
                )
                if let count, count > 0 { found.append(table.noun.noun.counted(count)) }
            }
        }
        return found
    }
}
