import Access
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

/// Teachers write down what they notice of those whom they teach, and see no signs for it.
struct ObservationTests {
    private static let fields = ["factor": "2-emotional", "text": "Stundās guļ."]

    /// Teaches mathematics to the whole of 8.b and physics to a group with one pupil of 8.a.
    private func teaching(_ world: BoardWorld) async throws -> Asker {
        try await world.take(
            """
            institution,year,group,class,subject,external_code,from,to
            Ozolu skola,2025/2026,F1,8.a,Fizika,K2,01.09.2025.,
            """,
            "groups"
        )
        try await world.take(
            """
            institution,year,class,group,subject,teacher_code,teacher_surname,teacher_forename,from,to
            Ozolu skola,2025/2026,8.b,,Matemātika,P1,Egle,Elga,01.09.2025.,
            Ozolu skola,2025/2026,8.a,F1,Fizika,P1,Egle,Elga,01.09.2025.,
            """,
            "teaching"
        )
        let tenant = world.desk.tenant
        let staff = try await world.desk.database.data.read {
            try $0.value("SELECT id FROM staff WHERE tenant_id = \(tenant)", StaffID.self)
        }
        #expect(staff != nil)
        let held = teacher(31)
        return Asker(
            account: held.account,
            name: held.name,
            language: .lv,
            grants: held.grants,
            staff: staff
        )
    }

    private func teacher(_ account: Int) -> Asker {
        let school = Scope(institution: InstitutionID(rawValue: 1))
        return BoardWorld.person(.teacher, account, in: school, preventionRoom)
    }

    private func ask(
        _ page: some Page,
        _ world: BoardWorld,
        form: [String: String] = [:],
        query: [String: String] = [:],
        as asker: Asker
    ) async throws -> (status: Int, text: String) {
        let request = PageRequest(query: query, form: form.mapValues { [$0] }, language: .lv)
        switch try await page.answer(request, world.desk.seated(asker)) {
        case .page(let content): return (content.status, content.body.string)
        case .redirect(let target, _): return (303, target)
        default: return (0, "")
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher writes an observation of a pupil taught, and of nobody else`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let teacher = try await teaching(world)
            let first = try await ask(ObservationPage(), world, as: teacher).text
            #expect(first.contains("8.a") && first.contains("8.b") && !first.contains("Liepu"))
            let ofGroup = try await ask(ObservationPage(), world, query: ["class": "1"], as: teacher).text
            #expect(ofGroup.contains("Bērzs") && !ofGroup.contains("Ābols"))
            let of = { (pupil: String) in Self.fields.merging(["class": "1", "pupil": pupil]) { $1 } }
            let sent = try await ask(ObservationAction(), world, form: of("2"), as: teacher)
            #expect(sent.status == 303)
            let back = try await ask(ObservationAction(), world, form: of("1"), as: teacher)
            #expect(back.status == 422, "a pupil of the class whom the teacher does not teach")
            let empty = try await ask(ObservationAction(), world, form: ["class": "1"], as: teacher)
            let missing = empty.text.ranges(of: "class=\"wrong\"").count
            #expect(empty.status == 422 && missing == 3, "of whom, which risk, what was seen: \(missing)")
            let work = SignalWork(desk: world.desk.seated(teacher))
            for pupil in [1, 4] {
                await #expect(throws: Refusal.self) {
                    try await work.observe(PupilID(rawValue: pupil), factor: "2-emotional", "Guļ.")
                }
            }
            let seen = try await world.signals(of: 2)
            #expect(seen.open.map(\.rule) == ["risk-observation"])
            #expect(Array(seen.texts.values) == ["Stundās guļ."])
            #expect(seen.observations.values.map(\.who) == [teacher.name])
            #expect(try await world.signals(of: 1).open.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may write an observation sees no sign and moves none`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let teacher = try await teaching(world)
            let desk = world.desk.seated(teacher)
            let work = SignalWork(desk: desk)
            let pupil = PupilID(rawValue: 2)
            try await work.observe(pupil, factor: "2-emotional", "Stundās guļ.")
            let form = try await ask(ObservationPage(), world, query: ["class": "1"], as: teacher).text
            #expect(!form.contains("guļ") && !form.contains("/signals"))
            let blind = try await world.signals(of: 2, desk)
            #expect(blind.texts.isEmpty && blind.factors.isEmpty)
            let signal = try #require(try await world.signals(of: 2).open.first)
            await #expect(throws: Refusal.self) {
                try await work.move(signal.id, of: pupil, to: .watched, version: signal.version)
            }
            await #expect(throws: Refusal.self) {
                try await work.withdraw(signal.id, of: pupil, version: signal.version)
            }
            await #expect(throws: Refusal.self) { try await work.set(.targeted, of: pupil, "Tāpat") }
        }
    }

    @Test(arguments: Engine.available)
    func `an account of no member of staff is offered nobody`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            _ = try await teaching(world)
            let page = try await ask(ObservationPage(), world, as: teacher(32))
            #expect(page.text.contains("Nav klašu, ar kurām strādājat"))
        }
    }
}
