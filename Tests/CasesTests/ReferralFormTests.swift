import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// The form of a referral: its questions are dated data, and what was written keeps the questions it answers.
struct ReferralFormTests {
    private let pedagogue = CaseBoard.pedagogue
    private let social = CaseBoard.social

    private func new(_ answers: ReferralWork.Answers) -> ReferralWork.New {
        ReferralWork.New(
            body: .social,
            kind: "family-assistant",
            basis: .socialServices,
            reason: "Ģimenei vajag palīdzību",
            answers: answers
        )
    }

    private func with(
        _ engine: Engine,
        _ body: (BoardWorld, _ file: Int) async throws -> Void
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            try await body(world, try await world.openCase())
        }
    }

    private func send(_ answers: ReferralWork.Answers, of file: Int, _ world: BoardWorld) async throws -> Int
    {
        try await ReferralWork(world.desk.seated(pedagogue)).send(of: file, to: social.account, new(answers))
    }

    /// Gives the board a version of the form of its own, in force from a day on.
    private func version(_ questions: String, from day: Day, _ world: BoardWorld) async throws {
        let (tenant, name) = (world.desk.tenant, ReferralFormRule.regulation)
        try await world.desk.database.data.write { connection in
            try connection.execute("DELETE FROM regulation WHERE tenant_id = \(tenant) AND name = \(name)")
            try connection.execute(
                """
                INSERT INTO regulation (tenant_id, name, from_day, to_day, lv, en, source, parameters, is_editable,
                    version)
                VALUES (\(tenant), \(name), \(day), 0, 'Veidlapa', 'Form', 'Pārvalde', \(questions), 1, 1)
                """
            )
        }
    }

    private func content(_ id: Int, _ world: BoardWorld, by asker: Asker) async throws -> ReferralContent {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { try ReferralContent.load(id, desk, $0) }
    }

    @Test(arguments: Engine.available)
    func `what was written stays with its questions when the form gets another version`(
        _ engine: Engine
    ) async throws {
        try await with(engine) { world, file in
            let first = Day(number: CaseBoard.today.number - 30)
            try await version(
                #"{"questions":[{"lv":"Kas darīts?","en":"What was done?","needed":0}]}"#,
                from: first,
                world
            )
            let id = try await send(ReferralWork.Answers(texts: ["Divas sarunas"]), of: file, world)
            try await version(
                #"{"questions":[{"lv":"Cits jautājums","en":"Another question","needed":0}]}"#,
                from: CaseBoard.today,
                world
            )
            let filled = try #require(try await content(id, world, by: social).filled)
            #expect(filled.from == first)
            let expected = [
                ReferralForm.Answer(lv: "Kas darīts?", en: "What was done?", text: "Divas sarunas")
            ]
            #expect(filled.answers == expected)
            let page = try await world.get(ReferralPage(), ["referral": id], as: social).text
            #expect(page.contains("Kas darīts?") && page.contains("Divas sarunas"))
            #expect(!page.contains("Cits jautājums") && page.contains("Veidlapas redakcija"))
            let second = try await send(ReferralWork.Answers(texts: [""]), of: file, world)
            let empty = try #require(try await content(second, world, by: social).filled)
            #expect(empty.from == CaseBoard.today && empty.answers.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a question that has to be answered is, and answers of another version are not taken`(
        _ engine: Engine
    ) async throws {
        try await with(engine) { world, file in
            try await version(
                #"{"questions":[{"lv":"Kas darīts?","en":"What was done?","needed":1}]}"#,
                from: Day(number: 0),
                world
            )
            let found = CaseActions.all.first { $0.path == "/cases/:case/referrals" }
            let action = try #require(found as? CaseAction)
            var form = [
                "account": String(social.account.rawValue), "body": "2", "kind": "family-assistant",
                "basis": "2", "reason": "Kavē stundas", "question-1": " ",
            ]
            let missing = try await world.get(action, ["case": file], form: form, as: pedagogue)
            #expect(missing.status == 422 && missing.text.contains("Kas darīts?"))
            form["question-1"] = "Trīs sarunas"
            form["form"] = "cita redakcija"
            let old = try await world.get(action, ["case": file], form: form, as: pedagogue)
            #expect(old.status == 422 && old.text.contains("Veidlapas jautājumi tikko mainīti"))
            #expect(old.text.contains("Trīs sarunas"))
            let desk = world.desk.seated(pedagogue)
            let now = try await desk.database.data.read { try ReferralForm.load(desk, $0).fingerprint }
            form["form"] = now
            let done = try await world.get(action, ["case": file], form: form, as: pedagogue)
            #expect(done.status == 303)
            #expect(try await content(1, world, by: social).filled?.answers.map(\.text) == ["Trīs sarunas"])
        }
    }

    @Test(arguments: Engine.available)
    func `the shipped form asks four questions, and its words are sealed`(_ engine: Engine) async throws {
        try await with(engine) { world, file in
            let desk = world.desk.seated(pedagogue)
            let form = try await desk.database.data.read { try ReferralForm.load(desk, $0) }
            #expect(form.questions.count == 4 && form.questions.allSatisfy { !$0.isNeeded })
            let id = try await send(ReferralWork.Answers(texts: ["", "Palīdz māsai"]), of: file, world)
            let filled = try #require(try await content(id, world, by: social).filled)
            #expect(filled.answers.map(\.lv) == ["Stiprās puses un cilvēki, kas palīdz"])
            let tenant = world.desk.tenant
            let stored = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT answers_sealed FROM referral_form WHERE tenant_id = \(tenant)",
                    [UInt8].self
                )
            }
            #expect(stored.count == 1)
            #expect(stored.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("māsai") })
        }
    }
}
