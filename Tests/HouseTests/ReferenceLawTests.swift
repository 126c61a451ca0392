import Exchange
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// A column that names rows of a register names those of one: else orphans are told of that are none, and undoing an
/// import waits for rows that have nothing to do with it.
struct ReferenceLawTests {
    @Test func `every column that names rows of a register names those of exactly one`() {
        let known = Set(sekme.registers.flatMap(\.references))
        let registers = sekme.registers.map { ($0.name, $0.key + $0.columns) }
        let facts = sekme.facts.map { ($0.name, $0.key + $0.values) }
        for (table, columns) in registers + facts {
            for column in columns where known.contains(column) {
                let named = sekme.registers.filter { $0.isNamed(by: column, in: table) }.map(\.name.text)
                #expect(named.count == 1, "\(table.text).\(column.text): \(named)")
            }
        }
    }

    @Test func `programmes and individual plans have one name of a column, each in tables of its own`() {
        func named(in table: Name) -> [String] {
            sekme.registers.filter { $0.isNamed(by: "plan_id", in: table) }.map(\.name.text)
        }
        #expect(named(in: "plan_goal") == ["plan_programme"])
        #expect(named(in: "plan_measure") == ["support_plan"])
    }

    @Test(arguments: Engine.available)
    func `the doctor finds nothing on a board with a programme and no individual plan`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(
                """
                programme;row;number;parent;name;result;level;responsible;years;from;to;type;state
                MP;programma;;;Mazā programma;Neviens neaiziet;;;;01.01.2024.;31.12.2026.;prevention;draft
                MP;mērķis;1;;Vecāki līdzdarbojas;;universal;;;;;;
                MP;aktivitāte;1.1;1;Lekcijas vecākiem;Zināšanas;;;2024–2026;;;;
                MP;uzdevums;1.1.1;1.1;Vecāku aptauja;;;;;01.01.2024.;31.08.2024.;;
                """,
                "action-programmes"
            )
            let findings = try await Doctor(test.desk).run()
            #expect(findings.isEmpty)
        }
    }
}
