import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Why lessons are missed lies sealed with the note of the step that found it out.
struct DutyNoteTests {
    private struct Kept: Equatable {
        let cause: String
        let isNoteGone: Bool
    }

    /// The open codes and whether notes are there, as they are stored, in the order of the entries.
    private func kept(_ world: BoardWorld) async throws -> [Kept] {
        let tenant = world.desk.tenant
        let rows = try await world.desk.database.data.read { connection in
            try connection.rows(
                "SELECT cause, length(note_sealed) FROM duty_entry WHERE tenant_id = \(tenant) ORDER BY id",
                String.self,
                Int.self
            )
        }
        return rows.map { Kept(cause: $0.0, isNoteGone: $0.1 == 0) }
    }

    private func record(_ world: BoardWorld, _ cause: String, _ note: String) async throws {
        let typed = ["step": "meeting", "day": "20.01.2026.", "cause": cause, "note": note]
        let draft = try DutyWork.draft(typed, DutyBoard.year, 2, today: RiskBoard.today)
        try await DutyWork(desk: world.desk).record(draft, of: PupilID(rawValue: 1))
    }

    @Test(arguments: [
        DutyNote(cause: "health", text: "Ārsta zīme būs."),
        DutyNote(cause: "economic", text: ""),
        DutyNote(cause: "", text: "Māte nezināja.\nZvanīts divreiz."),
        DutyNote(cause: "", text: "[health] tā nav zīme\notrā rindā"),
        DutyNote(cause: "", text: ""),
    ])
    func `a note is read back as it was written`(_ note: DutyNote) {
        let sealed = note.sealedText(Text(lv: "Iemesla vārdi", en: "Words of the reason"))
        #expect(DutyNote(openCause: "", opened: sealed) == note)
    }

    @Test(arguments: Engine.available)
    func `the reason is in no column, and those who work with the pupil read it`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            try await record(world, "economic", "Strādā veikalā.")
            let stored = try await kept(world)
            #expect(stored.allSatisfy { $0.cause.isEmpty })
            let sealed = try await world.desk.database.data.read { connection in
                try connection.rows("SELECT note_sealed FROM duty_entry ORDER BY id", [UInt8].self)
            }
            #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("economic") })
            let own = try await world.dutyPupil(1, DutyBoard.asker(1))
            #expect(own.notes.values.contains(DutyNote(cause: "economic", text: "Strādā veikalā.")))
            let other = try await world.dutyPupil(1, DutyBoard.asker(2))
            #expect(other.duty(2)?.cause(other.notes) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a reason from before is sealed with its note as the day begins, and goes where the note is gone`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                let ids = try connection.rows(
                    "SELECT id FROM duty_entry WHERE tenant_id = \(tenant) ORDER BY id",
                    Int.self
                )
                // The first has a note of the pupil's mother; the last one's time is over.
                try connection.execute(
                    "UPDATE duty_entry SET cause = 'health' WHERE tenant_id = \(tenant) AND id = \(ids[0])"
                )
                try connection.execute(
                    """
                    UPDATE duty_entry SET cause = 'social', note_sealed = \([UInt8]())
                    WHERE tenant_id = \(tenant) AND id = \(ids[ids.count - 1])
                    """
                )
            }
            // Until then it is read as it is.
            let before = try await world.dutyPupil(1)
            #expect(before.notes.values.contains(DutyNote(cause: "health", text: "Māte nezināja.")))
            try await world.desk(on: RiskBoard.today + 1).beginDay()
            let stored = try await kept(world)
            #expect(stored.allSatisfy { $0.cause.isEmpty })
            #expect(stored.map(\.isNoteGone) == stored.indices.map { $0 == stored.count - 1 })
            let after = try await world.dutyPupil(1)
            #expect(after.notes == before.notes)
        }
    }

    @Test(arguments: Engine.available)
    func `at the end of its time a reason that stands in the open goes with the note`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute("UPDATE duty_entry SET cause = 'social' WHERE tenant_id = \(tenant)")
                try DutyKeeping.counted.empty("tenant_id = \(tenant)", on: RiskBoard.today, connection)
            }
            let stored = try await kept(world)
            #expect(stored.count == 8 && stored.allSatisfy { $0.cause.isEmpty && $0.isNoteGone })
        }
    }
}
