import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Annexes 1 and 2 of a programme of prevention from plans of a few pupils, counted by hand.
struct AnnexTests {
    private let selection = Selection(year: CaseBoard.year)

    /// Three pupils of Ozolu skola and one of Liepu skola, with plans in two years.
    private func plans(_ world: BoardWorld) async throws {
        let (first, second) = (try await world.openCase(1), try await world.openCase(2))
        let far = try await world.openCase(4, by: CaseBoard.stranger)
        let money = ["risk2": "3-meals", "evidence2": "Nav naudas", "severity2": "2"]
        let family = ["risk3": "4-circumstances", "evidence3": "Ģimenē strīdi", "severity3": "2"]
        let more = ["risk2": "1-absence", "evidence2": "Kavē", "severity2": "1"]
        // Ansis: 1 of learning in the first term, 2 in the second; Baiba: learning, money and family.
        _ = try await world.plan(first, ["term": "2025/1"])
        _ = try await world.plan(first, more)
        _ = try await world.plan(second, money.merging(family) { one, _ in one })
        _ = try await world.plan(far, by: CaseBoard.stranger)
        // Ansis had a plan in the year before.
        _ = try await world.plan(first, ["term": "2024/2"])
    }

    @Test(arguments: Engine.available)
    func `risks that plans name are counted by group, a risk that goes on once`(_ engine: Engine) async throws
    {
        try await CaseBoard.with(engine) { world in
            try await plans(world)
            let sections = try await world.answer("prevention/identified-risks", selection).sections
            #expect(sections.map(\.code) == ["plans_table", "plans_groups"])
            // Learning, social, economic, family, all, pupils; a group without risks has a zero that is no figure.
            #expect(
                sections[0].table == ["Liepu skola|1||||1|1", "Ozolu skola|3||1|1|5|2", "Kopā|4||1|1|6|3"]
            )
            // 4, 1 and 1 of 6.
            #expect(sections[1].rows.count == 4)
            #expect(sections[1].table.first?.hasSuffix("|4|66,7") == true)
            #expect(sections[1].table.last?.hasSuffix("|1|16,7") == true)
            #expect(sections[1].table[1].hasSuffix("||0,0"))
            // Of three pupils a reader of aggregates is told nothing.
            let reader = BoardWorld.asker([.readFigures])
            let hidden = try await world.answer("prevention/identified-risks", selection, reader).sections
            let figures = hidden.flatMap(\.rows).flatMap(\.cells).compactMap { cell -> Figure? in
                if case .figure(let figure) = cell { figure } else { nil }
            }
            #expect(!figures.isEmpty)
            #expect(figures.allSatisfy { $0.isHidden && $0.tally == nil })
        }
    }

    @Test(arguments: Engine.available)
    func `pupils supported are those with a plan, and sums and different pupils are told apart`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await plans(world)
            let sections = try await world.answer("prevention/supported-pupils", selection).sections
            #expect(sections.map(\.code) == ["table", "sources", "sums"])
            #expect(sections[0].columns.map(\.code) == ["institution", "y2024_2025", "y2025_2026"])
            // Liepu skola had no plans in the first year: that is not known, and no zero.
            #expect(sections[0].table == ["Liepu skola||1", "Ozolu skola|1|2", "Kopā|1|3"])
            #expect(sections[1].table.map { $0.split(separator: "|").count } == [2, 2])
            // 1 + 3 pupils by year; Ansis is in both, so that they are three.
            #expect(numbers(sections[2]) == [4, 4, 3])
            let reader = BoardWorld.asker([.readFigures])
            let hidden = try await world.answer("prevention/supported-pupils", selection, reader).sections
            #expect(hidden[0].table == ["Liepu skola||-", "Ozolu skola|-|-", "Kopā|-|-"])
            #expect(numbers(hidden[2]) == [nil, nil, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `an institution without plans has what it reported, and a hidden part hides the sum of both`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase(1)
            _ = try await world.plan(id)
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO kept_measure (tenant_id, id, name, version)
                    VALUES (\(tenant), 900, 'prevention/supported-pupils-reported', 1)
                    """
                )
                for (institution, count) in [(1, 7), (2, 9)] {
                    try connection.execute(
                        """
                        INSERT INTO kept_figure (tenant_id, measure_id, year, term, institution_id, kind, numerator,
                            denominator, people, is_public, batch_id, source)
                        VALUES (\(tenant), 900, 2025, 0, \(institution), 0, \(count), 1, \(count), 0, 0, 0)
                        """
                    )
                }
            }
            let seen = try await world.answer("prevention/supported-pupils", selection).sections
            #expect(seen[0].table == ["Liepu skola|9", "Ozolu skola|1", "Kopā|10"])
            #expect(seen[1].rows.count == 1)
            // Ten less the nine that are shown would tell the one.
            let reader = BoardWorld.asker([.readFigures])
            let hidden = try await world.answer("prevention/supported-pupils", selection, reader).sections
            #expect(hidden[0].table == ["Liepu skola|9", "Ozolu skola|-", "Kopā|-"])
        }
    }

    /// What the second column says: a number, or nil where it is hidden or not known.
    private func numbers(_ section: ReportSection) -> [Int?] {
        section.rows.map { row -> Int? in
            switch row.cells[1] {
            case .figure(let figure): figure.tally?.numerator
            case .number(let number, _): number
            default: nil
            }
        }
    }
}
