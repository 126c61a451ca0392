import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// One's own mean beside that of similar institutions and of the municipality.
struct MarksBesideTests {
    /// Six pupils in each of three schools with year marks in mathematics: sums 36 of six, 42 of six, 54 of six.
    private static let schools = [
        ("Ozolu skola", "7.a", [6, 6, 6, 6, 6, 6]), ("Liepu skola", "7.b", [7, 7, 7, 7, 7, 7]),
        ("Bērzu skola", "7.c", [9, 9, 9, 9, 9, 9]),
    ]

    private func town(
        _ engine: Engine,
        liepas: Int = 6,
        _ body: (BoardWorld, InstitutionID) async throws -> Void
    ) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        for (school, classGroup, numbers) in MarksBesideTests.schools {
            for (index, mark) in numbers.prefix(school == "Liepu skola" ? liepas : 6).enumerated() {
                let code = "\(classGroup)-\(index)"
                pupils.append("\(school),2024/2025,\(classGroup),\(code),Paraugs,Ilze")
                marks.append("\(school),\(classGroup),\(code),2024/2025,Matemātika,\(mark),year,,")
            }
        }
        let files = (pupils.joined(separator: "\n"), marks.joined(separator: "\n"))
        try await Town.with(engine, pupils: files.0, marks: files.1) { world in
            try await body(
                world,
                InstitutionID(rawValue: try await Town.id("institution", "Ozolu skola", world))
            )
        }
    }

    @Test(arguments: Engine.available)
    func `similar is of the same type and size, and every mean is over pupils`(_ engine: Engine) async throws
    {
        try await town(engine, liepas: 5) { world, own in
            let selection = Selection(year: SchoolYear(2024), institution: own)
            let document = try await world.answer(ClassAverages.self, selection)
            // The municipality: (36 + 35 + 54) / 17 = 7.35.
            #expect(
                try document.table("comparison").lines.map { [$0[0], $0[3]] } == [
                    ["Ozolu skola", "6,00"], ["Līdzīgas iestādes", "7,00"], ["Pašvaldība", "7,35"],
                ]
            )
            let words = document.notes.map(\.lv).joined()
            #expect(words.contains("līdz 100 izglītojamajiem") && words.contains("Liepu skola"))
            #expect(!words.contains("Bērzu skola"))
            let levels = try await world.answer(LevelDistribution.self, selection)
            // Optimal are 6 to 8: all of the own, all of Liepas, eleven of seventeen.
            #expect(
                try levels.table("comparison").lines.map { [$0[0], $0[3]] } == [
                    ["Ozolu skola", "100,0"], ["Līdzīgas iestādes", "100,0"], ["Pašvaldība", "64,7"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a reader of one institution gets sums of enough pupils only`(_ engine: Engine) async throws {
        for (pupils, isShown) in [(6, true), (4, false)] {
            try await town(engine, liepas: pupils) { world, own in
                let reader = Town.asker([([.readFigures], Scope(institution: own))])
                var selection = Selection(year: SchoolYear(2024), institution: own)
                selection.reach = reader.reach(.readFigures, on: Town.today)
                let document = try await world.answer(ClassAverages.self, selection, reader)
                let lines = try document.table("comparison").lines
                #expect(lines[1][3] == (isShown ? "7,00" : "·"))
                #expect(lines[2][3] == (isShown ? "7,33" : "·"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `sums of similar institutions are hidden where a board raises the fewest people above theirs`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, own in
            // The head works with the own pupils, so that only the sums of others are at stake.
            let head = Town.asker([([.readFigures, .readPupils], Scope(institution: own))])
            var selection = Selection(year: SchoolYear(2024), institution: own)
            selection.reach = head.reach(.readFigures, on: Town.today)
            let before = try await world.answer(ClassAverages.self, selection, head).table("comparison").lines
            #expect(before.map { $0[3] } == ["6,00", "7,00", "7,33"])
            try await world.show(atLeast: 10)
            let after = try await world.answer(ClassAverages.self, selection, head).table("comparison").lines
            #expect(after.map { $0[3] } == ["6,00", "·", "·"])
        }
    }

    @Test(arguments: Engine.available)
    func `a reader of all institutions sees no sum that holds a hidden part`(_ engine: Engine) async throws {
        try await town(engine, liepas: 4) { world, own in
            let reader = Town.asker([([.readFigures], .tenant)])
            let selection = Selection(year: SchoolYear(2024), institution: own)
            let document = try await world.answer(ClassAverages.self, selection, reader)
            #expect(try document.table("comparison").lines[1][3] == "·")
        }
    }

    @Test func `a minority programme makes another language history`() async throws {
        try await town(.sqlite) { world, own in
            try await world.take(
                """
                institution,code,name
                Ozolu skola,21011121,Pamatizglītības mazākumtautību programma
                Liepu skola,21011111,Pamatizglītības programma
                """,
                "programmes"
            )
            let desk = world.desk
            let similar = try await desk.database.data.read { connection in
                let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(2024), connection)
                let question = desk.question(Selection(year: SchoolYear(2024)), names, connection)
                return try SimilarInstitutions.of(own, question)
            }
            #expect(similar?.others == [])
            #expect(similar?.definition.lv.contains("ir vai ir bijusi") == true)
        }
    }
}
