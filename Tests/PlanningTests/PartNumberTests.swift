import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// Parts of programmes are found by Sekme's own number, whatever number the document gives them.
struct PartNumberTests {
    private static let year = SchoolYear(2024)

    @Test func `a number is read in letters of either size, and nothing else is one`() {
        let number = PartNumber(TenantID(rawValue: 3), .activity, 17)
        #expect(number.text == "sekme-3-activity-17")
        #expect(PartNumber("SEKME-3-Activity-17") == number)
        for text in [
            "", "17", "sekme-3-pupil-17", "sekme-3-activity", "sekme-0-activity-1", "sekme-3-activity-x",
        ] {
            #expect(PartNumber(text) == nil, "\(text)")
        }
    }

    /// The small programme as its export has it, with some of its text replaced.
    private func export(_ world: BoardWorld, _ changes: [(String, String)] = []) async throws -> String {
        try await world.take(ProgrammeText.small.csv, "action-programmes")
        let csv = try await world.export(ProgrammeTable.self, Self.year).csv
        for (old, _) in changes { #expect(csv.contains(old), "\(old)") }
        return changes.reduce(csv) { $0.replacing($1.0, with: $1.1) }
    }

    @Test(arguments: Engine.available)
    func `an export without a change changes nothing`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let csv = try await export(world)
            let head = try #require(csv.split(whereSeparator: \.isNewline).first)
            #expect(head.hasSuffix("institution,reg_no") && head.contains("sekme,programme,row,number,"))
            let again = try await world.stage(csv, "action-programmes").plan
            #expect(again.changes == 0 && again.rejected == 0, "\(csv)")
        }
    }

    @Test(arguments: Engine.available)
    func `an activity that is renumbered in the file stays the same one`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let csv = try await export(
                world,
                [
                    ("MP,activity,1.2,", "MP,activity,1.3,"),
                    ("MP,recurrence,1,,1.2,", "MP,recurrence,1,,1.3,"),
                ]
            )
            let before = try await world.plan()
            let report = try await world.take(csv, "action-programmes")
            #expect(report.plan.added == 0 && report.plan.changed == 1)
            #expect(report.plan.rejected + report.plan.idle == 0)
            let plan = try await world.plan()
            #expect(plan.activities.map(\.number) == ["1.1", "1.3", "2.1"])
            #expect(plan.activities.map(\.id) == before.activities.map(\.id))
            #expect(plan.recurrences(of: plan.activities[1]).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `one that is put in between gets the number of the next, which goes on under another`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            let csv = try await export(
                world,
                [
                    ("MP,activity,1.2,", "MP,activity,1.3,"),
                    ("MP,recurrence,1,,1.2,", "MP,recurrence,1,,1.3,"),
                ]
            )
            let before = try await world.plan()
            var lines = csv.split(whereSeparator: \.isNewline).map(String.init)
            let place = try #require(lines.firstIndex { $0.contains("MP,activity,1.3,") })
            let commas = String(repeating: ",", count: lines[0].count { $0 == "," } - 6)
            lines.insert(",MP,activity,1.2,,1,Jauna aktivitāte\(commas)", at: place)
            let text = lines.joined(separator: "\n") + "\n"
            let found = try await world.findings(text, "action-programmes")
            #expect(!found.contains { $0.problem.code == "plan.number.twice" })
            try await world.take(text, "action-programmes")
            let plan = try await world.plan()
            #expect(plan.activities.map(\.number) == ["1.1", "1.2", "1.3", "2.1"])
            #expect(plan.activities[1].name == "Jauna aktivitāte")
            #expect(plan.activities[2].id == before.activities[1].id)
            #expect(plan.recurrences(of: plan.activities[2]).count == 1)
            #expect(plan.recurrences(of: plan.activities[1]).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a number of another programme, kind or no kind at all is refused with its line`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            let own = try await world.plan().activities[0].id
            let board = world.desk.tenant.rawValue
            var text = ProgrammeText("ZZ")
            text.add("programma", "", ["name": "Cita", "from": "01.01.2024.", "to": "31.12.2026."])
            text.add("mērķis", "1", ["name": "Mērķis", "sekme": "sekme-\(board)-activity-\(own)"])
            text.add("mērķis", "2", ["name": "Mērķis"])
            text.add("aktivitāte", "2.1", of: "2", ["name": "A", "sekme": "sekme-\(board)-activity-\(own)"])
            text.add("aktivitāte", "2.2", of: "2", ["name": "B", "sekme": "17"])
            text.add("rezultāts", of: "2.3", ["year": "2024", "sekme": "sekme-\(board)-activity-\(own)"])
            // A number of another board says nothing here.
            text.add("aktivitāte", "2.3", of: "2", ["name": "C", "sekme": "sekme-\(board + 1)-activity-1"])
            let found = try await world.findings(text.csv, "action-programmes")
            #expect(
                found.map { "\($0.source.line) \($0.problem.code)" } == [
                    "3 plan.sekme.kind", "5 plan.sekme.unknown", "6 plan.sekme.unreadable",
                    "7 plan.sekme.kind",
                ]
            )
            #expect(found.allSatisfy { $0.kind == .rejected })
        }
    }

    @Test(arguments: Engine.available)
    func `two parts that come to have one number are told with their line`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            var text = ProgrammeText("MP")
            let task = try await world.plan().tasks[1].id
            text.add(
                "uzdevums",
                "2.1.1",
                of: "2.1",
                ["sekme": "sekme-\(world.desk.tenant.rawValue)-task-\(task)"]
            )
            let told = try await world.findings(text.csv, "action-programmes")
            #expect(told.map { "\($0.source.line) \($0.problem.code)" } == ["2 plan.number.twice"])
        }
    }

    @Test(arguments: Engine.available)
    func `a line of the budget that is renumbered stays the same one`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            let csv = try await world.export(BudgetTable.self, Self.year).csv
            let line = try await world.plan().lines[0].id
            let own = "sekme-\(world.desk.tenant.rawValue)-budget-\(line)"
            #expect(csv.contains("\(own),1,Lekcijas,"), "\(csv)")
            let again = try await world.stage(csv, "programme-budget").plan
            #expect(again.changes == 0 && again.rejected == 0)
            let moved = csv.replacing("\(own),1,Lekcijas,", with: "\(own),4,Lekcijas,")
            try await world.take(moved, "programme-budget")
            let plan = try await world.plan()
            #expect(plan.lines.map(\.number) == ["4"] && plan.lines[0].id == line)
            #expect(plan.amounts.allSatisfy { $0.line == line })
            let wrong = csv.replacing(own, with: "\(own)99")
            let found = try await world.findings(wrong, "programme-budget")
            #expect(found.map(\.problem.code) == ["plan.sekme.unknown"])
        }
    }
}
