import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Prevention

/// Children in preparation for school, whose absence counts by days.
struct DutyChildrenTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename,birth_day
        Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,
        Ozolu skola,2025/2026,Pūcītes,K7,Gailis,Gatis,2020-05-12
        """

    /// Child 2 turns five in the year in which the school year begins and missed four days; of pupil 1 lessons count.
    private func withChild(
        _ engine: Engine,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await RiskBoard.with(engine, pupils: DutyChildrenTests.pupils) { world in
            try await world.lessons(
                (12...15).map { ("Ozolu skola", "Pūcītes", "K7", "2026-01-\($0)", "nn", 2) }
            )
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 9),
            ])
            try await body(world)
        }
    }

    private func text(
        _ page: some Page,
        _ world: BoardWorld,
        _ parts: [String: String] = [:],
        query: [String: String] = [:],
        _ language: Language = .lv
    ) async throws -> String {
        let request = PageRequest(parts: parts, query: query, language: language)
        guard case .page(let content) = try await page.answer(request, world.desk) else {
            throw Refusal.noSuchPage
        }
        return content.body.string.replacing("\u{a0}", with: " ")
    }

    @Test(arguments: Engine.available)
    func `a child is over the limit after three days, on the fourth`(_ engine: Engine) async throws {
        try await withChild(engine) { world in
            let child = try #require(try await world.duties(pupil: 2).first)
            #expect(child.missed == DutyAmount(count: 4, unit: .days))
            #expect(child.limit == DutyAmount(count: 3, unit: .days))
            #expect(child.passed == Day(2026, 1, 15) && child.due == Day(2026, 1, 15))
            let pupil = try #require(try await world.duties(pupil: 1).first)
            #expect(pupil.missed == DutyAmount(count: 21, unit: .lessons))
            #expect(pupil.limit == DutyAmount(count: 20, unit: .lessons))
        }
    }

    @Test(arguments: Engine.available)
    func `letters, pages and the report say days of a child and lessons of a pupil`(
        _ engine: Engine
    ) async throws {
        try await withChild(engine) { world in
            let notice = String(DutyLetter.notice.rawValue)
            for (pupil, missed, limit) in [
                ("2", "4 dienas", "3 dienas"), ("1", "21 mācību stunda", "20 mācību stundas"),
            ] {
                let letter = try await text(DutyLetterPage(), world, ["pupil": pupil, "letter": notice])
                #expect(letter.contains("semestrī: \(missed)") && letter.contains("robežu (\(limit))"))
                let page = try await text(DutyPupilPage(), world, ["pupil": pupil])
                #expect(page.contains(missed) && page.contains("vairāk nekā \(limit)"))
                let list = try await text(DutyPage(), world, query: ["institution": "1"])
                #expect(list.contains(missed))
            }
            let english = try await text(
                DutyLetterPage(),
                world,
                ["pupil": "2", "letter": notice],
                .en
            )
            #expect(english.contains("4 days") && english.contains("the limit (3 days)"))
            let document = try await world.answer("prevention/absence-duty", Selection(year: DutyBoard.year))
            let rows = document.sections[1].rows
            let child = try #require(rows.first { $0.persons == [PupilID(rawValue: 2)] })
            // Term, four days, 18 days since the limit was passed; lessons are not what counts.
            #expect(child.numbers == [2, 4, 18])
            let limits = rows.flatMap(\.cells).compactMap { cell -> String? in
                guard case .words(let text) = cell, text.lv.hasPrefix("vairāk nekā") else { return nil }
                return text.lv.replacing("\u{a0}", with: " ")
            }
            #expect(limits.sorted() == ["vairāk nekā 20 mācību stundas", "vairāk nekā 3 dienas"])
        }
    }

    @Test(arguments: Engine.available)
    func `a letter of the board's own words that names lessons has days with their unit`(
        _ engine: Engine
    ) async throws {
        try await withChild(engine) { world in
            let data = try await world.dutyPupil(2)
            let hand = DutyLetterHand(writer: "Kāds", email: "", post: Text(same: ""), signer: nil)
            let filled = DutyLetterText(data: data, days: 3, hand: hand)
                .filled("Stundas: {stundas}. Robeža: {robeža}.", .lv)
            #expect(
                filled.map { $0.replacing("\u{a0}", with: " ") } == ["Stundas: 4 dienas. Robeža: 3 dienas."]
            )
        }
    }
}
