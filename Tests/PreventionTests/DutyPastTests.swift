import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Steps of more than a year ago are told to whoever asks for them; those of this year always are.
struct DutyPastTests {
    private static let note = "Māte nezināja."

    private func page(
        _ world: BoardWorld,
        _ query: [String: String] = [:],
        language: Language = .lv
    ) async throws -> PageContent {
        let request = PageRequest(parts: ["pupil": "1"], query: query, language: language)
        let answer = try await DutyPupilPage().answer(request, world.desk.seated(DutyBoard.asker(1)))
        guard case .page(let content) = answer else { throw Refusal.noSuchPage }
        return content
    }

    /// Moves the step with the note to a day, and to a school year.
    private func date(_ day: Day, _ year: Int, _ world: BoardWorld) async throws {
        let tenant = world.desk.tenant
        _ = try await world.desk.database.data.write { connection in
            try connection.execute(
                """
                UPDATE duty_entry SET day = \(day), year = \(year)
                WHERE tenant_id = \(tenant) AND pupil_id = 1 AND id = (
                    SELECT min(id) FROM duty_entry WHERE tenant_id = \(tenant) AND pupil_id = 1
                )
                """
            )
        }
    }

    @Test(arguments: Engine.available)
    func `notes of steps of more than a year ago are opened for the asking, and it is on record`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let way = "href=\"/pupils/1/absence-duty?past=all\""
            let now = try await page(world)
            #expect(now.body.string.contains(DutyPastTests.note) && !now.body.string.contains(way))
            try await date(RiskBoard.today - 366, 2024, world)
            let last = try await page(world)
            #expect(last.body.string.contains(DutyPastTests.note) && !last.body.string.contains(way))
            try await date(RiskBoard.today - 367, 2024, world)
            let short = try await page(world)
            #expect(!short.body.string.contains(DutyPastTests.note) && short.body.string.contains(way))
            #expect(short.body.string.contains("Pēdējā gada ieraksti") && short.record == nil)
            let whole = try await page(world, ["past": "all"])
            #expect(whole.body.string.contains(DutyPastTests.note) && !whole.body.string.contains(way))
            #expect(whole.record == "/pupils/:pupil/absence-duty past")
            let english = try await page(world, language: .en)
            #expect(english.body.string.contains("Show older entries too"))
        }
    }

    @Test(arguments: Engine.available)
    func `a step of this year is shown however early its day`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            try await date(RiskBoard.today - 367, 2025, world)
            let shown = try await page(world)
            #expect(shown.body.string.contains(DutyPastTests.note))
        }
    }
}
