import FoundationEssentials
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Keeps and reads the states of the plans of a case.
///
/// Saving the form makes a version. Hours are noted every week, so that a change of measures makes none, but is attached to
/// the version that holds: nobody's open form is out of date for it.
struct PlanStates {
    let file: CaseFile
    let key: CaseKey
    let connection: Connection

    private var tenant: TenantID { file.tenant }

    /// Keeps a plan as it stands after a change.
    func keep(_ change: PlanChange, of id: Int, _ desk: Desk) throws {
        guard let plan = try SupportPlan.find(id, of: file.id, tenant, connection) else { return }
        let ordinal = try last(plan) + 1
        let texts = [
            ("state_sealed", try PlanStates.text(try state(of: plan, desk))),
            ("change_sealed", try PlanStates.text(change)),
        ]
        let sealed = try texts.map { column, text in
            let place = PlanStates.place(column, tenant, id, plan.version, ordinal)
            return try CaseText.seal(text, tenant, at: place, connection)
        }
        try connection.execute(
            """
            INSERT INTO plan_state (tenant_id, plan_id, number, ordinal, at, account_id, account_name, state_sealed,
                change_sealed)
            VALUES (\(tenant), \(id), \(plan.version), \(ordinal), \(desk.clock().milliseconds),
                \(desk.asker.account), \(desk.asker.name), \(sealed[0]), \(sealed[1]))
            """
        )
    }

    /// Keeps a plan of before states were kept as it stands, while that is what its latest version says.
    func catchUp(_ plan: SupportPlan, _ desk: Desk) throws {
        if try last(plan) < 0 { try keep(.saved, of: plan.id, desk) }
    }

    /// How a version stood, in the end or after one of its changes; nil where it was not kept.
    func find(
        _ plan: Int,
        _ number: Int,
        _ ordinal: Int?
    ) throws -> (ordinal: Int, at: Instant, state: PlanState)? {
        let which: SQL = ordinal.map { "ordinal = \($0)" } ?? "1 = 1"
        let rows = try connection.rows(
            """
            SELECT ordinal, at, state_sealed FROM plan_state
            WHERE tenant_id = \(tenant) AND plan_id = \(plan) AND number = \(number) AND \(which)
            ORDER BY ordinal DESC LIMIT 1
            """,
            Int.self,
            Int.self,
            [UInt8].self
        )
        guard let (found, at, sealed) = rows.first else { return nil }
        let place = PlanStates.place("state_sealed", tenant, plan, number, found)
        guard let text = try opened(sealed, at: place) else { return nil }
        return (found, Instant(milliseconds: at), try PlanStates.read(PlanState.self, text))
    }

    /// What was done to a plan, the latest first.
    func steps(of plan: Int) throws -> [PlanStep] {
        let rows = try connection.rows(
            """
            SELECT number, ordinal, at, account_name, change_sealed FROM plan_state
            WHERE tenant_id = \(tenant) AND plan_id = \(plan) ORDER BY number DESC, ordinal DESC
            """,
            Int.self,
            Int.self,
            Int.self,
            String.self,
            [UInt8].self
        )
        return try rows.compactMap { number, ordinal, at, who, sealed in
            let place = PlanStates.place("change_sealed", tenant, plan, number, ordinal)
            guard let text = try opened(sealed, at: place) else { return nil }
            return PlanStep(
                number: number,
                ordinal: ordinal,
                at: Instant(milliseconds: at),
                who: who,
                change: try PlanStates.read(PlanChange.self, text)
            )
        }
    }

    /// The number of the last state of a plan's latest version; -1 where none was kept.
    private func last(_ plan: SupportPlan) throws -> Int {
        let last = try connection.value(
            """
            SELECT coalesce(max(ordinal), -1) FROM plan_state
            WHERE tenant_id = \(tenant) AND plan_id = \(plan.id) AND number = \(plan.version)
            """,
            Int.self
        )
        return last ?? -1
    }

    private func state(of plan: SupportPlan, _ desk: Desk) throws -> PlanState {
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: desk.today), connection)
        let pupil = names.name(.pupil, file.pupil.rawValue).lv
        let place = names.name(.institution, file.institution.rawValue)
        let reader = PlanReader(file: file, key: key, plan: plan, connection: connection)
        let measures = try PlanMeasure.all(of: plan.id, tenant, connection)
        let choices = try PlanChoices.load(desk, connection)
        let words = choices.words(of: plan, try reader.body(plan.version), measures)
        let rows = PlanState.Rows(
            measures: measures,
            logged: try reader.logged(),
            words: words,
            place: try PlanPlace.load(plan, of: file, on: desk.today, connection)
        )
        return PlanState(plan, of: (name: pupil, place: place), rows)
    }

    // MARK: Sealed texts

    private func opened(_ sealed: [UInt8], at place: SealedPlace) throws -> String? {
        try CaseText(sealed, tenant, at: place, of: file.id, .plan).opened(key, connection)
    }

    private static func place(
        _ column: String,
        _ tenant: TenantID,
        _ plan: Int,
        _ number: Int,
        _ ordinal: Int
    ) -> SealedPlace {
        SealedPlace(table: "plan_state", column: column, key: tenant, plan, number, ordinal)
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func read<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
