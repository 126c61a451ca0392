import Exchange
import Frame
import Kernel
import Prevention
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// Signs of pupils who are erased, and of years whose time is over: what they showed goes, and they are counted as before.
struct SignalKeepingTests {
    private let year = Selection(year: SchoolYear(2026))

    /// The board with a sign of the pupil in class: no mark in a subject of the term.
    private func withSign(
        _ engine: Engine,
        _ body: @escaping @Sendable (BoardWorld) async throws -> Void
    ) async throws {
        try await withPersons(engine) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\nFizika,FIZ,4\n", "subjects")
            try await world.take(
                """
                institution,class,pupil_code,subject,mark,kind,year,term
                Pirmā pamatskola,7.a,J1,Matemātika,3,term,2026/2027,1
                Pirmā pamatskola,7.a,J1,Fizika,nv,term,2026/2027,1

                """,
                "marks"
            )
            let signs = try await world.count("risk_signal")
            #expect(signs == 1)
            try await body(world)
        }
    }

    private func counted(_ world: BoardWorld) async throws -> [MemberKey: Tally] {
        try await world.vector("prevention/signals", year, over: [.institution])
    }

    /// How many pupils wait for somebody's first look.
    private func waiting(_ world: BoardWorld) async throws -> Int? {
        let desk = world.desk
        return try await desk.database.data.read { try NewSignals.pupils(SchoolYear(2026), desk, $0) }
    }

    @Test(arguments: Engine.available)
    func `signs of an erased pupil are counted as before, and wait for nobody`(_ engine: Engine) async throws
    {
        try await withSign(engine) { world in
            let before = try await counted(world)
            #expect(before.values.map(\.numerator) == [1])
            #expect(try await waiting(world) == 1)
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            #expect(try await counted(world) == before)
            #expect(try await waiting(world) == 0)
            #expect(try await world.count("risk_reading") == 0)
            // Nobody judges a number anew, and nothing is missing.
            try await world.desk(on: today + 1).beginDay()
            #expect(try await counted(world) == before)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what a sign showed goes when its time is over, and past years count it as before`(
        _ engine: Engine
    ) async throws {
        try await withSign(engine) { world in
            let before = try await counted(world)
            try await world.keep(["signals": 1])
            // The school year of the sign ends on 31 August 2027.
            let last = try #require(Day(2028, 8, 31))
            try await world.desk(on: last).beginDay()
            #expect(try await world.count("risk_reading") == 1)
            let later = world.desk(on: last + 1)
            try await later.beginDay()
            #expect(try await world.count("risk_reading") == 0)
            #expect(try await world.count("risk_step") == 0)
            #expect(try await world.count("risk_signal") == 1)
            #expect(try await counted(world) == before)
            let findings = try await Doctor(later).run()
            #expect(findings.isEmpty)
            let ended = try await later.ended()
            #expect(ended.map(\.what.en) == ["Signs of risk"])
            #expect(ended.map(\.count) == [1])
            // A second day there is nothing to do.
            try await world.desk(on: last + 2).beginDay()
            #expect(try await world.count("ended_signal") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a sign whose time is over is judged no more when data of its year change`(
        _ engine: Engine
    ) async throws {
        try await withSign(engine) { world in
            let before = try await counted(world)
            try await world.keep(["signals": 1])
            let day = try #require(Day(2028, 9, 1))
            let later = world.desk(on: day)
            try await later.beginDay()
            let tenant = world.desk.tenant
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try connection.lock(tenant: tenant.rawValue)
                var notice = ChangeNotice()
                notice.note(pupil, in: SchoolYear(2026))
                try later.tell(notice, connection)
            }
            #expect(try await world.count("risk_signal") == 1)
            #expect(try await world.count("risk_reading") == 0)
            #expect(try await counted(world) == before)
        }
    }
}
