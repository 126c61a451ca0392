import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Behaviour

struct BehaviourTests {
    private static let today = Day(2026, 6, 1) ?? Day(number: 0)
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2025/2026,7.a,K1,Ozols,Jānis
        Ozolu skola,2025/2026,7.b,K2,Liepa,Anna
        """
    private static let staff = """
        institution,surname,forename,role,year
        Ozolu skola,Kļava,Ilze,skolotājs,2025/2026
        """
    private static let entries = """
        Iestāde;Klase;Izglītojamā kods;Datums;Uzvedība;Ieraksta teksts;Autors
        Ozolu skola;7.a;K1;12.01.2026.;Piezīme;Traucēja stundu, runāja ar solabiedru.;Ilze Kļava
        Ozolu skola;7.a;K1;12.01.2026.;Uzslava;Palīdzēja klasesbiedram.;Ilze Kļava
        Ozolu skola;7.a;K1;03.10.2025.;uzslava;;
        Ozolu skola;7.b;K2;13.01.2026.;parkāpums;"Bēga; trīs reizes.";
        """.replacing("parkāpums", with: "Noteikumu pārkāpums")
    private let year = Selection(year: SchoolYear(2025))

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(engine, [behaviourRoom], today: BehaviourTests.today) { world in
            try await world.take(BehaviourTests.pupils, "pupils")
            try await world.take(BehaviourTests.staff, "staff")
            let report = try await world.take(BehaviourTests.entries, BehaviourTable.name)
            #expect(report.plan.rejected == 0 && report.plan.unmatched == 0)
            try await body(world)
        }
    }

    /// The entries of the year with their texts, as far as somebody may read them.
    private func texts(_ world: BoardWorld, _ asker: Asker) async throws -> [String?] {
        let desk = world.desk.seated(asker)
        let pass = desk.pass(.readBehaviour)
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try BehaviourEntries.of(Selection(year: SchoolYear(2025)), tenant: tenant, connection)
                .map { try $0.text?.opened(pass, connection) }
        }
    }

    @Test(arguments: Engine.available)
    func `entries are counted by pupil, month and kind`(_ engine: Engine) async throws {
        try await world(engine) { world in
            #expect(try await world.vector("behaviour/entries", year) == [[]: Tally(4, people: 2)])
            #expect(try await world.vector("behaviour/praise", year) == [[]: Tally(2, people: 1)])
            #expect(try await world.vector("behaviour/concerns", year) == [[]: Tally(2, people: 2)])
            let kinds = try await world.vector("behaviour/entries", year, over: [.pupil, .month, .kind])
            #expect(
                kinds == [
                    [1, Month(2025, 10).number, 1]: Tally(1, people: 1),
                    [1, Month(2026, 1).number, 1]: Tally(1, people: 1),
                    [1, Month(2026, 1).number, 2]: Tally(1, people: 1),
                    [2, Month(2026, 1).number, 3]: Tally(1, people: 1),
                ]
            )
            let january: [Dimension: Int] = [.month: Month(2026, 1).number]
            let rows = try await world.evidence("behaviour/entries", year, january)
            #expect(rows.map(\.words.en) == ["Remark", "Praise", "Breach of rules"])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a text is stored sealed and opens for those who work with the pupil`(_ engine: Engine) async throws
    {
        try await world(engine) { world in
            let all = [
                "Traucēja stundu, runāja ar solabiedru.", "Palīdzēja klasesbiedram.", "Bēga; trīs reizes.",
            ]
            let everybody = try await texts(world, BoardWorld.asker([.readBehaviour]))
            #expect(everybody.compactMap { $0 } == all)
            #expect(
                try await texts(world, BoardWorld.asker([.readPupils, .readFigures])).allSatisfy { $0 == nil }
            )
            let classTeacher = BoardWorld.asker(
                [.readBehaviour],
                in: Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 1))
            )
            #expect(try await texts(world, classTeacher).compactMap { $0 } == Array(all.prefix(2)))
            let stored = try await world.desk.database.data.read { connection in
                try connection.rows("SELECT text_sealed FROM behaviour_text", [UInt8].self)
            }
            #expect(stored.count == 3)
            for bytes in stored {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("stundu"))
                #expect(!String(decoding: bytes, as: UTF8.self).contains("trīs"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an entry finds its pupil by the number, whatever else the line says`(_ engine: Engine) async throws
    {
        try await world(engine) { world in
            let csv = try await world.export(BehaviourTable.self, SchoolYear(2025)).csv
            #expect(csv.contains("sekme-\(world.desk.tenant.rawValue)-pupil-1,Ozolu skola"))
            let changed = csv.replacing("7.a,,K1,Ozols,", with: ",,,Ozols-Egle,")
            #expect(changed != csv)
            let plan = try await world.stage(changed, BehaviourTable.name).plan
            #expect(plan.changes == 0 && plan.rejected == 0 && plan.unmatched == 0, "\(changed)")
        }
    }

    @Test(arguments: Engine.available)
    func `what is written imports again as no change, and so does the first file`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            try await world.expectRoundTrip(BehaviourTable.self, SchoolYear(2025), rows: 4)
            let again = try await world.stage(BehaviourTests.entries, BehaviourTable.name).plan
            #expect(again.changes == 0 && again.rejected == 0)
            let file = try await world.export(BehaviourTable.self, SchoolYear(2025))
            #expect(file.persons == [PupilID(rawValue: 1), PupilID(rawValue: 2)])
            let none = try await world.export(
                BehaviourTable.self,
                SchoolYear(2025),
                for: BoardWorld.asker([.readFigures, .readPupils])
            )
            #expect(none.persons.isEmpty && !none.csv.contains("stundu"))
        }
    }

    @Test(arguments: Engine.available)
    func `a new entry of the day gets the next place, a changed one keeps its own`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            let plan = try await world.take(
                """
                institution,class,pupil_code,date,behaviour,text,number,author
                Ozolu skola,7.a,K1,2026-01-12,talk,Saruna ar vecākiem.,,
                Ozolu skola,7.a,K1,2026-01-12,remark,Labots teksts.,1,Ilze Kļava
                """,
                BehaviourTable.name
            )
            .plan
            #expect(plan.added == 2 && plan.changed == 1 && plan.removed == 0)
            let now = try await texts(world, BoardWorld.asker([.readBehaviour])).compactMap { $0 }
            #expect(
                now == [
                    "Labots teksts.", "Palīdzēja klasesbiedram.", "Saruna ar vecākiem.", "Bēga; trīs reizes.",
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `undo takes entries and texts back`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let report = try await world.take(
                """
                institution,class,pupil_code,date,behaviour,text
                Ozolu skola,7.a,K1,2026-02-12,talk,Saruna.
                """,
                BehaviourTable.name
            )
            #expect(try await world.count("behaviour_text") == 4)
            try await world.undo(try #require(report.batch))
            #expect(try await world.count("behaviour_text") == 3)
            #expect(try await world.count("behaviour_entry") == 4)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test func `what cannot be read is rejected, and the same line twice is a contradiction`() async throws {
        try await world(.sqlite) { world in
            let plan = try await world.stage(
                """
                institution,class,pupil_code,date,behaviour,text,number
                Ozolu skola,7.a,K1,2026-07-12,remark,A,
                Ozolu skola,7.a,K1,,remark,A,
                Ozolu skola,7.a,K1,2026-02-12,dancing,A,
                Ozolu skola,7.a,K1,2026-02-12,remark,A,0
                Ozolu skola,7.a,K1,2026-02-13,remark,A,
                Ozolu skola,7.a,K1,2026-02-13,praise,A,
                """,
                BehaviourTable.name
            )
            .plan
            #expect(plan.rejected == 6)
        }
    }

    @Test func `kinds are read as schools write them`() {
        #expect(BehaviourKind(written: "UZSLAVA") == .praise)
        #expect(BehaviourKind(written: "pārrunas") == .talk)
        #expect(BehaviourKind(written: "aizrādījums") == .remark)
        for kind in BehaviourKind.allCases {
            #expect(BehaviourKind(written: kind.code) == kind)
            #expect(BehaviourKind(written: kind.words.en) == kind)
        }
        #expect(BehaviourKind(written: "") == nil)
    }
}
