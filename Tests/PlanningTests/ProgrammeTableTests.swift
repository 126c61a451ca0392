import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct ProgrammeTableTests {
    @Test(arguments: Engine.available)
    func `a programme comes in whole from one table`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let report = try await world.take(ProgrammeText.small.csv, "action-programmes")
            #expect(report.plan.rejected + report.plan.unmatched == 0)
            let plan = try await world.plan()
            let programme = plan.programme
            #expect(programme.title == "Mazā programma" && programme.kind == .prevention)
            #expect(programme.status == .approved && programme.decision == "97")
            #expect(programme.decided == Day(2023, 12, 16) && programme.years == [2024, 2025, 2026])
            #expect(plan.approvals.map(\.body) == ["Izglītības komisija"])
            #expect(plan.parties.map(\.kind) == [.everyInstitution])
            #expect(plan.goals.map(\.level) == [.universal, .tailored])
            #expect(
                plan.activities.map(\.years) == [[2024, 2025, 2026], [2025, 2026], [2024, 2025, 2026]]
            )
            #expect(Plan.names(plan.activities[0].involved) == ["Sociālais dienests", "Policija"])
            #expect(plan.recurrences.map(\.rhythm) == [.year, .month] && plan.recurrences[0].inEach)
            #expect(plan.tasks.map(\.number) == ["1.1.1", "1.1.2", "2.1.1"])
            #expect(plan.tasks.map(\.state) == [.planned, .started, .done])
            #expect(plan.resources.map(\.human) == ["Lektori (5)"])
            #expect(plan.outcomes.map(\.spent) == [125_050] && plan.outcomes[0].state == .reached)
            #expect(plan.indicators.map(\.base) == [nil, 400])
            #expect(plan.targets(of: plan.indicators[1]).map(\.way) == [.value, .fall])
            #expect(plan.values(of: plan.indicators[1]).map(\.amount) == [500, 600])
            #expect(plan.lines.map(\.printed) == [300_000])
            #expect(plan.amounts.map(\.planned) == [100_000, 200_000])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `what is written imports as no change`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText.small
            text.add(
                "pasākums",
                "",
                of: "1.1",
                [
                    "date": "14.03.2025.", "institution": "Bērzu pamatskola", "participants": "31",
                    "name": "Miegs",
                ]
            )
            text.add("pasākums", "", of: "1.2", ["date": "14.03.2025."])
            text.add("pasākums", "", of: "1.2", ["date": "14.03.2025.", "body": "jauniešu centrs"])
            text.add("gada solis", "1", ["year": "2025", "date": "12.06.2025."])
            try await world.take(text.csv, "action-programmes")
            let events = try await world.plan().events
            #expect(events.map(\.participants) == [31, nil, nil] && events.map(\.ordinal) == [1, 1, 1])
            #expect(events.map(\.body) == [nil, nil, .youth])
            #expect(events.map(\.institution.rawValue) == [1, 0, 0])
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2024), rows: 30)
            #expect(
                try await world.export(ProgrammeTable.self, SchoolYear(2020)).csv.split(separator: "\n").count
                    == 1
            )
        }
    }

    @Test(arguments: Engine.available)
    func `an amended programme takes over what its table fills in, and undo gives back what was`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            var text = ProgrammeText("MP")
            text.add("grozījums", "1", ["name": "Jauns termiņš", "decision": "12", "date": "20.02.2025."])
            text.add("uzdevums", "1.1.1", of: "1.1", ["to": "31.12.2025.", "state": "sākts"])
            let report = try await world.take(text.csv, "action-programmes")
            #expect((report.plan.added, report.plan.changed) == (1, 1))
            let task = try #require(try await world.plan().tasks.first)
            #expect(task.name == "Vecāku aptauja" && task.to == Day(2025, 12, 31) && task.state == .started)
            #expect(try await world.plan().amendments.map(\.summary) == ["Jauns termiņš"])
            try await world.undo(#require(report.batch))
            #expect(try await world.plan().tasks.first?.to == Day(2024, 8, 31))
            #expect(try await world.plan().amendments.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what contradicts itself in a programme is told with its line and taken over`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText.small
            text.add("uzdevums", "5.5.1", of: "1.1", ["name": "Pārrakstīts", "to": "31.12.2027."])
            text.add("aktivitāte", "2.2", of: "2", ["name": "Vēlāk", "years": "2026, 2027"])
            text.add("rādītājs", "3", of: "2", ["name": "Informēti", "base": "40"])
            text.add("mērķlielums", of: "3", ["year": "2025", "way": "undefined", "amount": "+10 %"])
            text.add("rādītājs", "4", of: "2", ["name": "Turp un atpakaļ", "base": "40"])
            text.add("mērķlielums", of: "4", ["year": "2025", "amount": "60"])
            text.add("mērķlielums", of: "4", ["year": "2026", "amount": "30"])
            text.add("rādītājs", "5", of: "2", ["name": "Par daudz", "base": "40"])
            text.add("mērķlielums", of: "5", ["year": "2025", "amount": "120"])
            let found = try await world.findings(text.csv, "action-programmes")
            #expect(found.allSatisfy { $0.kind == .doubtful })
            #expect(
                found.map { "\($0.source.line) \($0.problem.code)" }.sorted() == [
                    "17 plan.indicator.baseline", "28 plan.number.parent", "28 plan.task.doer",
                    "28 plan.task.term", "29 plan.year.outside", "30 plan.target.unit", "32 plan.target.turn",
                    "36 plan.target.percent",
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a line that cannot be read or belongs nowhere is rejected with its place`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText("X")
            text.add("mērķis", "1", ["name": "Bez programmas"])
            text.add("programma", "", ["name": "X", "from": "01.01.2025.", "to": "31.12.2024."])
            text.add("programma", "", ["name": "X", "from": "01.01.2025.", "to": "31.12.2025."])
            text.add("aktivitāte", "1.1", of: "1", ["name": "Bez mērķa"])
            text.add("mērķis", "1", ["name": "Mērķis", "level": "augsts"])
            text.add("mērķis", "2", ["name": "Mērķis"])
            text.add("mērķis", "2", ["name": "Tas pats"])
            text.add("nekas", "3", ["name": "Nav tāda"])
            text.add("uzdevums", "2.1.1", of: "2.1", ["name": "Bez aktivitātes"])
            text.add("budžeta rinda", "1", ["name": "Nauda", "amount": "daudz"])
            text.add("aktivitāte", "2.1", ["name": "Darbs"])
            text.add("pasākums", "", of: "2.1", ["date": "21.11.2025."])
            text.add("pasākums", "3", of: "2.1", ["date": "20.11.2025."])
            let found = try await world.findings(text.csv, "action-programmes")
            #expect(
                found.map { "\($0.source.line) \($0.problem.code)" } == [
                    "2 plan.unknown", "3 plan.days", "5 plan.parent", "6 plan.code", "8 plan.twice",
                    "9 plan.code", "10 plan.parent", "11 number.invalid", "13 plan.ahead", "14 plan.parent",
                ]
            )
        }
    }
}
