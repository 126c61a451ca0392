import Frame
import SekmeTesting
import Storage
import Testing

@testable import Exchange
@testable import House

/// Whatever names a row of another table has a foreign key, is looked at by the doctor, or somebody has said why not.
struct ForeignKeyLawTests {
    /// Columns that name accounts wherever they are, which are never removed: an erased one keeps its number.
    private static let accounts: Set = ["account_id", "behalf_id"]

    /// Other columns that nobody looks at, by the reason.
    private static let unseen: [String: Set<String>] = [
        "accounts are never removed: an erased one keeps its number": [
            "case_step.former_id", "case_step.next_id", "case_task.owner_id", "meeting.leader_id",
            "meeting_task.owner_id", "prevention_case.owner_id",
        ],
        "no row of another table: counters, keys, numbers as other systems have them": [
            "id_counter.next_id", "master_key.key_id", "sealing_key.key_id", "sourced_id.sourced_id",
        ],
        "of a register that the row's kind tells": ["sourced_id.entity_id"],
        "tombstones name what is no more": [
            "ended_case.case_id", "ended_meeting.meeting_id", "ended_request.request_id",
            "erased_pupil.pupil_id", "erased_staff.staff_id",
        ],
        "the trail says what was when it was written": [
            "audit_outbox.class_id", "audit_outbox.institution_id", "audit_outbox.owner_id",
            "audit_outbox.pupil_id", "audit_person.pupil_id", "audit_record.class_id",
            "audit_record.institution_id", "audit_record.owner_id", "audit_record.pupil_id",
        ],
        "a place or person that is no more opens nothing to an account": [
            "account.staff_id", "grant_role.class_id", "grant_role.institution_id", "grant_role.pupil_id",
            "person_export.class_id", "person_export.institution_id", "report_set.institution_id",
            "saved_view.institution_id",
        ],
        "what an import was confined to may be taken back with the import that brought it": [
            "batch.institution_id"
        ],
        "rows of another store, or of one that is emptied": [
            "batch.import_id", "import_run.batch_id", "job.subject_id", "rejected_row.import_id",
            "staging_chunk.import_id", "upload_chunk.upload_id",
        ],
        "the note or task of a case that was written at a meeting; it goes with its case and the minutes stay":
            [
                "meeting_note.case_note_id", "meeting_task.case_task_id",
            ],
        "the sign that began it, which goes where the data show it no more": [
            "prevention_case.signal_id", "risk_observation.signal_id",
        ],
        "of the same programme, with which it goes": ["plan_event.task_id", "plan_party.member_id"],
    ]

    /// The columns of a store that end in `_id` and have no foreign key.
    private static func keyless(_ connection: Connection) throws -> Set<String> {
        var found: Set<String> = []
        for table in try connection.tables() {
            let keyed = Set(
                try connection.rows(
                    "SELECT \"from\" FROM pragma_foreign_key_list(\(table)) ORDER BY 1",
                    String.self
                )
            )
            for column in try connection.columns(of: table)
            where column.hasSuffix("_id") && column != "tenant_id" && !keyed.contains(column) {
                found.insert("\(table).\(column)")
            }
        }
        return found
    }

    /// The columns that the doctor looks at.
    private static func seen(
        _ house: HouseBook,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Set<String> {
        let references = References(house: house, tenant: tenant, connection: connection)
        let named = house.registers.filter { $0.key == ["id"] }.flatMap { references.links(to: $0) }
        let loose = try LooseReference.load(house, connection)
        return Set(named.map { "\($0.table.text).\($0.column.text)" })
            .union(house.facts.map { "\($0.name.text).batch_id" })
            .union(loose.map { "\($0.table).\($0.column)" })
    }

    @Test func `every column that names a row has a key, is looked at, or says why not`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let (house, tenant, database) = (test.world.house, test.tenant, test.world.database)
            let (data, seen) = try await database.data.read { connection in
                (try Self.keyless(connection), try Self.seen(house, tenant, connection))
            }
            let trail = try await database.audit.read { try Self.keyless($0) }
            let state = try await database.state.read { try Self.keyless($0) }
            // Cells are counted again from the facts.
            let cubes = house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }
            let cells = Set(cubes.map(\.name.text))
            let unseen = data.subtracting(seen).union(trail).union(state).filter { name in
                let parts = name.split(separator: ".").map(String.init)
                return !cells.contains(parts[0]) && !Self.accounts.contains(parts[1])
            }
            let said = Self.unseen.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            #expect(unseen.subtracting(said).sorted() == [], "have no key and are not looked at")
            #expect(said.subtracting(unseen).sorted() == [], "are looked at, have a key or are no more")
        }
    }

    @Test(arguments: Engine.available)
    func `the doctor finds what tables beside the registers name and is not there`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let tenant = test.tenant
            let before = try await Doctor(test.desk).run()
            #expect(before.isEmpty)
            try await test.world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                    VALUES (\(tenant), 900, 901, 902)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO risk_step (tenant_id, signal_id, ordinal, at, state, account_id, account_name)
                    VALUES (\(tenant), 903, 1, 0, 1, 1, 'Ieva')
                    """
                )
            }
            let found = try await Doctor(test.desk).run()
            #expect(found.allSatisfy { $0.kind == .orphan })
            let told = found.map { "\($0.table).\($0.column) \($0.key)" }
            #expect(
                told.sorted() == [
                    "pupil_alias.merge_id [902]", "pupil_alias.pupil_id [900]", "pupil_alias.target_id [901]",
                    "risk_step.signal_id [903]",
                ]
            )
        }
    }
}
