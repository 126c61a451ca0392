import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Letters of duties: what is printed, who signs, and what is recorded of one that was sent.
struct DutyLetterTests {
    private func letter(
        _ letter: DutyLetter,
        _ pupil: Int,
        _ world: BoardWorld,
        as asker: Asker? = nil
    ) async throws -> String {
        let parts = ["pupil": String(pupil), "letter": String(letter.rawValue)]
        let desk = world.desk.seated(asker ?? world.desk.asker)
        guard case .page(let content) = try await DutyLetterPage().answer(PageRequest(parts: parts), desk)
        else { throw Refusal.noSuchPage }
        return content.body.string.replacing("\u{a0}", with: " ")
    }

    private func send(
        _ letter: DutyLetter,
        _ day: String,
        reference: String = "",
        _ world: BoardWorld,
        as asker: Asker? = nil
    ) async throws -> PageResponse {
        let form = ["year": "2025/2026", "term": "2", "day": day, "reference": reference]
        let request = PageRequest(
            parts: ["pupil": "1", "letter": String(letter.rawValue)],
            form: form.mapValues { [$0] }
        )
        return try await DutyLetterSentAction().answer(request, world.desk.seated(asker ?? world.desk.asker))
    }

    private func pupilPage(_ world: BoardWorld) async throws -> String {
        let request = PageRequest(parts: ["pupil": "1"])
        guard case .page(let content) = try await DutyPupilPage().answer(request, world.desk) else {
            throw Refusal.noSuchPage
        }
        return content.body.string
    }

    @Test(arguments: Engine.available)
    func `a step keeps its first day when its letter is sent later, and the letter is an entry of its own`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let text = try await letter(.notice, 1, world)
            #expect(text.contains("Atzīmēt kā nosūtītu") && text.contains("name=\"term\" value=\"2\""))
            #expect(text.contains("action=\"/pupils/1/absence-duty/letters/1\""))
            let answer = try await send(.notice, "30.01.2026.", world)
            guard case .redirect(let way, _) = answer else { throw Refusal.noSuchPage }
            #expect(way == "/pupils/1/absence-duty")
            let duty = try #require(try await world.duties(pupil: 1).first)
            let contact = try #require(duty.steps.first { $0.step == .contact })
            #expect(duty.taken(contact)?.day == Day(2026, 1, 13))
            let sent = try #require(duty.entries.first { $0.letter == .notice })
            #expect(sent.day == Day(2026, 1, 30) && sent.reference.isEmpty && sent.step == .contact)
            // Another contact puts no later step off.
            #expect(duty.due == Day(2026, 1, 22))
            let page = try await pupilPage(world)
            #expect(page.contains("Paziņojums vecākiem par kavējumiem: 30.01.2026."))
        }
    }

    @Test(arguments: Engine.available)
    func `parents who are asked to come have not been met, and a letter that was wrong is taken back`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let reader = DutyBoard.asker(1, [.readFigures, .readPupils, .readSignals])
            await #expect(throws: Refusal.self) {
                _ = try await send(.invitation, "20.01.2026.", world, as: reader)
            }
            _ = try await send(.invitation, "20.01.2026.", world)
            let asked = try #require(try await world.duties(pupil: 1).first)
            #expect(asked.reached?.step == .talk && asked.next?.step == .meeting)
            let figures = try await world.answer("prevention/absence-duty", Selection(year: DutyBoard.year))
            #expect(figures.sections[0].figures["Ozolu skola"] == [2, 1, 1, 0, 0, 0, 0])
            try await world.record(1, "meeting", "23.01.2026.")
            let met = try #require(try await world.duties(pupil: 1).first)
            #expect(met.reached?.step == .meeting && met.reachedEntry?.day == Day(2026, 1, 23))
            let sent = try #require(try await world.dutyPupil(1).entries.first { $0.letter == .invitation })
            let pupil = PupilID(rawValue: 1)
            try await DutyWork(desk: world.desk).undo(sent.id, of: pupil, version: sent.version)
            let after = try #require(try await world.duties(pupil: 1).first)
            #expect(after.entries.allSatisfy { $0.letter == nil } && after.reached?.step == .meeting)
        }
    }

    @Test(arguments: Engine.available)
    func `a letter whose step needs a number asks for it beside its field`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            guard case .page(let page) = try await send(.board, "30.01.2026.", world) else {
                throw Refusal.noSuchPage
            }
            #expect(page.status == 422 && page.body.string.contains("id=\"sent-reference-error\""))
            guard case .redirect = try await send(.board, "30.01.2026.", reference: "1-14/7", world) else {
                throw Refusal.noSuchPage
            }
            let duty = try #require(try await world.duties(pupil: 1).first)
            #expect(duty.reached?.step == .board && duty.reachedEntry?.reference == "1-14/7")
        }
    }

    @Test(arguments: Engine.available)
    func `whoever answers for its step signs the notice to the municipality, the writer one to parents`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let blank = DutyLetterText.blank
            let board = try await letter(.board, 1, world)
            #expect(board.contains("Iestādes vadītājs \(blank) \(blank)"))
            let writer = world.desk.asker.name
            #expect(board.contains("Sagatavoja: \(writer)"))
            #expect(try await letter(.notice, 1, world).contains("\(blank) \(writer)"))
            let place = Scope(institution: InstitutionID(rawValue: 1))
            let grant = Grant(
                role: "head",
                roleWords: Text(lv: "Vadītājs", en: "Head"),
                permissions: DutyBoard.worker,
                scope: place,
                from: RiskBoard.today,
                to: nil
            )
            let head = Asker(
                account: AccountID(rawValue: 7),
                name: "Vija Vadone",
                language: .lv,
                grants: [grant]
            )
            let own = try await letter(.board, 1, world, as: head)
            #expect(own.contains("Iestādes vadītājs \(blank) Vija Vadone"))
        }
    }

    @Test(arguments: Engine.available)
    func `a letter says what follows from the limit as it stands, before and after it is passed`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let over = try await letter(.notice, 1, world)
            #expect(over.contains("Tas pārsniedz noteikto robežu (20 mācību stundas)"))
            #expect(!over.contains("Ja kavējumi semestrī pārsniedz"))
            let within = try await letter(.notice, 2, world)
            #expect(within.contains("Ja kavējumi semestrī pārsniedz 20 mācību stundas"))
            #expect(!within.contains("Tas pārsniedz"))
        }
    }

    @Test
    func `the migration knows each name of a letter that stood for a number`() {
        for letter in DutyLetter.allCases {
            for language in Language.allCases {
                #expect(Migration.dutyLetters.sql.contains("'\(letter.title[language])'"))
            }
        }
    }
}
