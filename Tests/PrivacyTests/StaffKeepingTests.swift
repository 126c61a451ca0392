import Access
import Attainment
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The end of keeping of staff: who left, by registers or by journals, and what stays with the number.
struct StaffKeepingTests {
    /// One left by the register, one works, one is known by figures of 2014 alone, one left and has figures of this year.
    private func withStaff(
        _ engine: Engine,
        _ body: @escaping @Sendable (BoardWorld) async throws -> Void
    ) async throws {
        try await withPersons(engine) { world in
            try await world.take(
                """
                institution,external_code,surname,forename,role,from,to
                Pirmā pamatskola,S1,Liepa,Ilze,skolotājs,01.09.2010,31.08.2012
                Pirmā pamatskola,S2,Kalns,Juris,skolotājs,01.09.2010,
                Pirmā pamatskola,S3,Vītola,Zane,skolotājs,unknown,
                Pirmā pamatskola,S4,Krūms,Pēteris,skolotājs,01.09.2010,31.08.2012

                """,
                "staff"
            )
            try await world.take(
                """
                institution,class,pupil_code,subject,mark,kind,year,term,teacher_code
                Pirmā pamatskola,7.a,J1,Matemātika,3,term,2026/2027,1,S4
                Pirmā pamatskola,9.a,J2,Matemātika,8,year,2014/2015,,S3

                """,
                "marks"
            )
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `who left everywhere longer ago loses name and code, and nobody else does`(
        _ engine: Engine
    ) async throws {
        try await withStaff(engine) { world in
            try await world.keep(["staff": 10])
            try await world.beginDay()
            let names = try await world.column("surname", of: "staff", String.self)
            #expect(names == ["", "Kalns", "", "Krūms"])
            let codes = try await world.column("external_code", of: "staff", String.self)
            #expect(codes == ["", "S2", "", "S4"])
            let buried = try await world.column("staff_id", of: "erased_staff", by: "staff_id", Int.self)
            #expect(buried.count == 2)
            let told = try await world.trail()
            #expect(told.contains("retention staff \(buried.map { String($0) }.joined(separator: ","))"))
            // A second time there is nothing to do.
            try await world.desk(on: today + 1).beginDay()
            #expect(try await world.count("erased_staff") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `posts and figures stay with the number`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            let selection = Selection(year: SchoolYear(2014))
            let before = try await world.vector("attainment/mark", selection, over: [.teacher])
            let posts = try await world.count("staff_post")
            try await world.keep(["staff": 10])
            try await world.beginDay()
            #expect(try await world.vector("attainment/mark", selection, over: [.teacher]) == before)
            #expect(try await world.count("staff_post") == posts)
            #expect(try await world.findings().isEmpty)
            let (tenant, year) = (world.desk.tenant, SchoolYear(2026))
            let name = try await world.desk.database.data.read { connection in
                let id = try connection.value(
                    "SELECT min(staff_id) FROM erased_staff WHERE tenant_id = \(tenant)",
                    Int.self
                )
                let names = RegistryNames(tenant: tenant, year: year, connection)
                return id.map { names.name(.teacher, $0).lv == "#\($0)" }
            }
            #expect(name == true)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may sign in works still, and a closed account loses the link`(
        _ engine: Engine
    ) async throws {
        try await withStaff(engine) { world in
            let accounts = Accounts(world.desk(on: today - 60))
            var new = NewAccount(login: "ilze.liepa", name: "Ilze Liepa")
            new.staff = StaffID(rawValue: try await world.column("id", of: "staff", Int.self)[0])
            let id = try await accounts.add(new, NewRole("reader", in: .tenant)).id
            try await world.keep(["staff": 10])
            try await world.beginDay()
            #expect(try await world.column("surname", of: "staff", String.self)[0] == "Liepa")
            try await accounts.disable(id)
            try await world.desk(on: today + 1).beginDay()
            #expect(try await world.column("surname", of: "staff", String.self)[0] == "")
            #expect(try await world.column("staff_id", of: "account", Int.self) == [0])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody goes before the board has said so`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            try await world.beginDay()
            #expect(try await world.count("erased_staff") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `somebody who comes back is a new entry, and the tombstone stays one`(
        _ engine: Engine
    ) async throws {
        try await withStaff(engine) { world in
            try await world.keep(["staff": 10])
            try await world.beginDay()
            try await world.take(
                """
                institution,external_code,surname,forename,role,from,to
                Pirmā pamatskola,S1,Liepa,Ilze,skolotājs,01.09.2026,

                """,
                "staff"
            )
            let names = try await world.column("surname", of: "staff", String.self)
            #expect(names == ["", "Kalns", "", "Krūms", "Liepa"])
        }
    }
}
