import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// The days, the money and the delays of activities, beside who answers for them.
struct ActivityMoneyTests {
    private static let selection = Selection(year: SchoolYear(2025))

    private func withProgramme(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await body(world)
        }
    }

    /// Cells of the activities by the code of a column.
    private func column(_ code: String, _ world: BoardWorld) async throws -> [String] {
        let document = try await world.answer("planning/activities", Self.selection)
        let table = try #require(document.sections.first)
        let place = try #require(table.columns.firstIndex { $0.code == code })
        return table.words.map { $0[place] }
    }

    @Test(arguments: Engine.available)
    func `money of an activity is its line of the budget or what its resources name, and else a blank`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            let bare = try await column("money", world)
            #expect(bare == ["", "", ""])
            var text = ProgrammeText("MP")
            // Called as the first activity: 1000 and 2000 by year, and a part that is in it already.
            text.add("budžeta rinda", "2", ["name": "Lekcijas vecākiem"])
            text.add("summa", of: "2", ["year": "2024", "amount": "1000,50"])
            text.add("summa", of: "2", ["year": "2025", "amount": "2000"])
            text.add("budžeta rinda", "2.1", ["name": "lekcijas vecākiem"])
            text.add("summa", of: "2.1", ["year": "2025", "amount": "2000"])
            // Two rows of the second activity, both with an amount; one of the third is in words.
            text.add("resursi", "7", of: "1.2", ["name": "Telpas", "finance": "1 200 EUR"])
            text.add("resursi", "8", of: "1.2", ["name": "Uzkodas", "finance": "€ 300,25"])
            text.add("resursi", "9", of: "2.1", ["name": "Speciālists", "finance": "500 EUR"])
            text.add("resursi", "10", of: "2.1", ["name": "Telpas", "finance": "pašvaldības budžets"])
            try await world.take(text.csv, "action-programmes")
            let money = try await column("money", world)
            #expect(money == ["3000,50", "1500,25", ""])
        }
    }

    @Test(arguments: Engine.available)
    func `a line of the budget that plans nought is a nought, and no blank`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world in
            var text = ProgrammeText("MP")
            text.add("budžeta rinda", "2", ["name": "Gadījuma vadīšana"])
            text.add("summa", of: "2", ["year": "2025", "amount": "0"])
            try await world.take(text.csv, "action-programmes")
            let money = try await column("money", world)
            #expect(money == ["", "", "0"])
        }
    }

    @Test(arguments: Engine.available)
    func `the delays of activities are those that the list of what is late has`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world in
            // The task 1.1.1 was to be done by 31.08.2024; no evening of the second year has been held.
            let days = try await column("late", world)
            let late = try await world.answer("planning/late", Self.selection)
            let rows = try #require(late.sections.first).words
            let evenings = rows.filter { $0[1] == "pasākumi" && $0[2] == "1.2" }.compactMap { Int($0[5]) }
            #expect(days[0] == "446" && days[1] == evenings.max().map(String.init))
            #expect(days[2].isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `nothing of a draft is late, and an activity has its own days before those of its tasks`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText("P")
            let own = [
                "name": "Melnraksts", "type": "prevention", "from": "01.01.2024.", "to": "31.12.2026.",
            ]
            text.add("programma", "", own)
            let first = ["name": "A", "responsible": "Vadība", "from": "01.03.2024.", "to": "30.04.2024."]
            text.add("aktivitāte", "1", first)
            text.add("uzdevums", "1.1", of: "1", ["name": "a", "from": "02.01.2024.", "to": "31.05.2024."])
            text.add("aktivitāte", "2", ["name": "B", "responsible": "Vadība"])
            text.add("uzdevums", "2.1", of: "2", ["name": "b", "from": "01.02.2024.", "to": "31.05.2024."])
            text.add("uzdevums", "2.2", of: "2", ["name": "c", "from": "15.01.2024."])
            try await world.take(text.csv, "action-programmes")
            let (from, to) = (try await column("from", world), try await column("to", world))
            #expect(from == ["01.03.2024.", "15.01.2024."])
            // One of its tasks has no last day, so when it ends is not known.
            #expect(to == ["30.04.2024.", ""])
            let late = try await column("late", world)
            #expect(late == ["", ""])
        }
    }

    @Test func `an amount is euros and nothing more`() {
        let read = ["1 200,50 EUR", "EUR 300", "12 eiro", "€ 7", "0 EUR"].map(ActivityMoney.amount)
        #expect(read == [120_050, 30_000, 1_200, 700, 0])
        for text in ["", "EUR", "1200", "500 EUR gadā", "līdz 500 EUR", "-5 EUR", "publiskais finansējums"] {
            #expect(ActivityMoney.amount(text) == nil, "\(text)")
        }
    }
}
