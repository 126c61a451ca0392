import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

struct ErasureTests {
    @Test(arguments: Engine.available)
    func `an erased person leaves numbers and no word`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            let before = try await world.vector("attainment/mark", Selection(year: SchoolYear(2026)))
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            #expect(try await world.vector("attainment/mark", Selection(year: SchoolYear(2026))) == before)
            #expect(try await world.count("risk_observation") == 0)
            #expect(try await world.count("risk_signal") == 0)
            #expect(try await world.count("risk_step") == 0)
            let tenant = world.desk.tenant
            let left = try await world.desk.database.data.read { connection in
                try connection.rows(
                    """
                    SELECT surname, forename, external_code, birth_day IS NULL AND code_sealed IS NULL
                        AND code_index IS NULL FROM pupil WHERE tenant_id = \(tenant) AND id = \(pupil)
                    """,
                    String.self,
                    String.self,
                    String.self,
                    Bool.self
                )
            }
            #expect(left.map { "\($0.0)\($0.1)\($0.2)" } == [""])
            #expect(left.map(\.3) == [true])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `steps over unexcused absence hold an erasure back while they are within their time`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let (pupil, tenant) = (try await world.pupil("J1"), world.desk.tenant)
            try await world.keep(["duty": 6])
            // Of the school year in which the time begins, and then of the one before.
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO duty_entry (tenant_id, pupil_id, id, year, term, institution_id, class_id, step, day,
                        note_sealed, account_id, account_name, at, version)
                    VALUES (\(tenant), \(pupil), 1, 2020, 1, 1, 1, 1, 1, \([UInt8]([1])), 7, 'Test', 1, 1)
                    """
                )
            }
            let request = try await world.request(.erasure, "J1")
            let work = RequestWork(desk: world.desk)
            let refusal = await #expect(throws: Refusal.self) {
                try await work.erase(request.id, "Vairs nav vajadzīgi", version: 1)
            }
            #expect(refusal?.kind == .conflict)
            try await world.desk.database.data.write { connection in
                try connection.execute("UPDATE duty_entry SET year = 2019 WHERE tenant_id = \(tenant)")
            }
            try await work.erase(request.id, "Vairs nav vajadzīgi", version: 1)
            let names = try await world.column("surname", of: "pupil", String.self)
            #expect(names.first == "")
            // That a step was taken is counted still, and tells nothing.
            #expect(try await world.column("account_name", of: "duty_entry", String.self) == [""])
        }
    }

    @Test(arguments: Engine.available)
    func `an undo does not give an erased person the name again, and the rest is undone`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let change = try await world.take(
                """
                institution,personal_code,external_code,surname,forename,year,class,from,to
                Pirmā pamatskola,010113-20004,J1,Ozoliņš,Jānis,2026/2027,7.a,01.09.2026,
                Pirmā pamatskola,,J2,Bērziņa-Kalna,Anna,2014/2015,9.a,01.09.2014,12.06.2015

                """,
                "pupils"
            )
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            try await world.undo(try #require(change.batch))
            let names = try await world.column("surname", of: "pupil", String.self)
            #expect(names == ["", "Bērziņa"])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the day after the time of keeping takes away who left, and nobody else`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["schooling": 10])
            try await world.beginDay()
            let tenant = world.desk.tenant
            let names = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT surname FROM pupil WHERE tenant_id = \(tenant) ORDER BY id",
                    String.self
                )
            }
            #expect(names == ["Ozols", ""])
            let buried = try await world.desk.database.data.read { try ErasedPupils.load(tenant, $0).pupils }
            #expect(buried.count == 1)
            // A second time there is nothing to do.
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a stay that nobody ended is over with the year of its class, unless the pupil learns still`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.take(
                """
                institution,external_code,surname,forename,year,class,from
                Pirmā pamatskola,J3,Liepa,Ilze,2014/2015,9.a,01.09.2014
                Pirmā pamatskola,J4,Kalns,Juris,2014/2015,9.a,01.09.2014
                Pirmā pamatskola,J5,Vītola,Zane,2014/2015,9.a,01.09.2014

                """,
                "pupils"
            )
            // One is in a group of this year, of one a figure of this year is known.
            let (member, known) = (try await world.pupil("J4"), try await world.pupil("J5"))
            let place = try await world.column("id", of: "institution", InstitutionID.self)[0]
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                for row: SQL in [
                    """
                    INSERT INTO teaching_group (tenant_id, id, institution_id, year, name, version)
                    VALUES (\(tenant), 900, \(place), 2026, 'Matemātika', 1)
                    """,
                    """
                    INSERT INTO group_member (tenant_id, group_id, pupil_id, from_day, to_day, version)
                    VALUES (\(tenant), 900, \(member), \(today), 0, 1)
                    """,
                    """
                    INSERT INTO past_failures (tenant_id, pupil_id, year, count, batch_id, source)
                    VALUES (\(tenant), \(known), 2026, 1, 1, 0)
                    """,
                ] { try connection.execute(row) }
            }
            try await world.keep(["schooling": 10])
            try await world.beginDay()
            let names = try await world.column("surname", of: "pupil", String.self)
            #expect(names == ["Ozols", "", "", "Kalns", "Vītola"])
        }
    }

    @Test(arguments: Engine.available)
    func `of a pupil whose time is over no room has a row left that tells of them`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            try await Papers.openCase(of: pupil, world)
            _ = try await Papers.meet(about: pupil, world)
            let told = try await telling(of: pupil, world)
            #expect(
                told.isSuperset(of: [
                    "risk_observation", "case_note", "case_task", "meeting_item", "meeting_request",
                    "meeting_note", "meeting_task",
                ]),
                "\(told.sorted())"
            )
            try await world.keep(["schooling": 10])
            try await world.desk(on: today.adding(years: 12)).beginDay()
            #expect(try await telling(of: pupil, world) == [])
            // The meeting spoke of others too.
            #expect(try await world.count("meeting") == 1)
        }
    }

    /// The tables that have rows about a pupil of those that go with the person.
    private func telling(of pupil: PupilID, _ world: BoardWorld) async throws -> Set<String> {
        let (house, tenant) = (world.desk.house, world.desk.tenant)
        return try await world.desk.database.data.read { connection in
            let tables = try PersonTables.load(house, connection).all.filter { table in
                let rows = try connection.value(
                    """
                    SELECT count(*) FROM \(try SQL.name(table.note.name))
                    WHERE \(try table.condition(pupil, tenant))
                    """,
                    Int.self
                )
                return table.goes(house) && rows != 0
            }
            return Set(tables.map(\.note.name))
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is taken away before the board has said how long it keeps data`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is taken away while a request is open`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["schooling": 10])
            _ = try await world.request(.access, "J2")
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `the import of an erased pupil is taken back and leaves the tombstone`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let batch = try await world.take(
                """
                institution,external_code,surname,forename,year,class,from
                Pirmā pamatskola,J9,Liepa,Ilze,2026/2027,7.a,01.09.2026

                """,
                "pupils"
            )
            let request = try await world.request(.erasure, "J9")
            try await RequestWork(desk: world.desk).erase(request.id, "Kļūda", version: 1)
            try await world.undo(try #require(batch.batch))
            #expect(try await world.count("erased_pupil") == 1)
            #expect(try await world.column("surname", of: "pupil", String.self).last == "")
            #expect(try await world.findings().isEmpty)
        }
    }
}
