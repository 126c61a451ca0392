import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// What was written of a pupil in a year that is over: the words go, and past years count the rows as before.
struct YearWordsKeepingTests {
    @Test(arguments: Engine.available)
    func `the text of a behaviour entry goes after the school year, and the entry is counted as before`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.take(
                """
                institution,class,pupil_code,date,behaviour,text
                Pirmā pamatskola,7.a,J1,2026-10-12,talk,Saruna par kavējumiem.

                """,
                "behaviour"
            )
            let year = Selection(year: SchoolYear(2026))
            let before = try await world.vector("behaviour/entries", year, over: [.kind])
            #expect(before.values.map(\.numerator) == [1])
            try await world.keep(["behaviour": 1])
            let last = try #require(Day(2028, 8, 31))
            try await world.desk(on: last).beginDay()
            #expect(try await world.count("ended_behaviour") == 0)
            try await world.desk(on: last + 1).beginDay()
            #expect(try await world.count("ended_behaviour") == 1)
            let lengths = try await world.column(
                "length(text_sealed)",
                of: "behaviour_text",
                by: "pupil_id, day, ordinal",
                Int.self
            )
            #expect(lengths == [0])
            let after = try await world.vector("behaviour/entries", year, over: [.kind])
            #expect(after == before)
            #expect(try await world.findings().isEmpty)
            // A second day there is nothing to do, and keys are changed as before.
            try await world.desk(on: last + 2).beginDay()
            #expect(try await world.count("ended_behaviour") == 1)
            let desk = world.desk
            _ = try await desk.database.rotateKeys(tenant: desk.tenant.rawValue)
        }
    }

    @Test(arguments: Engine.available)
    func `who gave a consultation goes after the school year, and the consultation is counted as before`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            let place = try await world.column("id", of: "institution", InstitutionID.self)[0]
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO consultation (tenant_id, id, pupil_id, institution_id, class_id, grade, subject_id,
                        year, term, day, minutes, account_id, account_name, is_undone, version)
                    VALUES (\(tenant), 1, \(pupil), \(place), 0, 7, 0, 2026, 1, \(today), 40, 7, 'Test', 0, 1)
                    """
                )
            }
            try await world.keep(["consultations": 2])
            let last = try #require(Day(2029, 8, 31))
            try await world.desk(on: last).beginDay()
            #expect(try await world.column("account_name", of: "consultation", String.self) == ["Test"])
            try await world.desk(on: last + 1).beginDay()
            #expect(try await world.column("account_name", of: "consultation", String.self) == [""])
            #expect(try await world.column("account_id", of: "consultation", Int.self) == [0])
            #expect(try await world.column("minutes", of: "consultation", Int.self) == [40])
            #expect(try await world.count("ended_consultation") == 1)
            let ended = try await world.desk(on: last + 1).ended()
            #expect(ended.map(\.what.en) == ["Consultations"])
        }
    }
}
