import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// Marks and examinations of one institution beside similar ones, the municipality and its own earlier year.
struct BalanceBesideTests {
    /// School, year, class, code, mark; everybody has 50 per cent in the examination.
    private static let pupils = [
        ("Ozolu skola", "2024/2025", "9.a", "O1", 6), ("Ozolu skola", "2024/2025", "9.a", "O2", 6),
        ("Liepu skola", "2024/2025", "9.b", "L1", 4), ("Bērzu skola", "2024/2025", "9.c", "B1", 8),
        ("Ozolu skola", "2023/2024", "9.d", "E1", 7),
    ]

    private func town(
        _ engine: Engine,
        _ body: (BoardWorld, Selection) async throws -> Void
    ) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        var results = ["institution,class,pupil_code,year,assessment,percent"]
        for (school, year, classGroup, code, mark) in BalanceBesideTests.pupils {
            pupils.append("\(school),\(year),\(classGroup),\(code),Paraugs,Ilze")
            marks.append("\(school),\(classGroup),\(code),\(year),Matemātika,\(mark),year,,")
            results.append("\(school),\(classGroup),\(code),\(year),CE-\(year.prefix(4)),50")
        }
        let works = """
            Mācību gads;Pārbaudes darba kods;Pārbaudes darbs;Pārbaudes darba veids;Mācību priekšmets;Klašu grupa;\
            Vidējais valstī, %
            2023/2024;CE-2023;Eksāmens matemātikā;Centralizētais eksāmens;Matemātika;9;
            2024/2025;CE-2024;Eksāmens matemātikā;Centralizētais eksāmens;Matemātika;9;
            """
        try await Town.with(
            engine,
            pupils: pupils.joined(separator: "\n"),
            marks: marks.joined(separator: "\n"),
            assessments: works,
            results: results.joined(separator: "\n")
        ) { world in
            let own = InstitutionID(rawValue: try await Town.id("institution", "Ozolu skola", world))
            try await body(world, Selection(year: SchoolYear(2024), institution: own))
        }
    }

    @Test(arguments: Engine.available)
    func `the balance stands beside similar institutions, the municipality and the year before`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, selection in
            let document = try await world.answer(MarkExamBalance.self, selection)
            // A mark of 6 is 60 per cent; of 6, 6, 4 and 8 the mean is 6.
            #expect(
                try document.table("comparison").lines.map { [$0[1], $0[2], $0[6]] } == [
                    ["Ozolu skola", "2", "10,0"], ["Līdzīgas iestādes", "1", "−10,0"],
                    ["Pašvaldība", "4", "10,0"],
                ]
            )
            #expect(
                try document.table("years").lines.map { [$0[1], $0[6]] } == [
                    ["2023./2024.", "20,0"], ["2024./2025.", "10,0"],
                ]
            )
            #expect(document.notes.contains { $0.lv.contains("Liepu skola") })
        }
    }

    @Test(arguments: Engine.available)
    func `the board is drawn by institution, an examination a picture`(_ engine: Engine) async throws {
        try await town(engine) { world, selection in
            let whole = try await world.answer(MarkExamBalance.self, Selection(year: selection.year))
            let picture = try whole.table("picture")
            // 80, 40 and 60 per cent, each with 50 in the examination.
            #expect(
                picture.lines == [
                    ["Bērzu skola", "30,0"], ["Liepu skola", "−10,0"], ["Ozolu skola", "10,0"],
                ]
            )
            guard case .bars(let column)? = picture.chart else {
                Issue.record("no picture")
                return
            }
            #expect(column == picture.columns.last?.code)
            // Of one class there is nothing to draw beside another.
            let one = try await world.answer(MarkExamBalance.self, selection)
            #expect(!one.sections.contains { $0.code == "picture" })
            let reader = Town.asker([([.readFigures], .tenant)])
            let closed = try await world.answer(MarkExamBalance.self, Selection(year: selection.year), reader)
            #expect(closed.sections.map(\.code) == ["table"])
        }
    }

    @Test(arguments: Engine.available)
    func `who works with the pupils of one institution sees no sums of others`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, selection in
            let head = Town.asker([
                ([.readFigures, .readPupils], Scope(institution: selection.institution))
            ])
            var own = selection
            own.reach = head.reach(.readFigures, on: Town.today)
            let document = try await world.answer(MarkExamBalance.self, own, head)
            #expect(document.sections.map(\.code) == ["table", "places", "years"])
        }
    }
}
