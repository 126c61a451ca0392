import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

/// The published bands of examinations, beside results below the threshold.
struct PublishedBandsTests {
    private static let file = """
        Mācību gads;Skolas nosaukums;Eksāmens;Līmenis;Skaits;Kopvērtējums, %;Zem 10 %;Zem 20 %;Zem 50 %;Zem 100 %
        2024/2025;Ozolu skola;Matemātika;optimālais;40;41,8;1;8;30;40
        2024/2025;Bērzu skola;Matemātika;optimālais;20;50;0;1;9;19
        2024/2025;Ozolu skola;Matemātika;augstākais;10;61,8;0;0;3;10
        2024/2025;Bērzu skola;Fizika;;8;45;0;;4;8
        2024/2025;Ozolu skola;Fizika;;8;45;0;2;4;8
        """

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take(
                "name,reg_no,type\nOzolu skola,4212900001,Vidusskola\nBērzu skola,4212900002,Vidusskola\n",
                "institutions"
            )
            let plan = try await world.take(
                PublishedBandsTests.file,
                VIISExamBands.name,
                mapping: VIISExamBands.name
            ).plan
            #expect(plan.rejected + plan.unmatched == 0)
            try await body(world)
        }
    }

    private func lines(
        _ world: BoardWorld,
        _ selection: Selection,
        _ asker: Asker? = nil
    ) async throws -> [[String]]? {
        let document = try await world.answer(Thresholds.self, selection, as: asker)
        let section = document.sections.first { $0.code == "published" }
        guard let section else { return nil }
        // The bounds of which the file has numbers.
        let codes = ["topic", "published_takers", "below10", "below20", "below50", "below100"]
        let places = codes.compactMap { code in section.columns.firstIndex { $0.code == code } }
        return section.rows.map { row in places.map { row.cells[$0].read } }
    }

    @Test(arguments: Engine.available)
    func `takers below each bound are added up over institutions, and not where one of them has no number`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            let year = Selection(year: SchoolYear(2024))
            // Mathematics: 1, 9, 39 and 59 of 60; physics below 20 per cent is known of one institution alone.
            let expected = [
                ["Fizika", "16", "0,0", "?", "50,0", "100,0"],
                ["Matemātika, optimālais līmenis", "60", "1,7", "15,0", "65,0", "98,3"],
                ["Matemātika, augstākais līmenis", "10", "0,0", "0,0", "30,0", "100,0"],
            ]
            #expect(try await lines(world, year) == expected)
            // The numbers are public.
            let reader = BoardWorld.asker([.readFigures, .readTeacherFigures])
            #expect(try await lines(world, year, reader) == expected)
            var own = year
            own.institution = InstitutionID(rawValue: try await world.id("institution", named: "Bērzu skola"))
            #expect(
                try await lines(world, own) == [
                    ["Fizika", "8", "0,0", "?", "50,0", "100,0"],
                    ["Matemātika, optimālais līmenis", "20", "0,0", "5,0", "45,0", "95,0"],
                ]
            )
        }
    }

    @Test func `a class and a year without a summary have none`() async throws {
        try await world(.sqlite) { world in
            var selection = Selection(year: SchoolYear(2024))
            selection.classGroup = ClassID(rawValue: 1)
            let ofClass = try await lines(world, selection)
            #expect(ofClass == nil)
            let ofYear = try await lines(world, Selection(year: SchoolYear(2023)))
            #expect(ofYear == nil)
        }
    }
}
