import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Pupils absent without a known reason on the last day with data, and whether their parents were contacted.
struct DutyTodayTests {
    /// Runs the body with a last day of two schools.
    ///
    /// On 2 February pupil 1 is away without excuse, pupil 2 ill, pupil 3 for no reason that was given; in the other
    /// school the last day is 30 January, with pupil 4 away. What was before is not asked about.
    private func withAbsent(
        _ engine: Engine,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-02-02", "nn", 3),
                ("Ozolu skola", "8.a", "K2", "2026-02-02", "ns", 3),
                ("Ozolu skola", "8.b", "K3", "2026-02-02", "unstated", 2),
                ("Ozolu skola", "2.a", "K6", "2026-01-30", "nn", 2),
                ("Liepu skola", "8.a", "K4", "2026-01-30", "nn", 1),
                ("Liepu skola", "8.a", "K5", "2026-01-29", "nn", 1),
            ])
            try await body(world)
        }
    }

    private func page(
        _ world: BoardWorld,
        _ query: [String: String] = [:],
        _ language: Language = .lv,
        as asker: Asker? = nil
    ) async throws -> PageContent {
        let desk = world.desk.seated(asker ?? world.desk.asker)
        let request = PageRequest(query: query, language: language)
        guard case .page(let content) = try await DutyTodayPage().answer(request, desk) else {
            throw Refusal.noSuchPage
        }
        return content
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `of several institutions the list counts, of one it names whom nobody can account for`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await withAbsent(engine) { world in
            let all = try await page(world, [:], language)
            #expect(all.persons.isEmpty && all.body.string.contains("/absence-duty/today?institution=1"))
            #expect(all.body.string.contains(Format(language).day(RiskBoard.today - 3)))
            // Three pupils in two schools, the parents of none contacted.
            let whole = try #require(all.body.string.split(separator: "<tfoot>").last)
            #expect(whole.split(separator: ">3<").count == 3)
            let own = try await page(world, ["institution": "1"], language)
            let kind = Text(lv: "neattaisnots", en: "unexcused")[language]
            #expect(own.body.string.contains(">\(kind)</td>"))
            #expect(own.persons.map(\.rawValue) == [1, 3])
            let other = try await page(world, [:], language, as: DutyBoard.asker(2))
            #expect(other.persons.map(\.rawValue) == [4])
            let words = Text(lv: "Par šodienu datu vēl nav.", en: "There are none of today yet.")[language]
            #expect(other.body.string.contains(words) && !own.body.string.contains(words))
        }
    }

    @Test(arguments: Engine.available)
    func `a class teacher has the own class alone`(_ engine: Engine) async throws {
        try await withAbsent(engine) { world in
            let found = try await world.desk.database.data.read { [desk = world.desk] connection in
                try ScopeFinder(tenant: desk.tenant, connection)
                    .scope(of: PupilID(rawValue: 3), on: desk.today)
            }
            let place = try #require(found)
            let scope = Scope(institution: place.institution, classGroup: place.classGroup)
            let teacher = BoardWorld.asker(DutyBoard.worker, in: scope)
            let own = try await page(world, as: teacher)
            #expect(own.persons.map(\.rawValue) == [3])
            #expect(own.body.string.contains("iemesls nav norādīts"))
            // The whole institution is not theirs by asking for it.
            let asked = try await page(world, ["institution": "1"], as: teacher)
            #expect(asked.persons.map(\.rawValue) == [3])
            let none = try await page(world, ["institution": "2"], as: teacher)
            #expect(none.persons.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `one tap notes the contact as evidence of the step, and the list says who did`(
        _ engine: Engine
    ) async throws {
        try await withAbsent(engine) { world in
            let worker = DutyBoard.asker(1)
            let before = try await page(world, as: worker).body.string
            #expect(
                before.contains("action=\"/pupils/1/absence-duty\"") && before.contains("value=\"contact\"")
            )
            // A contact before that day is not one about it.
            try await world.record(3, "contact", "30.01.2026.", as: worker)
            let form = [
                "year": "2025/2026", "term": "2", "step": "contact", "day": "02.02.2026.", "back": "today",
            ]
            let request = PageRequest(parts: ["pupil": "1"], form: form.mapValues { [$0] })
            let answer = try await DutyRecordAction().answer(request, world.desk.seated(worker))
            guard case .redirect(let way, _) = answer else { throw Refusal.noSuchPage }
            #expect(way == "/absence-duty/today")
            #expect(try await world.dutyPupil(1).entries.map(\.step) == [.contact])
            let after = try await page(world, as: worker).body.string
            #expect(!after.contains("action=\"/pupils/1/absence-duty\"") && after.contains("Test"))
            #expect(after.contains("action=\"/pupils/3/absence-duty\""))
            let reader = DutyBoard.asker(1, [.readFigures, .readPupils, .readSignals])
            let read = try await page(world, as: reader).body.string
            #expect(!read.contains("<form method=\"post\""))
            await #expect(throws: Refusal.self) {
                _ = try await DutyRecordAction().answer(request, world.desk.seated(DutyBoard.asker(2)))
            }
        }
    }
}
