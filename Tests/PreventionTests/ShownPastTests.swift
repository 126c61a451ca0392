import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Of what was long ago a page tells for the asking only, and the trail says that it was asked.
struct ShownPastTests {
    private let pupil = PupilID(rawValue: 1)
    private let worker = BoardWorld.asker(
        [.readFigures, .readPupils, .readSignals, .workSignals],
        in: Scope(institution: InstitutionID(rawValue: 1))
    )

    private func page(
        _ page: some Page,
        _ world: BoardWorld,
        signal: Int = 0,
        query: [String: String] = [:],
        language: Language = .lv
    ) async throws -> PageContent {
        let request = PageRequest(
            parts: ["pupil": "1", "signal": "\(signal)"],
            query: query,
            language: language
        )
        let answer = try await page.answer(request, world.desk.seated(worker))
        guard case .page(let content) = answer else { throw Refusal.noSuchPage }
        return content
    }

    @Test(arguments: Engine.available)
    func `texts of more than a year ago are shown to whoever asks for them, and it is on record`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let work = SignalWork(desk: world.desk.seated(worker))
            try await work.observe(pupil, factor: "1-load", "Sens teksts")
            try await work.set(.targeted, of: pupil, "Sens pamats")
            try await work.set(.tailored, of: pupil, "Jauns pamats")
            let path = "/pupils/1/signals"
            let way = "href=\"\(path)?past=all\""
            let now = try await page(PupilSignalsPage(), world)
            #expect(now.record == nil && !now.body.string.contains(way))
            #expect(now.body.string.contains("Sens teksts") && now.body.string.contains("Sens pamats"))
            let signal = try #require(try await world.signals(of: 1).open.first).id
            let (tenant, day) = (world.desk.tenant, RiskBoard.today - 367)
            _ = try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE risk_signal SET noted_on = \(day), ended_on = \(day + 1)
                    WHERE tenant_id = \(tenant) AND id = \(signal)
                    """
                )
                try connection.execute(
                    "UPDATE prevention_level SET day = \(day) WHERE tenant_id = \(tenant)"
                )
            }
            let short = try await page(PupilSignalsPage(), world)
            let text = short.body.string
            #expect(!text.contains("Sens teksts") && !text.contains("Sens pamats"))
            // The level that holds stands with its reason, whenever it was set.
            #expect(text.contains("Jauns pamats") && text.contains(way) && short.record == nil)
            #expect(text.contains("Pēdējā gadā agrāku pazīmju nav."))
            let whole = try await page(PupilSignalsPage(), world, query: ["past": "all"])
            #expect(whole.body.string.contains("Sens teksts") && whole.body.string.contains("Sens pamats"))
            #expect(!whole.body.string.contains(way) && whole.record == "/pupils/:pupil/signals past")
            let english = try await page(PupilSignalsPage(), world, language: .en)
            #expect(english.body.string.contains("Show older signs and levels too"))
            let made = try await page(SignalMakingPage(), world, signal: signal)
            #expect(made.record == "/pupils/:pupil/signals/:signal past")
        }
    }

    @Test(arguments: Engine.available)
    func `a sign of the last year is shown, and how it was made is read as any page`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let work = SignalWork(desk: world.desk.seated(worker))
            try await work.observe(pupil, factor: "1-load", "Nesens teksts")
            let signal = try #require(try await world.signals(of: 1).open.first).id
            let (tenant, day) = (world.desk.tenant, RiskBoard.today - 366)
            _ = try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE risk_signal SET noted_on = \(day), ended_on = \(day + 1)
                    WHERE tenant_id = \(tenant) AND id = \(signal)
                    """
                )
            }
            let shown = try await page(PupilSignalsPage(), world)
            #expect(shown.body.string.contains("Nesens teksts") && !shown.body.string.contains("past=all"))
            let made = try await page(SignalMakingPage(), world, signal: signal)
            #expect(made.record == nil)
        }
    }

    @Test func `a year and a day of the past is shown, or all of it`() {
        let today = RiskBoard.today
        #expect(ShownPast(on: today).since == today - 366)
        #expect(ShownPast(isWhole: true, on: today).since < SchoolYear(2000).first)
    }
}
