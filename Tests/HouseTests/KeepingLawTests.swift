import Foundation
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House
@testable import Privacy

/// Whatever tells of persons ends by itself, or somebody has said why it stays.
///
/// A new table that holds persons needs a word here, and a line in the test of what ends it.
struct KeepingLawTests {
    /// Which tables each end of keeping empties or takes the person out of, by their class; tables of pupils and those that
    /// accounts keep for themselves say by themselves whose a row is.
    private static let ended: [String: Set<String>] = [
        "employment": ["staff"],
        "account": ["account"],
        "minutes": ["meeting", "meeting_member", "meeting_addition"],
        "requests": ["privacy_request", "privacy_step"],
        "undo": ["undo_row", "pupil_merge_row"],
        "staging": ["import_run", "staging_chunk", "upload", "upload_chunk"],
        "rejected": ["rejected_row"],
        "days": ["one_time_link", "session", "pending_sign_in", "throttle"],
    ]

    /// Tables whose rows stay.
    private static let stays: [String: Set<String>] = [
        "numbers: where somebody worked and taught is counted, and leads to no name": [
            "staff_post", "teaching", "lesson_held", "lesson_held_cell",
        ],
        "the trail: each record vouches for the one before, and has numbers only": [
            "audit_record", "audit_person", "audit_outbox", "grant_role", "person_export",
        ],
        "documents of the municipality, with those who answer for them": [
            "plan_task", "plan_report", "plan_report_frozen",
        ],
    ]

    /// The migrations that made tables of tombstones, with their checksums on the day on which they left the house.
    private static let tombstones = [
        "2026-12-ended-meetings": "d5b717ae1097bce81ed28896a32066f2d0c265902fa02570098e9e64bbe890ea",
        "2026-12-ended-requests": "082ca709c5cf3bc48fc7c8a1017e42c6b7576c294505b03c50465af1a689c4bc",
        "2027-01-ended-behaviour": "71615507e31bdb60f1e2d30152dd65165e34b35d86357edafc504fb88e25cd3c",
        "2027-01-ended-cases": "45568d787bf5dcbecafb501dc4c56f3d5621c3d42b4368326f834adc26a3ed1b",
        "2027-01-ended-texts": "16a5cba556d0825b98be110eeb0572b7a4ada8f1ed52066d5d8813c1710528ca",
        "2027-02-ended-consultations": "22f7e579cb9e953de887ab5c7c2383a5cc1c3b611d61a20589e93c802a60fb7b",
        "2027-02-ended-signals": "46b8b39c556f76afcf8eb37423e98b25a191b3bf554aa034a4ee49f321fd582f",
    ]

    /// The tables that hold persons; of one that was made anew the last note.
    private static func notes(_ house: HouseBook) -> [TableNote] {
        let notes = house.rooms.flatMap(\.migrations).flatMap(\.tables).reduce(into: [String: TableNote]()) {
            $0[$1.name] = $1
        }
        return notes.values.filter { [.pupils, .staff, .accounts].contains($0.holds) }
            .sorted { $0.name < $1.name }
    }

    @Test func `every table that holds persons ends by a rule, or says why it stays`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let house = test.world.house
            let (pupils, accounts) = try await test.world.database.data.read { connection in
                (
                    try PersonTables.load(house, connection).all,
                    try AccountTables.load(house, connection).all
                )
            }
            let cubes = house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }
            // What is left of a pupil counts and has a number only.
            let counted = Set((house.facts.map(\.name) + cubes.map(\.name)).map(\.text))
                .union(PersonTables.stays).union(house.rooms.flatMap(\.counted).map(\.table.text))
            let gone = Set(pupils.filter { $0.goes(house) }.map(\.note.name))
                .union(accounts.map(\.note.name))
            let others = Set(Self.stays.values.flatMap { $0 })
            let unsaid = Self.notes(house).filter { note in
                // Codes of other systems go with the pupil or the member of staff whom they name.
                if note.name == "sourced_id" || gone.contains(note.name) { return false }
                if note.retention == "schooling", counted.contains(note.name) { return false }
                if let ended = Self.ended[note.retention], ended.contains(note.name) { return false }
                return !others.contains(note.name)
            }
            let names = unsaid.map { "\($0.name): \($0.retention)" }
            #expect(names == [])
        }
    }

    @Test func `what is said of keeping is said of tables that there are, with their class`() {
        let notes = Self.notes(sekme)
        for (retention, tables) in Self.ended {
            let named = Set(notes.filter { $0.retention == retention }.map(\.name))
            #expect(tables.isSubset(of: named), "\(retention)")
        }
        let names = Set(notes.map(\.name))
        for tables in Self.stays.values { #expect(tables.isSubset(of: names), "\(tables)") }
    }

    @Test func `what counts for past years is emptied of every column with somebody's words`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let house = test.world.house
            let tables = try await test.world.database.data.read { try PersonTables.load(house, $0).all }
            for rows in house.rooms.flatMap(\.counted) {
                let found = tables.first { $0.note.name == rows.table.text }
                let table = try #require(found, "\(rows.table.text)")
                #expect(!table.goes(house))
                #expect(Set(rows.sealed.map(\.text)) == Set(table.note.sealed), "\(rows.table.text)")
                let named = table.columns.filter {
                    $0.hasSuffix("name") || $0.hasSuffix("_by") && !["invited_by", "sent_by"].contains($0)
                }
                #expect(Set(named).isSubset(of: rows.words.map(\.text)), "\(rows.table.text)")
                let known = (rows.words + rows.sealed).allSatisfy { table.columns.contains($0.text) }
                #expect(known, "\(rows.table.text)")
            }
        }
    }

    @Test func `every table of staff and accounts is given to a member of staff, or says why not`()
        async throws
    {
        try await TestWorld.run(.sqlite) { test in
            let house = test.world.house
            let given = try await test.world.database.data.read { connection in
                Set(try StaffTables.load(house, connection).all.map(\.note.name))
            }
            let sums = Set(
                house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text)
            )
            let notes = house.rooms.flatMap(\.migrations).filter { $0.store == .data }.flatMap(\.tables)
                .filter { [.staff, .accounts].contains($0.holds) && $0.retention != "days" }
            let missing = Set(notes.map(\.name)).subtracting(given).subtracting(sums)
            #expect(missing == Set(StaffTables.aside.keys))
        }
    }

    @Test func `every set of data about persons has a purpose and a legal basis as it is shipped`() {
        for set in DataSet.all(sekme) {
            for list in [CodeLists.processingPurposes, CodeLists.processingBases] {
                let words = CodeLists.shipped.words(list, set.code)
                #expect(words != Text(same: set.code), "\(list) \(set.code)")
            }
        }
    }

    @Test func `the shipped legal bases name the articles that the record of processing in docs names`()
        throws
    {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = "docs/data-protection/record-of-processing.en.md"
        let lines = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            .components(separatedBy: "\n").map { $0.components(separatedBy: " | ") }.filter { $0.count > 3 }
        func articles(_ text: String) -> Set<String> {
            Set(["(c)", "(e)", "9(2)(g)", "32"].filter { text.contains($0) })
        }
        for (code, rows) in Self.activities {
            let written = rows.map { row in lines.first { $0[0] == "| \(row)" }?[2] ?? "" }
            let shipped = CodeLists.shipped.words(CodeLists.processingBases, code).en
            #expect(!written.contains("") && articles(shipped) == articles(written.joined()), "\(code)")
        }
    }

    /// Sets of data with the activities of the record that are about them.
    private static let activities = [
        "registry-pupils": ["Register of pupils"],
        "attainment-pupils": ["Marks and tests"],
        "assessments-pupils": ["Marks and tests"],
        "attendance-pupils": ["Absences"],
        "behaviour-pupils": ["Behaviour entries"],
        "prevention-pupils": [
            "Signs of risk, observations, levels", "Steps over unexcused absence",
            "Cases of support, plans, consultations", "Minutes of the support team",
        ],
        "cases-pupils": ["Cases of support, plans, consultations"],
        "registry-staff": ["Staff and teaching"],
        "access-pupils": ["Accounts and the audit trail"],
        "access-accounts": ["Accounts and the audit trail"],
        "dates-accounts": ["Reminders of dates"],
    ]

    @Test(arguments: Language.allCases)
    func `the record of processing in docs has every kind of records with its start`(
        _ language: Language
    ) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = "docs/data-protection/record-of-processing.\(language.rawValue).md"
        let written = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        for kind in RetentionKind.allCases {
            let words = [kind.title, kind.start, kind.ends, kind.basis].map { $0[language] }
            let line = "| " + words.joined(separator: " | ") + " |"
            #expect(written.contains(line), "\(path) should have: \(line)")
        }
    }

    @Test func `records that a room keeps for a time are of a class that the board sets, and are told of`() {
        let kinds = sekme.rooms.flatMap(\.keeping)
        #expect(
            kinds.map { $0.retention }.sorted() == [
                "behaviour", "cases", "consultations", "duty", "minutes", "observations", "requests",
                "signals",
            ]
        )
        let tables = Dictionary(
            sekme.rooms.flatMap(\.migrations).flatMap(\.tables).map { ($0.name, $0) }
        ) { _, last in last }
        for kind in kinds {
            let set = RetentionKind(rawValue: kind.retention)
            #expect(set != nil, "\(kind.retention)")
            let missing = kind.tables.filter { tables[$0] == nil }
            #expect(missing == [], "\(kind.retention)")
            let holdsBack = kind.holding(since: Day(number: 0), TenantID(rawValue: 1)) != nil
            #expect(["cases", "duty"].contains(kind.retention) == holdsBack, "\(kind.retention)")
            // A tombstone tells of nobody.
            let note = tables[kind.tombstones.table.text]
            #expect(note?.holds == .system || note?.holds == .organisations, "\(kind.retention)")
            #expect(note?.key == ["tenant_id", kind.tombstones.number.text], "\(kind.retention)")
        }
    }

    @Test func `tables of tombstones are made by the text that databases have the checksum of`() async throws
    {
        try await TestWorld.open(.sqlite) { world in
            let applied = try await world.database.data.read { connection in
                try connection.rows("SELECT id, checksum FROM migration", String.self, String.self)
            }
            for (id, checksum) in KeepingLawTests.tombstones {
                #expect(applied.contains { $0.0 == id && $0.1 == checksum }, "\(id)")
            }
        }
    }
}
