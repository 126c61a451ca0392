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

/// Pages of duties: lists, the pupil's own, letters, what is typed into VIIS.
struct DutyPageTests {
    private func page(
        _ page: some Page,
        _ world: BoardWorld,
        _ parts: [String: String] = [:],
        query: [String: String] = [:],
        language: Language = .lv,
        as asker: Asker? = nil
    ) async throws -> PageContent {
        let request = PageRequest(parts: parts, query: query, language: language)
        let desk = world.desk.seated(asker ?? world.desk.asker)
        guard case .page(let content) = try await page.answer(request, desk) else { throw Refusal.noSuchPage }
        return content
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `of several institutions the list counts, of one it names`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let all = try await page(DutyPage(), world, language: language)
            #expect(all.persons.isEmpty && all.body.string.contains("/absence-duty?institution=1"))
            // Three over the limit: one untouched, one late, none waiting, one done.
            let total = try #require(all.body.string.split(separator: "<tfoot>").last)
            let cells = total.split(separator: "<td").dropFirst().map { cell in
                cell.prefix(upTo: cell.firstRange(of: "</td>")?.lowerBound ?? cell.endIndex)
                    .filter(\.isWholeNumber)
            }
            #expect(cells == ["3", "1", "1", "0", "1"])
            let own = try await page(DutyPage(), world, query: ["institution": "1"], language: language)
            #expect(own.persons.map(\.rawValue) == [1, 3])
            #expect(own.body.string.contains("/pupils/1/absence-duty"))
            let mine = try await page(DutyPage(), world, language: language, as: DutyBoard.asker(2))
            #expect(mine.persons.map(\.rawValue) == [4])
            let late = try await page(
                DutyPage(),
                world,
                query: ["state": "late"],
                language: language,
                as: DutyBoard.asker(2)
            )
            #expect(late.persons.isEmpty && late.body.string.contains("<div class=\"empty\">"))
        }
    }

    @Test(arguments: Engine.available)
    func `what was entered in VIIS with its number leaves the list`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            let open = try await page(DutyRegisterPage(), world)
            #expect(open.persons.map(\.rawValue) == [1, 3])
            #expect(open.body.string.contains("Saziņa ar vecākiem tajā pašā dienā (13.01.2026.)"))
            // Each field of the form has words that all see.
            #expect(open.body.string.contains("<label for=\"reference-1-2\">Ieraksta numurs<"))
            #expect(!open.body.string.contains("placeholder"))
            // Nine columns are wider than a small screen: the term and the limit are lines of what was missed.
            let missed =
                "<li>2. semestris</li><li>21\u{A0}mācību stunda</li><li>robeža pārsniegta 13.01.2026.</li>"
            #expect(open.body.string.contains(missed))
            let form = [
                "year": "2025/2026", "term": "2", "step": "register", "back": "register",
                "day": "02.02.2026.",
                "reference": "V-77",
            ]
            let request = PageRequest(parts: ["pupil": "1"], form: form.mapValues { [$0] })
            guard case .redirect(let way, _) = try await DutyRecordAction().answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            #expect(way == "/absence-duty/register")
            #expect(try await page(DutyRegisterPage(), world).persons.map(\.rawValue) == [3])
        }
    }

    private static let code = "329999-00001"

    private func exports(_ world: BoardWorld) async throws -> Int {
        let tenant = world.desk.tenant
        return try await world.desk.database.audit.read { connection in
            try connection.value(
                "SELECT count(*) FROM audit_record WHERE tenant_id = \(tenant) AND kind = 'export'",
                Int.self
            ) ?? 0
        }
    }

    /// Gives a pupil a personal code and a programme, and the tenant the ceiling that the guard of exports looks up.
    private func withCodes(_ world: BoardWorld) async throws {
        let (tenant, database) = (world.desk.tenant, world.desk.database)
        try await world.take(
            """
            \(RiskBoard.headings),personal_code
            Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,,\(DutyPageTests.code)
            Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,,,,
            Ozolu skola,2025/2026,8.b,K3,Celms,Centis,,,,
            Liepu skola,2025/2026,8.a,K4,Dille,Dace,,,,
            Liepu skola,2025/2026,8.a,K5,Egle,Edgars,,,,
            Ozolu skola,2025/2026,2.a,K6,Feldmane,Fanija,,,,
            """,
            "pupils"
        )
        try await database.data.write { connection in
            try connection.execute(
                """
                INSERT INTO tenant (tenant_id, name, sort_key, search_key, host, kind, language, is_demo,
                    export_ceiling, created_at, version)
                VALUES (\(tenant), 'Paraugs', \([UInt8]()), '', '', 'board', 'lv', 0, 50, 0, 1)
                """
            )
            try connection.execute(
                """
                INSERT INTO programme (tenant_id, id, institution_id, code, name, version)
                VALUES (\(tenant), 9001, 1, '21015611', 'Speciālā programma', 1)
                """
            )
            try connection.execute(
                "UPDATE enrolment SET programme_id = 9001 WHERE tenant_id = \(tenant) AND pupil_id = 1"
            )
        }
    }

    private func setCeiling(_ ceiling: Int, _ world: BoardWorld) async throws {
        let tenant = world.desk.tenant
        try await world.desk.database.data.write { connection in
            try connection.execute(
                "UPDATE tenant SET export_ceiling = \(ceiling) WHERE tenant_id = \(tenant)"
            )
        }
    }

    private static let keeper = DutyBoard.asker(
        1,
        DutyBoard.worker.union([.readPupilStatus, .exportPersons])
    )

    @Test(arguments: Engine.available)
    func `the list for VIIS has codes and programmes for those who may know them, and blanks on paper`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            try await withCodes(world)
            let worker = DutyBoard.asker(1)
            let codes = ["codes": "yes"]
            let plain = try await page(DutyRegisterPage(), world, query: codes, as: worker).body.string
            for words in ["Personas kods", "21015611", "Rādīt personas kodus", DutyPageTests.code] {
                #expect(!plain.contains(words), "\(words)")
            }
            #expect(plain.contains("class=\"in-cell screen-only\""))
            #expect(plain.contains("<p class=\"on-paper\">Ieraksta numurs: ____________</p>"))
            let keeper = DutyPageTests.keeper
            let first = try await page(DutyRegisterPage(), world, as: keeper).body.string
            #expect(first.contains("Rādīt personas kodus") && first.contains("21015611"))
            #expect(!first.contains(DutyPageTests.code))
            let before = try await exports(world)
            let shown = try await page(DutyRegisterPage(), world, query: codes, as: keeper).body.string
            #expect(shown.contains(DutyPageTests.code) && shown.contains("Eksportēja"))
            #expect(try await exports(world) == before + 1)
            // More persons than the ceiling wait for a reason and a second person.
            try await setCeiling(1, world)
            let many = try await page(DutyRegisterPage(), world, query: codes, as: keeper).body.string
            #expect(!many.contains(DutyPageTests.code) && many.contains("name=\"reason\""))
        }
    }

    @Test(arguments: Engine.available)
    func `after an entry the list comes back with its codes and what was chosen, and is recorded again`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            try await withCodes(world)
            let keeper = DutyPageTests.keeper
            let chosen = ["codes": "yes", "institution": "1"]
            let shown = try await page(DutyRegisterPage(), world, query: chosen, as: keeper).body.string
            #expect(shown.contains("name=\"list-institution\" value=\"1\""))
            #expect(shown.contains("name=\"codes\" value=\"again\""))
            let form = [
                "year": "2025/2026", "term": "1", "step": "register", "back": "register",
                "day": "02.02.2026.", "reference": "V-78", "list-institution": "1", "codes": "again",
            ]
            let request = PageRequest(parts: ["pupil": "3"], form: form.mapValues { [$0] })
            let noted = try await DutyRecordAction().answer(request, world.desk.seated(keeper))
            guard case .redirect(let way, _) = noted else { throw Refusal.noSuchPage }
            #expect(way == "/absence-duty/register?institution=1&codes=again")
            let before = try await exports(world)
            let again = ["codes": "again", "institution": "1"]
            let next = try await page(DutyRegisterPage(), world, query: again, as: keeper)
            #expect(next.persons.map(\.rawValue) == [1] && next.body.string.contains(DutyPageTests.code))
            #expect(try await exports(world) == before + 1)
            // More than the ceiling: the list comes without codes, and the reason is asked for by the button.
            try await setCeiling(0, world)
            let many = try await page(DutyRegisterPage(), world, query: again, as: keeper).body.string
            #expect(!many.contains(DutyPageTests.code) && !many.contains("name=\"reason\""))
            #expect(many.contains("Rādīt personas kodus") && many.contains("class=\"in-cell screen-only\""))
            #expect(!many.contains("name=\"codes\""))
            #expect(try await exports(world) == before + 1)
        }
    }

    @Test(arguments: Engine.available)
    func `the list for VIIS has the reason that a step found out, of the board's own list`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let before = try await page(DutyRegisterPage(), world).body.string
            #expect(before.contains("nav noskaidrots"))
            let typed = ["step": "meeting", "day": "20.01.2026.", "cause": "economic"]
            let draft = try DutyWork.draft(typed, DutyBoard.year, 2, today: RiskBoard.today)
            let work = DutyWork(desk: world.desk)
            try await work.record(draft, of: PupilID(rawValue: 1))
            let told = try await world.dutyPupil(1)
            #expect(told.duty(2)?.cause(told.notes) == "economic")
            let after = try await page(DutyRegisterPage(), world).body.string
            #expect(after.contains("Ekonomiski iemesli"))
            #expect(after.contains("<option value=\"economic\" selected>"))
            let own = try await page(DutyPupilPage(), world, ["pupil": "1"]).body.string
            #expect(own.contains("Ekonomiski iemesli"))
            let other = typed.merging(["cause": "laziness"]) { _, new in new }
            let wrong = try DutyWork.draft(other, DutyBoard.year, 2, today: RiskBoard.today)
            await #expect(throws: FieldErrors("cause", .missingChoice)) {
                try await work.record(wrong, of: PupilID(rawValue: 1))
            }
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `letters hold the pupil's facts in both languages`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await DutyBoard.with(engine) { world in
            for letter in DutyLetter.allCases {
                let parts = ["pupil": "1", "letter": String(letter.rawValue)]
                let content = try await page(DutyLetterPage(), world, parts, language: language)
                let text = content.body.string
                let day = Format(language).day(RiskBoard.today)
                for fact in ["Ansis", "8.a", "21", "Ozolu skola", day] {
                    #expect(text.contains(fact), "\(letter) \(fact)")
                }
                #expect(!text.contains("{") && content.persons.map(\.rawValue) == [1])
            }
            await #expect(throws: Refusal.self) {
                _ = try await page(DutyLetterPage(), world, ["pupil": "1", "letter": "9"])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the term of today is that of the days that the board keeps`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            #expect(try await world.dutyPupil(2).term == 2)
            try await TermEditor(world.desk).change(
                DutyBoard.year,
                .second,
                version: 0,
                ["from": "16.02.2026.", "to": "31.05.2026."]
            )
            #expect(try await world.dutyPupil(2).term == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a board's own order of steps holds from its first day`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            let answers = ["steps-3-lv": "Saruna skolā", "steps-3-en": "Talk at school", "steps-3-days": "2"]
            try await RuleEditor(world.desk).set("absence-duty", from: RiskBoard.today, answers)
            let duty = try #require(try await world.duties(pupil: 1).first)
            #expect(duty.next?.lv == "Saruna skolā" && duty.due == Day(2026, 1, 17))
            let before = try #require(try await world.duties(pupil: 1, on: RiskBoard.today - 1).first)
            #expect(before.next?.lv == "Tikšanās ar vecākiem" && before.due == Day(2026, 1, 22))
            let text = try await page(DutyPupilPage(), world, ["pupil": "1"]).body.string
            #expect(text.contains("Saruna skolā") && !text.contains("Tikšanās ar vecākiem"))
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `the page of a pupil within the limit says so, and the contact can be recorded all the same`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let words = Text(lv: "robeža nav pārsniegta", en: "not over the limit")[language]
            let text = try await page(DutyPupilPage(), world, ["pupil": "2"], language: language).body.string
            #expect(text.contains(words) && text.contains("id=\"record\""))
            // A step that is chosen decides whether a number is needed, so that none is called optional.
            let label = Text(lv: "Dokumenta vai ieraksta numurs", en: "Number of the document or entry")
            #expect(text.contains(">\(label[language])</label>"))
            try await world.record(2, "contact", "12.01.2026.")
            #expect(try await world.dutyPupil(2).entries.count == 1)
            let reader = DutyBoard.asker(1, [.readFigures, .readPupils, .readSignals])
            let shown = try await page(DutyPupilPage(), world, ["pupil": "2"], language: language, as: reader)
                .body
                .string
            #expect(!shown.contains("id=\"record\"") && !shown.contains("/undo/"))
        }
    }
}
