import Exchange
import Foundation
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

@Suite(.enabled(if: SharedData.isThere, SharedData.absence))
struct BudgetTableTests {
    private var file: String {
        get throws {
            try String(contentsOfFile: SharedData.path("ventspils/budget_2022_2024.csv"), encoding: .utf8)
        }
    }

    @Test(arguments: Engine.available)
    func `the budget of a published programme comes in, and all its sums agree`(_ engine: Engine) async throws
    {
        try await BoardWorld.planning(engine) { world in
            let text = try file
            #expect(try await world.findings(text, "programme-budget") == [])
            try await world.take(text, "programme-budget")
            let plan = try await world.plan()
            let check = BudgetCheck(plan: plan)
            #expect(plan.programme.code == "BUDGET-2022-2024" && plan.programme.years == [2022, 2023, 2024])
            #expect(
                plan.lines.map(\.number) == [
                    "1", "1.1", "1.2", "1.3", "1.4", "2", "3", "3.2", "4", "4.1", "4.2",
                ]
            )
            #expect(check.tops.map { check.total($0) } == [10_328_700, 840_000, 1_925_700, 7_780_400])
            #expect(
                [2022, 2023, 2024].map { year in check.sum(check.tops) { check.planned($0, year) } }
                    == [6_440_000, 7_217_400, 7_217_400]
            )
            // A blank is no nought: the platform has money in one year only.
            #expect(plan.amounts.filter { $0.line == plan.lines[2].id }.map(\.year) == [2023])
            #expect(PlanCheck(plan: plan).findings.isEmpty)
            let again = try await world.stage(text, "programme-budget").plan
            #expect(again.changes == 0 && again.rejected == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a sum that is spoiled is named with its line`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let text = try file
            let down = text.replacing("16018;16640;16640;49298", with: "16018;16740;16640;49398")
            let found = try await world.findings(down, "programme-budget")
            #expect(
                found.map { "\($0.source.line).\($0.source.column) \($0.problem.code)" } == [
                    "2.4 plan.budget.down"
                ]
            )
            #expect(
                found.first?.problem.message.lv
                    == "1. rindā 2023. gadam ir 34\u{a0}932\u{a0}EUR, bet tās daļas kopā ir 35\u{a0}032\u{a0}EUR."
            )
            let across = text.replacing("2800;2800;2800;8400", with: "2800;2800;2800;8500")
            #expect(
                try await world.findings(across, "programme-budget").map {
                    "\($0.source.line).\($0.source.column) \($0.problem.code)"
                } == ["7.6 plan.budget.across"]
            )
            let total = text.replacing("5;Kopā;64400", with: "5;Kopā;64401")
            #expect(
                try await world.findings(total, "programme-budget").map {
                    "\($0.source.line).\($0.source.column) \($0.problem.code)"
                } == ["13.3 plan.budget.total"]
            )
            let word = text.replacing("6419;6419;6419;19257\n3.2", with: "6419;daudz;6419;19257\n3.2")
            #expect(try await world.findings(word, "programme-budget").first?.kind == .rejected)
        }
    }

    @Test(arguments: Engine.available)
    func `a budget goes to the programme that is named`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await world.take(
                "Nr.;Pasākums;2025;2026;Kopā;Piezīmes\n2;Vakari;300;;300;Centrs maksā\n",
                "programme-budget",
                constants: ["programme": "MP"]
            )
            let plan = try await world.plan()
            #expect(plan.lines.map(\.name) == ["Lekcijas", "Vakari"])
            #expect(plan.lines.last?.note == "Centrs maksā")
        }
    }
}

/// The annex goes out as it comes in.
struct BudgetExportTests {
    @Test(arguments: Engine.available)
    func `the budgets of a year are written as their annex and read back as no change`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await world.take(
                "Nr.;Pasākums;2025;2026;Kopā;Piezīmes\n2;Vakari;300;;300;Centrs maksā\n",
                "programme-budget",
                constants: ["programme": "MP"]
            )
            try await world.take(
                "Nr.;Pasākums;2025;2027;Kopā\n1;Mentori, „Solis”;100;1,50;101,50\n2;Nometne;;1,50;\n",
                "programme-budget",
                constants: ["programme": "ZZ"]
            )
            let csv = try await world.export(BudgetTable.self, SchoolYear(2025)).csv
            let head = try #require(csv.split(whereSeparator: \.isNewline).first)
            #expect(head.hasSuffix("Nr.,Pasākums,2024,2025,2026,2027,Kopā,Piezīmes,Programma"))
            #expect(csv.contains("2,Vakari,,300.00,,,300.00,Centrs maksā,MP"))
            #expect(csv.contains("2,Nometne,,,,1.50,,,ZZ"))
            #expect(try await world.findings(csv, "programme-budget") == [])
            let again = try await world.stage(csv, "programme-budget").plan
            #expect(again.changes == 0 && again.rejected == 0, "\(csv)")
            let changed = csv.replacing("2,Nometne,,,,1.50", with: "2,Nometne,,0.00,,1.50")
            let more = try await world.stage(changed, "programme-budget").plan
            #expect(more.changes == 1 && more.rejected == 0, "\(changed)")
            let plans = try await world.plans()
            #expect(plans.map(\.programme.code).sorted() == ["MP", "ZZ"])
            let nobody = try await world.export(BudgetTable.self, SchoolYear(2035)).csv
            let lines = nobody.split(whereSeparator: \.isNewline)
            #expect(lines.count == 1)
            #expect(lines[0].hasSuffix("Nr.,Pasākums,2035,2036,Kopā,Piezīmes,Programma"))
        }
    }
}
