import Frame
import Kernel
import Pages
import SekmeTesting
import Testing

@testable import Registry

struct EditPageTests {
    private let limit = ["rule": "unexcused-limit", "from": "2011-02-01"]

    private func typed(_ world: EditWorld, _ changed: EditTexts) async throws -> EditTexts {
        let record = try #require(try await RuleEditor(world.desk()).records("unexcused-limit").first)
        return try record.texts.setting(changed).setting(["version": "1"])
    }

    @Test func `the list shows what is in force and to come, in both languages`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let page = try await world.get(RulesPage(), desk: world.desk([.readFigures])).text
            #expect(page.contains("Neattaisnoto kavējumu robeža") && page.contains("/rules/unexcused-limit"))
            #expect(page.contains("01.09.2025. – 31.08.2026."), "the threshold of this year")
            #expect(!page.contains("01.09.2024. – 31.08.2025."), "that of last year has ended")
            let english = try await world.get(RulesPage(), language: .en).text
            #expect(english.contains("Limit of unexcused absence"))
        }
    }

    @Test func `a rule shows all its records, and the way to change them to administrators only`()
        async throws
    {
        try await EditWorld.run(.sqlite) { world in
            let parts = ["rule": "pass-threshold"]
            let page = try await world.get(RulePage(), parts).text
            #expect(page.contains("01.09.2022. – 31.08.2023.") && page.contains("/rules/pass-threshold/new"))
            let reader = try await world.get(RulePage(), parts, desk: world.desk([.readFigures])).text
            #expect(!reader.contains("/rules/pass-threshold/new") && reader.contains("VISC"))
            await #expect(throws: Refusal.noSuchPage) {
                _ = try await world.get(RulePage(), parts, desk: world.desk([.importData]))
            }
            await #expect(throws: Refusal.self) {
                _ = try await world.get(RulePage(), ["rule": "no-such"])
            }
        }
    }

    @Test func `numbers and tables are fields with hints, never JSON`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let page = try await world.get(EditPage<RuleRow>(), limit).text
            #expect(page.contains("name=\"lessons\"") && page.contains("value=\"20\""))
            #expect(page.contains("Pašvaldību informē, ja kavēts vairāk nekā tik stundu."))
            #expect(page.contains("name=\"csrf\" value=\"token\""))
            let spans = ["rule": "promotion", "from": "2022-01-11"]
            let table = try await world.get(EditPage<RuleRow>(), spans).text
            #expect(table.contains("name=\"spans-5-minimum\""), "three filled in and two more")
            #expect(!table.contains("name=\"spans-6-minimum\"") && !table.contains("{"))
            let signs = ["rule": "eklase-absence-tokens", "from": "1970-01-01"]
            let kinds = try await world.get(EditPage<RuleRow>(), signs).text
            #expect(kinds.contains("<option value=\"1\" selected>Slimības dēļ</option>"))
        }
    }

    @Test(arguments: Engine.available)
    func `what is saved is there, and its history offers to put it back`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let form = try await typed(world, ["lessons": "25"])
            let saved = try await world.post(EditAction<RuleRow>(), limit, form)
            #expect(saved.target == "/rules/unexcused-limit")
            let page = try await world.get(EditPage<RuleRow>(), limit).text
            #expect(page.contains("<del>20</del> → <ins>25</ins>") && page.contains("komandrinda"))
            let change = try #require(
                try await RuleEditor(world.desk()).history("unexcused-limit", from: Day(number: 15_006)).first
            )
            let back = ["change": String(change.id), "version": "2"]
            let restored = try await world.post(RestoreAction<RuleRow>(), limit, back)
            #expect(restored.target == "/rules/unexcused-limit/2011-02-01")
            #expect(try await world.get(EditPage<RuleRow>(), limit).text.contains("value=\"20\""))
        }
    }

    @Test func `an answer that cannot be kept comes back as it was typed, with what is wrong`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let form = try await typed(world, ["lessons": "daudz", "en": "My <b>words</b>"])
            let page = try await world.post(EditAction<RuleRow>(), limit, form)
            #expect(page.status == 422)
            #expect(page.text.contains("value=\"daudz\"") && page.text.contains("href=\"#edit-lessons\""))
            #expect(page.text.contains("My &lt;b&gt;words&lt;/b&gt;"))
        }
    }

    @Test(arguments: Engine.available)
    func `two who change one rule meet on a page with both sides, and one chooses`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let first = try await typed(world, ["lessons": "25", "source": "Pirmais avots"])
            let second = try await typed(world, ["lessons": "30", "en": "Second words."])
            _ = try await world.post(EditAction<RuleRow>(), limit, first)
            let page = try await world.post(EditAction<RuleRow>(), limit, second)
            #expect(page.status == 409)
            #expect(page.text.contains("Saglabāts tagad: 25") && page.text.contains("Jūsu: 30"))
            #expect(page.text.contains("Jūsu: Second words.") && page.text.contains("Pirmais avots"))
            #expect(!page.text.contains("choose-lv"), "what does not differ is not asked")
            #expect(page.text.contains("name=\"version\" value=\"2\""))
            // What the form of that page sends: both sides, and the choice of each that differs.
            var chosen = second.setting(["version": "2", "choose-lessons": "mine"])
            chosen["choose-source"] = "theirs"
            chosen["saved-source"] = "Pirmais avots"
            chosen["choose-en"] = "mine"
            let saved = try await world.post(EditAction<RuleRow>(), limit, chosen)
            #expect(saved.target == "/rules/unexcused-limit")
            let record = try #require(try await RuleEditor(world.desk()).records("unexcused-limit").first)
            let texts = try record.texts
            #expect(texts["lessons"] == "30" && texts["source"] == "Pirmais avots")
            #expect(texts["en"] == "Second words." && record.version == 3)
        }
    }

    @Test func `a record from a day is added, withdrawn, and what was typed into it is not lost`()
        async throws
    {
        try await EditWorld.run(.sqlite) { world in
            let parts = ["rule": "unexcused-limit"]
            let new = try await world.get(EditPage<RuleNew>(), parts).text
            #expect(new.contains("name=\"from\"") && new.contains("value=\"20\""))
            let form = try await typed(world, ["lessons": "15", "from": "01.09.2026.", "to": ""])
            let added = try await world.post(EditAction<RuleNew>(), parts, form)
            #expect(added.target == "/rules/unexcused-limit")
            #expect(try await world.post(EditAction<RuleNew>(), parts, form).status == 422)
            let future = ["rule": "unexcused-limit", "from": "2026-09-01"]
            let page = try await world.get(EditPage<RuleRow>(), future).text
            #expect(page.contains("/rules/unexcused-limit/2026-09-01/withdraw"))
            #expect(!(try await world.get(EditPage<RuleRow>(), limit)).text.contains("/withdraw"))
            _ = try await world.post(RuleWithdrawAction(), future, ["version": "1"])
            let late = try await world.post(EditAction<RuleRow>(), future, form)
            #expect(late.status == 409 && late.text.contains("15"))
        }
    }

    @Test func `code lists, scales and subjects are edited by the same forms`() async throws {
        try await EditWorld.run(.sqlite) { world in
            #expect(try await world.get(CodesPage()).text.contains("/codes/leave-reason"))
            let list = ["list": "leave-reason"]
            #expect(try await world.get(CodeListPage(), list).text.contains("/codes/leave-reason/new"))
            let added = try await world.post(
                EditAction<CodeNew>(),
                list,
                ["code": "sport", "from": "01.09.2025.", "lv": "Sports", "en": "Sport", "position": "20"]
            )
            #expect(added.target == "/codes/leave-reason")
            let code = ["list": "leave-reason", "code": "sport"]
            #expect(try await world.get(EditPage<CodeRow>(), code).text.contains("value=\"Sports\""))
            let closed = ["list": "risk-group"]
            #expect(!(try await world.get(CodeListPage(), closed)).text.contains("risk-group/new"))

            #expect(try await world.get(ScalesPage()).text.contains("S, T, A, P") == false, "the best first")
            #expect(
                try await world.get(ScalePage(), ["scale": "ten"]).text.contains("/scales/ten/value?text=nv")
            )
            let nv = try await world.get(EditPage<ScaleValueRow>(), ["scale": "ten"], query: ["text": "nv"])
            #expect(nv.text.contains("action=\"/scales/ten/value?text=nv\""))
            let saved = try await world.post(
                EditAction<ScaleValueRow>(),
                ["scale": "ten"],
                ["number": "", "level": "1", "counts": "1", "sign": "0", "to": "", "version": "1"],
                query: ["text": "nv"]
            )
            #expect(saved.target == "/scales/ten")

            let subject = try await world.post(EditAction<SubjectNew>(), ["name": "Fizika", "area": "4"])
            #expect(subject.target == "/subjects")
            #expect(try await world.get(SubjectsPage()).text.contains("Dabaszinātņu mācību joma"))
        }
    }

    @Test func `every page that changes something asks for the tenant, or the institution that it is of`() {
        let changing = registryRoom.pages.filter { $0.method == .post && $0.path != "/search" }
        #expect(!changing.isEmpty)
        for page in changing {
            switch page.scope {
            case .tenant: break
            case .institution: #expect(page.path.hasPrefix("/institutions/:institution/"), "\(page.path)")
            default: Issue.record("\(page.path)")
            }
            #expect([.administer, .editRegisters].contains(page.permission), "\(page.path)")
        }
    }
}

extension EditWorld {
    func post(_ page: some Page, _ form: [String: String]) async throws -> PageResponse {
        try await post(page, [:], form)
    }
}
