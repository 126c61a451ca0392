import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

extension BoardWorld {
    /// Answers of a whole form of a kind.
    static func answers(of kind: PlanKind) -> EditTexts {
        let own: EditTexts
        switch kind {
        case .support: return planned
        case .education:
            own = [
                "ground": "1", "strengths": "Labi rēķina galvā", "needs": "Lasa lēni", "subject1": "1",
                "aim1": "Rēķina ar daļām", "adapted1": "Puse laika vairāk", "marked1": "Darbs divās daļās",
                "helpers": "Logopēds reizi nedēļā", "goals": "Pieci punkti no desmit",
            ]
        case .talent:
            own = [
                "field": "Fizika", "mentor": "Kārlis Kalns", "reached": "Trešā vieta novadā",
                "goals": "Valsts olimpiāde", "activity1": "research", "event1": "Saules paneļi",
                "when1": "februāris",
            ]
        case .home:
            own = [
                "decision": "Atzinums Nr. 7, 20.01.2026.", "home_from": "02.02.2026.",
                "home_to": "2026-04-30", "place": "Dzīvesvieta", "lessons": "Divreiz nedēļā mājās",
                "marking": "Katra temata beigās", "comeback": "Pa divām stundām dienā",
            ]
        }
        let common = [
            "kind": String(kind.rawValue), "term": "2025/2", "parents": "1", "parents_on": "30.01.2026.",
            "result": "0",
        ]
        return common.merging(own) { _, new in new }
    }

    /// The names of answers that a form of a kind comes back with.
    static func errors(of kind: PlanKind, _ changes: EditTexts) -> Set<String> {
        let subjects = [(id: 1, name: "Matemātika")]
        let choices = PlanChoices(lists: .shipped, subjects: subjects, today: CaseBoard.today)
        do {
            _ = try PlanAnswers(answers(of: kind).merging(changes) { _, new in new }, choices)
            return []
        } catch {
            return Set(error.byField.keys)
        }
    }
}

struct PlanKindTests {
    private let pedagogue = CaseBoard.pedagogue

    /// What the page of a whole plan of a kind says.
    private static let said: [PlanKind: [String]] = [
        .education: [
            "Individuālais izglītības programmas apguves plāns", "izglītojamie ar speciālām vajadzībām",
            "Labi rēķina galvā", "Lasa lēni", "Matemātika", "Rēķina ar daļām", "Puse laika vairāk",
            "Darbs divās daļās", "Logopēds reizi nedēļā", "Pieci punkti no desmit",
        ],
        .talent: [
            "Talantīga izglītojamā atbalsta plāns", "Fizika", "Kārlis Kalns", "Trešā vieta novadā",
            "Valsts olimpiāde", "Zinātniski pētnieciskais darbs", "Saules paneļi", "februāris",
        ],
        .home: [
            "Mājas apmācības plāns", "Atzinums Nr. 7, 20.01.2026.", "02.02.2026. – 30.04.2026.",
            "Dzīvesvieta", "Divreiz nedēļā mājās", "Katra temata beigās", "Pa divām stundām dienā",
        ],
    ]

    @Test(arguments: Engine.available)
    func `each kind keeps and shows what is its own, and no risks or money`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            for (kind, words) in Self.said {
                // Answers of a plan of support that are sent along are not of this kind.
                let form = BoardWorld.planned.merging(BoardWorld.answers(of: kind)) { $1 }
                let made = try await world.get(PlanNewAction(), ["case": id], form: form, as: pedagogue)
                let plan = try #require(made.text.split(separator: "/").last.flatMap { Int($0) })
                let parts = ["case": id, "plan": plan]
                let page = try await world.get(PlanPage(), parts, as: pedagogue).text
                for word in words + ["vecāki piekrīt, 30.01.2026.", "Parakstu lapa", "vēl nav vērtēts"] {
                    #expect(page.contains(word), "\(kind): \(word)")
                }
                let edit = try await world.get(PlanEditPage(), parts, as: pedagogue).text
                for word in ["Ekonomiskais atbalsts", "name=\"risk1\"", "<h2>Riski</h2>"] {
                    #expect(!page.contains(word) && !edit.contains(word), "\(kind): \(word)")
                }
                #expect(edit.contains("name=\"midterm\"") == (kind != .home))
                let kept = try await world.planContent(id, plan, by: pedagogue)
                #expect(kept.plan?.kind == kind && kept.plan?.aid == PlanAid() && kept.body["risk1"] == nil)
                let english = try await world.get(PlanPage(), parts, language: .en, as: pedagogue).text
                #expect(english.contains(kind.words.en) && english.contains("not assessed yet"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the kind is chosen first, and stays whatever is sent later`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let choice = try await world.get(PlanNewPage(), ["case": id], as: pedagogue).text
            for kind in PlanKind.allCases { #expect(choice.contains("plans/new?kind=\(kind.rawValue)")) }
            #expect(!choice.contains("<form"))
            let form = try await world.get(
                PlanNewPage(),
                ["case": id],
                query: ["kind": "2"],
                as: pedagogue
            ).text
            #expect(form.contains("name=\"aim6\"") && form.contains("name=\"kind\" value=\"2\""))
            let unsaid = try await world.get(
                PlanNewAction(),
                ["case": id],
                form: ["term": "2025/2"],
                as: pedagogue
            )
            #expect(unsaid.status == 422)
            let plan = try await world.plan(id, of: .education)
            let sent = BoardWorld.planned.merging(BoardWorld.answers(of: .education)) { $1 }
                .merging(["kind": "1", "version": "1", "result": "2", "ground": "3"]) { $1 }
            let parts = ["case": id, "plan": plan]
            #expect(try await world.get(PlanAction(), parts, form: sent, as: pedagogue).status == 303)
            let kept = try await world.planContent(id, plan, by: pedagogue)
            #expect(kept.plan?.kind == .education && kept.plan?.ground == .returned)
            #expect(kept.plan?.aid == PlanAid() && kept.body["risk1"] == nil)
            let page = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(page.contains("mērķi sasniegti daļēji") && page.contains("reemigranti"))
            let other = try PlanAnswers(BoardWorld.planned, BoardWorld.choices)
            await #expect(throws: Refusal.self) {
                _ = try await world.work(pedagogue).keepPlan(plan, of: id, version: 2, other)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows of the form are folded after the last one that says something`(_ engine: Engine) async throws {
        func folds(_ page: String) -> [Int] {
            ["<details class=\"more\" open>", "<details class=\"more\">"].map { page.ranges(of: $0).count }
        }
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let kind = ["kind": "2"]
            let new = try await world.get(PlanNewPage(), ["case": id], query: kind, as: pedagogue).text
            #expect(folds(new) == [0, 5] && new.contains("<summary>Vēl viens mācību priekšmets</summary>"))
            // The third row was begun and lacks the rest: it is open, and so is the empty one around it.
            let typed = BoardWorld.answers(of: .education).merging(["aim3": "Lasa tekstu"]) { $1 }
            let returned = try await world.get(PlanNewAction(), ["case": id], form: typed, as: pedagogue)
            #expect(returned.status == 422 && folds(returned.text) == [2, 3])
            let parts = ["case": id, "plan": try await world.plan(id)]
            let support = try await world.get(PlanEditPage(), parts, language: .en, as: pedagogue).text
            #expect(folds(support) == [0, 3] && support.contains("<summary>Another risk</summary>"))
        }
    }

    @Test(arguments: Engine.available)
    func `what a plan held when all kinds had one form is shown, and a new version keeps it`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            var old = try PlanAnswers(BoardWorld.answers(of: .home), BoardWorld.choices)
            old.body["risk1"] = "1-low-marks"
            old.body["severity1"] = "3"
            old.body["evidence1"] = "Četri vērtējumi zem 4"
            old.aid = PlanAid(meals: 725)
            let plan = try await world.work(pedagogue).keepPlan(nil, of: id, version: 0, old)
            let parts = ["case": id, "plan": plan]
            let form = BoardWorld.answers(of: .home).merging(["version": "1", "place": "Slimnīca"]) { $1 }
            #expect(try await world.get(PlanAction(), parts, form: form, as: pedagogue).status == 303)
            let page = try await world.get(PlanPage(), parts, as: pedagogue).text
            for words in ["Slimnīca", "Zemi mācību sasniegumi", "Četri vērtējumi zem 4", "7,25 EUR"] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test func `what a form of a kind lacks stands beside its own questions`() {
        func errors(_ kind: PlanKind, _ changes: EditTexts = [:]) -> Set<String> {
            BoardWorld.errors(of: kind, changes)
        }
        for kind in PlanKind.allCases { #expect(errors(kind) == [], "\(kind)") }
        #expect(errors(.education, ["needs": " ", "ground": "9"]) == ["needs", "ground"])
        // A row that was begun wants all of its answers, and a subject of the register.
        #expect(errors(.education, ["aim2": "Lasa tekstu"]) == ["subject2", "adapted2", "marked2"])
        #expect(errors(.education, ["subject1": "77"]) == ["subject1"])
        #expect(
            errors(.talent, ["field": "", "when1": "", "activity1": "x"]) == ["field", "when1", "activity1"]
        )
        #expect(errors(.home, ["home_to": "01.02.2026.", "decision": ""]) == ["home_to", "decision"])
        #expect(errors(.home, ["home_from": "", "comeback": ""]) == ["home_from", "comeback"])
        #expect(errors(.home, ["kind": "5"]) == ["kind"])
    }

    @Test(arguments: Engine.available)
    func `lessons at home are measures of home study alone, each of a subject`(_ engine: Engine) async throws
    {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let (home, support) = (try await world.plan(id, of: .home), try await world.plan(id))
            let form = [
                "kind": "7", "subject": "1", "body": "1", "provider": "Anna Kļava", "planned": "24",
                "from": "02.02.2026.", "to": "30.04.2026.",
            ]
            func add(_ plan: Int, _ form: [String: String]) async throws -> Int {
                try await world.get(MeasureAction(), ["case": id, "plan": plan], form: form, as: pedagogue)
                    .status
            }
            #expect(try await add(home, form) == 303)
            #expect(try await add(home, form.merging(["subject": "0"]) { $1 }) == 422)
            #expect(try await add(support, form) == 422)
            let page = try await world.get(PlanPage(), ["case": id, "plan": home], as: pedagogue).text
            #expect(page.contains("Mājas apmācības stundas: Matemātika") && page.contains("Anna Kļava"))
            let other = try await world.get(PlanPage(), ["case": id, "plan": support], as: pedagogue).text
            #expect(!other.contains("ājas apmācības stundas"))
        }
    }

    @Test(arguments: Engine.available)
    func `plans of every kind are behind the same gate`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social, .notes)
            try await world.admit(id, CaseBoard.police, .police, .plan)
            for kind in PlanKind.allCases {
                let plan = try await world.plan(id, of: kind)
                let query = ["kind": String(kind.rawValue)]
                let statuses = [
                    (CaseBoard.social, 404, 404), (CaseBoard.stranger, 404, 404),
                    (CaseBoard.colleague, 404, 404),
                    // Being shown plans is not writing them.
                    (CaseBoard.police, 200, 409), (CaseBoard.head, 200, 200),
                ]
                for (asker, read, write) in statuses {
                    let page = try await world.get(PlanPage(), ["case": id, "plan": plan], as: asker)
                    let new = try await world.get(PlanNewPage(), ["case": id], query: query, as: asker)
                    #expect(page.status == read && new.status == write, "\(kind) \(asker.name)")
                    if read == 404 { #expect(!page.text.contains("mērķi") && !new.text.contains("<form")) }
                }
            }
        }
    }
}
