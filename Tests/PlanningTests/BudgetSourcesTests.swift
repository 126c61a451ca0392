import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// Money of a programme by who pays.
struct BudgetSourcesTests {
    @Test(arguments: Engine.available)
    func `money adds up by source, parts before the line that they add up to`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            // Line 1 of the programme is the municipality's: 1000 in 2024, 2000 in 2025.
            var text = ProgrammeText("MP")
            text.add("budžeta rinda", "1.1", ["name": "Telpas"])
            text.add("summa", of: "1.1", ["year": "2024", "amount": "400"])
            text.add("budžeta rinda", "1.2", ["name": "Lektori", "source": "ES fondi"])
            text.add("summa", of: "1.2", ["year": "2024", "amount": "600"])
            text.add("budžeta rinda", "2", ["name": "Transports"])
            text.add("summa", of: "2", ["year": "2025", "amount": "50"])
            try await world.take(text.csv, "action-programmes")
            let selection = Selection(year: SchoolYear(2025))
            let document = try await world.answer("planning/budget", selection)
            #expect(document.sections.map(\.code) == ["budget", "sources"])
            let table = try #require(document.sections.last)
            #expect(
                table.words == [
                    ["Pašvaldība", "400", "2000", "2400"], ["ES fondi", "600", "?", "600"],
                    ["avots nav norādīts", "?", "50", "50"],
                ]
            )
        }
    }
}
