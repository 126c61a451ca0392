import Exchange
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

struct SignalWorkTests {
    private let pupil = PupilID(rawValue: 1)
    private static let worker: Set<Permission> = [.readFigures, .readPupils, .readSignals, .workSignals]

    private func inOzoli(_ permissions: Set<Permission> = worker, classGroup: Int? = nil) -> Asker {
        let scope = Scope(
            institution: InstitutionID(rawValue: 1),
            classGroup: classGroup.map { ClassID(rawValue: $0) }
        )
        return BoardWorld.asker(permissions, in: scope)
    }

    private func withSignal(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 12),
            ])
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `somebody looks into a signal, and of two who do at once one is told`(_ engine: Engine) async throws
    {
        try await withSignal(engine) { world in
            let signal = try #require(try await world.signals(of: 1).open.first)
            let work = SignalWork(desk: world.desk.seated(inOzoli()))
            try await work.move(signal.id, of: pupil, to: .review, version: signal.version)
            await #expect(throws: Conflict.self) {
                try await work.move(signal.id, of: pupil, to: .watched, version: signal.version)
            }
            let now = try await world.signals(of: 1)
            #expect(now.open.map(\.state) == [.review] && now.steps[signal.id]?.map(\.state) == [.review])
            // New facts change nothing of what people did.
            try await world.lessons([("Ozolu skola", "8.a", "K1", "2026-01-14", "nn", 1)])
            #expect(try await world.signals(of: 1).open.map(\.state) == [.review])
            let stranger = BoardWorld.asker(
                SignalWorkTests.worker,
                in: Scope(institution: InstitutionID(rawValue: 2))
            )
            let other = SignalWork(desk: world.desk.seated(stranger))
            await #expect(throws: Refusal.self) {
                try await other.move(signal.id, of: pupil, to: .watched, version: signal.version + 1)
            }
            let reader = SignalWork(desk: world.desk.seated(inOzoli([.readPupils, .readSignals])))
            await #expect(throws: Refusal.self) { try await reader.set(.tailored, of: pupil, "Tāpat") }
        }
    }

    @Test(arguments: Engine.available)
    func `an observation is a sign at once, sealed, and ends when a person says so`(
        _ engine: Engine
    ) async throws {
        try await withSignal(engine) { world in
            let desk = world.desk.seated(inOzoli())
            let work = SignalWork(desk: desk)
            await #expect(throws: FieldErrors.self) {
                try await work.observe(pupil, factor: "1-x", "Guļ stundās")
            }
            await #expect(throws: FieldErrors.self) {
                try await work.observe(pupil, factor: "2-emotional", "  ")
            }
            try await work.observe(pupil, factor: "2-emotional", " Stundās guļ, starpbrīžos viens. ")
            let seen = try await world.signals(of: 1, desk)
            let signal = try #require(seen.open.first { $0.rule == "risk-observation" })
            #expect(seen.texts == [signal.id: "Stundās guļ, starpbrīžos viens."])
            #expect(seen.factors == [signal.id: "2-emotional"])
            #expect(seen.open.count == 2 && seen.proposed == .targeted)
            // Whoever may not read signals opens nothing.
            let blind = try await world.signals(of: 1, world.desk.seated(inOzoli([.readPupils])))
            #expect(blind.texts.isEmpty && blind.factors.isEmpty)
            // No data decide it: settling leaves it, and the doctor does not miss it.
            try await world.lessons([("Ozolu skola", "8.a", "K1", "2026-01-15", "nn", 1)])
            #expect(try await world.signals(of: 1).open.count == 2)
            #expect(try await world.findings() == [])
            try await work.withdraw(signal.id, of: pupil, version: signal.version)
            #expect(try await world.signals(of: 1).open.map(\.rule) == ["risk-unexcused"])
        }
    }

    @Test(arguments: Engine.available)
    func `a risk of health, money or family stands nowhere in the open, and one of old is sealed`(
        _ engine: Engine
    ) async throws {
        try await withSignal(engine) { world in
            let desk = world.desk.seated(inOzoli())
            let work = SignalWork(desk: desk)
            try await work.observe(pupil, factor: "4-violence", "Rokas zilumos.\nStāsta pati.")
            try await work.observe(pupil, factor: "1-load", "Trīs pulciņi nedēļā.")
            func factors() async throws -> [String] {
                let tenant = desk.tenant
                return try await desk.database.data.read {
                    try $0.rows(
                        "SELECT factor FROM risk_observation WHERE tenant_id = \(tenant) ORDER BY id",
                        String.self
                    )
                }
            }
            let stored = try await factors()
            #expect(stored == ["", "1-load"])
            let seen = try await world.signals(of: 1, desk)
            #expect(Set(seen.factors.values) == ["4-violence", "1-load"])
            #expect(Set(seen.texts.values) == ["Rokas zilumos.\nStāsta pati.", "Trīs pulciņi nedēļā."])
            // As it was kept before: the code in the open, the text alone sealed.
            let (tenant, whose) = (desk.tenant, pupil)
            try await desk.database.data.write { connection in
                let id = try connection.value(
                    "SELECT min(id) FROM risk_observation WHERE tenant_id = \(tenant)",
                    Int.self
                )
                let place = ObservedText.place(whose, id ?? 0, tenant)
                let sealed = try connection.sealer.seal(
                    Array("Sens teksts".utf8),
                    tenant: tenant.rawValue,
                    bound: place
                )
                try connection.execute(
                    """
                    UPDATE risk_observation SET factor = '3-meals', text_sealed = \(sealed)
                    WHERE tenant_id = \(tenant) AND id = \(id ?? 0)
                    """
                )
            }
            try await world.desk.beginDay()
            let after = try await factors()
            #expect(after == ["", "1-load"])
            let again = try await world.signals(of: 1, desk)
            #expect(Set(again.factors.values) == ["3-meals", "1-load"])
            #expect(Set(again.texts.values) == ["Sens teksts", "Trīs pulciņi nedēļā."])
        }
    }

    @Test(arguments: Engine.available)
    func `a person sets the level with a reason, and the list tells it by class and name`(
        _ engine: Engine
    ) async throws {
        try await withSignal(engine) { world in
            let desk = world.desk.seated(inOzoli())
            await #expect(throws: FieldErrors.self) {
                try await SignalWork(desk: desk).set(.targeted, of: pupil, " ")
            }
            let empty = PageRequest(parts: ["pupil": "1"], language: .lv)
            guard case .page(let page) = try await SetLevelAction().answer(empty, desk) else {
                throw Refusal.noSuchPage
            }
            #expect(page.status == 422)
            for words in [
                "Līmenis: izvēlieties vienu no piedāvātajām iespējām.", "Pamatojums: aizpildiet šo lauku.",
            ] {
                #expect(page.body.string.contains(words), "\(words)")
            }
            try await SignalWork(desk: desk).set(.targeted, of: pupil, "Vienošanās ar vecākiem")
            let seen = try await world.signals(of: 1, desk)
            #expect(seen.levels.map(\.level) == [.targeted] && seen.reasons == ["Vienošanās ar vecākiem"])
            let asked = SignalList.Asked(PageRequest(), today: RiskBoard.today)
            func list(_ asker: Asker) async throws -> SignalList {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read { try SignalList.load(asked, desk, $0) }
            }
            let own = try await list(inOzoli())
            #expect(own.groups.map(\.name.lv) == ["8.a"] && own.shownPupils == [pupil])
            #expect(own.groups.first?.pupils.map(\.level) == [.targeted])
            #expect(try await list(inOzoli(classGroup: 1)).shownPupils == [pupil])
            #expect(try await list(inOzoli(classGroup: 2)).shownPupils == [])
            #expect(try await list(BoardWorld.asker([.readFigures])).shownPupils == [])
        }
    }

    @Test(arguments: Engine.available)
    func `the page links each fact to its figure`(_ engine: Engine) async throws {
        try await withSignal(engine) { world in
            let request = PageRequest(parts: ["pupil": "1"])
            let answer = try await PupilSignalsPage().answer(request, world.desk)
            guard case .page(let page) = answer else { throw Refusal.noSuchPage }
            let html = "\(page.body)"
            #expect(page.persons == [pupil])
            #expect(
                html.contains("/figures/attendance/unexcused?year=2025%2F2026&amp;institution=1&amp;class=1")
            )
            #expect(html.contains("24\u{a0}stundas") && html.contains("vairāk nekā 20"))
        }
    }

    @Test(arguments: Engine.available)
    func `a sign tells how it was made, and what people did since`(_ engine: Engine) async throws {
        try await withSignal(engine) { world in
            let signal = try #require(try await world.signals(of: 1).open.first)
            try await SignalWork(desk: world.desk)
                .move(signal.id, of: pupil, to: .watched, version: signal.version)
            let later = world.desk(on: RiskBoard.today + 1)
            try await RuleEditor(later).set("risk-unexcused", from: nil, ["threshold": "18"])
            func html(_ parts: [String: String]) async throws -> String {
                let answer = try await SignalMakingPage().answer(PageRequest(parts: parts), later)
                guard case .page(let page) = answer else { throw Refusal.noSuchPage }
                #expect(page.persons == [pupil])
                return "\(page.body)"
            }
            let made = try await html(["pupil": "1", "signal": "\(signal.id)"])
            #expect(made.contains("vairāk nekā 20") && made.contains("vairāk nekā 18"))
            #expect(made.contains("24\u{a0}stundas") && made.contains("novērošanā"))
            #expect(made.contains("/rules/risk-unexcused") && made.contains("/figures/attendance/unexcused"))
            // A sign of somebody else is none of this pupil's.
            await #expect(throws: Refusal.self) {
                _ = try await html(["pupil": "2", "signal": "\(signal.id)"])
            }
        }
    }
}
