import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Events that institutions have not held yet are dates of those who lead them.
struct EventDuesTests {
    private func dues(_ world: BoardWorld, _ asker: Asker) async throws -> [Due] {
        let question = DueQuestion(
            .own(asker),
            until: today + 60,
            today: today,
            tenant: world.desk.tenant,
            measures: world.desk.house.measures
        )
        return try await world.desk.database.data.read { try EventDues.dues(question, $0) }
            .sorted { ($0.day, $0.code) < ($1.day, $1.code) }
    }

    private static func head(of institution: Int) -> Asker {
        BoardWorld.asker(
            [.seePlans, .recordEvents, .editPlans],
            in: Scope(institution: InstitutionID(rawValue: institution))
        )
    }

    @Test(arguments: Engine.available)
    func `events of a year are due by its end, those of the year before are late, until they are held`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let first = try await dues(world, Self.head(of: 1))
            #expect(first.map(\.day.description) == ["2024-12-31", "2025-12-31"])
            #expect(first.allSatisfy { $0.about?.lv == "Lekcijas vecākiem" && $0.pupil == nil })
            let way = "/planning/events/new?activity=\(plan.activities[0].id)"
            #expect(first.allSatisfy { $0.address.text == way })
            for day in ["10.01.2025.", "11.02.2025."] { try await world.hold("1.1", 1, day) }
            let left = try await dues(world, Self.head(of: 1))
            #expect(left.map(\.day.description) == ["2024-12-31"])
            // What one institution held counts for no other.
            let other = try await dues(world, Self.head(of: 2))
            #expect(other.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `an event of each month is due by the end of the first month without it`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            var text = ProgrammeText("MP")
            text.add(
                "aktivitāte",
                "1.3",
                of: "1",
                ["name": "Mēneša saruna", "responsible": "Izglītības iestādes", "years": "2025"]
            )
            text.add(
                "biežums",
                "1",
                of: "1.3",
                ["least": "1", "most": "1", "rhythm": "month", "in_each": "jā"]
            )
            try await world.take(text.csv, "action-programmes")
            func monthly() async throws -> [String] {
                try await dues(world, Self.head(of: 1)).filter { $0.about?.lv == "Mēneša saruna" }
                    .map(\.day.description)
            }
            let before = try await monthly()
            #expect(before == ["2025-01-31"])
            for day in ["10.01.2025.", "11.02.2025."] { try await world.hold("1.3", 1, day) }
            let after = try await monthly()
            #expect(after == ["2025-03-31"])
        }
    }

    @Test(arguments: Engine.available)
    func `whoever edits programmes of all institutions or none has no such date`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let board = try await dues(world, BoardWorld.asker([.seePlans, .recordEvents, .editPlans]))
            #expect(board.isEmpty)
            let here = Scope(institution: InstitutionID(rawValue: 1))
            let teacher = try await dues(world, BoardWorld.asker([.seePlans, .recordEvents], in: here))
            #expect(teacher.isEmpty)
        }
    }
}
