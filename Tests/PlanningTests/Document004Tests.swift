import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

@Suite(.enabled(if: Document004.path != nil, SharedData.absence))
struct Document004Tests {
    private var text: ProgrammeText {
        get throws { try Document004(path: #require(Document004.path)).typed }
    }

    @Test(arguments: Engine.available)
    func `the published programme comes in whole`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let report = try await world.take(try text.csv, "action-programmes")
            #expect(report.plan.rejected + report.plan.unmatched + report.plan.idle == 0)
            let plan = try await world.plan()
            #expect(Set(plan.indicators.map(\.number)).count == 12 && plan.indicators.count == 13)
            #expect(plan.goals.map(\.number) == (1...7).map(String.init))
            #expect(
                plan.goals.map(\.level)
                    == [.universal, .universal, .universal, .targeted, .targeted, .targeted, .tailored]
            )
            #expect(
                plan.activities.map(\.number) == [
                    "1.1", "1.2", "2.1", "2.2", "3.1", "4.1", "4.2", "4.3", "5.1", "6.1", "6.2", "6.3", "7.1",
                    "7.2",
                ]
            )
            #expect(plan.activities.allSatisfy { $0.years == [2024, 2025, 2026, 2027, 2028] })
            #expect(plan.activities.allSatisfy { !$0.responsible.isEmpty && !$0.result.isEmpty })
            #expect(plan.tasks.count == 44 && plan.resources.count == 13)
            #expect(
                plan.activities.map { plan.tasks(of: $0).count } == [
                    3, 4, 3, 3, 2, 4, 4, 2, 2, 3, 3, 4, 4, 3,
                ]
            )
            #expect(plan.tasks.allSatisfy { $0.from != nil && $0.to != nil && !$0.doer.isEmpty })
            #expect(
                plan.tasks.filter { $0.to == Day(2024, 8, 31) }.map(\.number) == ["1.1.1", "1.1.2", "1.1.3"]
            )
            #expect(plan.tasks.filter { $0.from == Day(2024, 9, 1) }.map(\.number) == ["4.3.1", "4.3.2"])
            #expect(
                plan.resources.allSatisfy { !$0.human.isEmpty && !$0.finance.isEmpty && !$0.source.isEmpty }
            )
            #expect(plan.resources.last?.goal == plan.goals.last?.id)
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `its words, numbers and recurrences are those of the document`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(try text.csv, "action-programmes")
            let plan = try await world.plan()
            #expect(
                plan.indicators.map(\.base) == [
                    nil, nil, nil, nil, 8000, nil, 1230, 0, 149_200, 3500, nil, 400, 26_600,
                ]
            )
            let targets = plan.indicators.map { plan.targets(of: $0).map(\.amount) }
            #expect(
                targets.map { $0[0] } == [
                    5000, 1000, 1000, 1000, 8500, 1000, 600, 300, nil, 5000, 1000, 600, nil,
                ]
            )
            #expect(
                targets.map { $0[1] } == [
                    8000, 3500, 3500, 3500, 9500, 3500, 1200, 500, nil, 7500, 3500, 900, nil,
                ]
            )
            let turning = plan.indicators.filter { plan.targets(of: $0).map(\.way) == [.rise, .fall] }
            #expect(turning.map(\.number) == ["8", "12"])
            #expect(
                plan.recurrences.map { "\($0.least)–\($0.most) \($0.rhythm.code) \($0.inEach)" } == [
                    "2–3 year true", "3–4 school-year true", "1–1 month false", "2–2 month false",
                    "1–1 month false", "4–4 year false", "1–1 year true", "2–2 year true",
                ]
            )
            let task = try #require(plan.tasks.first { $0.number == "7.1.3" })
            #expect(task.name == "Bērnu un jauniešu dienas centra speciālistu atbalsts un palīdzība")
            #expect(
                plan.tasks.first { $0.number == "2.1.3" }?.name == "Līdzdalības un sadraudzības aktivitātes"
            )
            let care = try #require(plan.activities.first { $0.number == "6.2" })
            #expect(
                care.aim == "Pedagogu labbūtības nodrošināšana" && care.responsible == "Izglītības iestāde"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `its bodies have their duties, and the table of outcomes waits for what is done`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(try text.csv, "action-programmes")
            let plan = try await world.plan()
            #expect(
                plan.parties.map(\.kind) == [
                    .other, .everyInstitution, .other, .other, .other, .everyInstitution,
                ]
            )
            #expect(plan.parties.prefix(5).map { $0.duties.split(separator: ";").count } == [5, 6, 6, 5, 3])
            #expect(plan.parties[1].duties.hasSuffix("Kavējumu, mācību sasniegumu dinamikas vērošana"))
            let names = plan.parties.filter { $0.kind == .everyInstitution }.map(\.name)
            #expect(names == ["Izglītības iestādes", "Izglītības iestāde"])
            // What each institution has to hold is led by a body that stands for every one.
            let inEach = Set(plan.recurrences.filter(\.inEach).map(\.activity))
            #expect(inEach.count == 3)
            for activity in plan.activities where inEach.contains(activity.id) {
                #expect(names.contains(activity.responsible), "\(activity.number)")
            }
            #expect(plan.outcomes.count == 13)
            #expect(plan.outcomes.allSatisfy { $0.year == 2024 && $0.done.isEmpty && $0.spent == nil })
            for outcome in plan.outcomes {
                let activity = try #require(plan.activities.first { $0.id == outcome.activity })
                if activity.number == "7.2" {
                    #expect(outcome.planned.hasSuffix("un bērns turpina mācības"))
                } else {
                    #expect(outcome.planned == activity.result, "\(activity.number)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nothing is found in it that is not in the document`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let found = try await world.findings(try text.csv, "action-programmes")
            let told = found.map { "\($0.problem.code) \($0.problem.value)" }.sorted()
            #expect(
                told
                    == (["1", "10", "2", "3", "4", "6"].map { "plan.indicator.baseline \($0)" }
                        + ["5.5.1", "5.5.2"].map { "plan.number.parent \($0)" }
                        + ["10", "2", "3", "4", "6"].map { "plan.target.unit \($0)" })
            )
            #expect(found.allSatisfy { $0.kind == .doubtful })
        }
    }

    @Test(arguments: Engine.available)
    func `it is written out and imports again as no change`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            let lines = try text.lines.count
            try await world.take(try text.csv, "action-programmes")
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2025), rows: lines)
        }
    }
}
