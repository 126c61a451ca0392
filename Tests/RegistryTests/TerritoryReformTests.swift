import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct TerritoryReformTests {
    private let rule = TerritoryReformRule.regulation

    private func day(_ text: String) throws -> Day { try Parse.day(text) }

    @Test func `the reform of 2021 makes 43 municipalities of 119, and divides nobody between two`() throws {
        let kept = 15
        let records = try Regulations.shipped.everyRecord(of: TerritoryReformRule.self)
        let reforms = records.map { $0.parameters }
        let reform = try #require(reforms.first { !$0.successors.isEmpty })
        let merged = reform.successors.values.flatMap(TerritoryReformRule.names)
        #expect(merged.count + kept == 119 && Set(merged).count == merged.count)
        #expect(reform.successors.count + kept == 43)
    }

    @Test(arguments: [
        ("aglonas novads", "01.09.2020.", "01.10.2025.", "preilu novads"),
        ("carnikavas novads", "01.09.2020.", "30.06.2021.", "carnikavas novads"),
        ("carnikavas novads", "01.09.2020.", "01.07.2021.", "adazu novads"),
        ("cesvaines novads", "01.09.2020.", "01.10.2025.", "madonas novads"),
        ("varaklanu novads", "01.09.2020.", "30.06.2025.", "varaklanu novads"),
        ("varaklanu novads", "01.09.2022.", "01.07.2025.", "madonas novads"),
        ("riga", "01.09.2020.", "01.10.2025.", "riga"),
        ("daugavpils", "01.09.2020.", "01.10.2025.", "daugavpils"),
    ])
    func `a municipality has its heir from the day of the reform on`(
        name: String,
        from: String,
        on: String,
        heir: String
    ) throws {
        let found = try TerritoryReforms.shipped.heir(of: name, from: day(from), on: day(on))
        #expect(found == heir)
    }

    @Test func `a reform of a few names makes other territories of these alone`() throws {
        let reforms = TerritoryReforms.shipped
        let (year, earlier) = (SchoolYear(2022).first, SchoolYear(2020).first)
        let (first, second, last) = (try day("01.07.2009."), try day("01.07.2021."), try day("30.06.2025."))
        #expect(reforms.end(of: year, for: "madonas novads") == last.number)
        #expect(reforms.end(of: year, for: "riga") == 0)
        #expect(reforms.start(of: year, for: "riga") == second.number)
        #expect(reforms.start(of: earlier, for: "riga") == first.number)
        #expect(reforms.name("adazu novads") == "Ādažu novads")
        #expect(reforms.name("riga") == nil)
    }

    @Test(arguments: Engine.available)
    func `a reform that the board enters holds for imports from its day on, and is put back`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let begins = try day("01.07.2026.")
            try await editor.set(
                rule,
                from: begins,
                [
                    "successors-1-new": "Ādažu novads", "successors-1-old": "Ādažu novads; Saulkrastu novads",
                    "lv": "Ādaži un Saulkrasti.", "en": "Ādaži and Saulkrasti.", "source": "Pārbaude",
                ]
            )
            let reforms = try await world.database.data.read { try TerritoryReforms.load(Worlds.tenant, $0) }
            let before = SchoolYear(2025).first
            #expect(reforms.heir(of: "saulkrastu novads", from: before, on: begins) == "adazu novads")
            #expect(
                reforms.heir(of: "saulkrastu novads", from: before, on: begins - 1) == "saulkrastu novads"
            )
            #expect(reforms.end(of: before, for: "adazu novads") == (begins - 1).number)
            #expect(reforms.end(of: before, for: "riga") == 0)
            let records = try await editor.records(rule)
            #expect(records.count == 4 && records.dropFirst().first?.rule.to == begins - 1)
            #expect(try await editor.history(rule, from: begins).count == 1)
            try await editor.withdraw(rule, from: begins, version: 1)
            let again = try await world.database.data.read { try TerritoryReforms.load(Worlds.tenant, $0) }
            #expect(again.heir(of: "saulkrastu novads", from: before, on: begins) == "saulkrastu novads")
        }
    }

    @Test func `the page of reforms names each new municipality with those that went into it`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let page = try await world.get(RulePage(), ["rule": rule]).text
            #expect(page.contains("Pašvaldību pēctecība: Ādažu novads"))
            #expect(page.contains("Ādažu novads; Carnikavas novads"))
            let parts = ["rule": rule, "from": "2021-07-01"]
            let form = try await world.get(EditPage<RuleRow>(), parts).text
            #expect(
                form.contains("name=\"successors-28-old\"") && form.contains("name=\"successors-30-new\"")
            )
        }
    }
}
