import Kernel
import Testing

@Suite struct FormatTests {
    @Test func `Latvian groups from five digits on and English from four`() {
        #expect(Format(.lv).integer(1_234) == "1234")
        #expect(Format(.lv).integer(12_345) == "12\u{a0}345")
        #expect(Format(.en).integer(1_234) == "1,234")
        #expect(Format(.lv).integer(-5) == "−5")
        #expect(Format(.en).integer(.min) == "−9,223,372,036,854,775,808")
    }

    @Test func `a decimal keeps its zeros and its sign`() {
        #expect(Format(.lv).decimal(812, 2) == "8,12")
        #expect(Format(.lv).decimal(-5, 1) == "−0,5")
        #expect(Format(.en).decimal(1_234_500, 2) == "12,345.00")
        #expect(Format(.lv).decimal(.min, 2).hasSuffix(",08"))
    }

    @Test func `a day is written as each language writes it`() throws {
        let day = try #require(Day(2025, 9, 1))
        #expect(Format(.lv).day(day) == "01.09.2025.")
        #expect(Format(.en).day(day) == "1\u{a0}Sep\u{a0}2025")
        #expect(Format(.lv).shortMonth(day.month) == "sept.")
    }

    @Test(arguments: [
        (1, "ieraksts"), (21, "ieraksts"), (11, "ieraksti"), (0, "ieraksti"), (111, "ieraksti"),
        (2, "ieraksti"),
    ])
    func `Latvian takes the singular after 1 and 21 but not after 11`(count: Int, word: String) {
        let noun = Noun(lv: "ieraksts", "ieraksti", en: "record", "records")
        #expect(noun.form(count).lv == word)
        #expect(noun.form(count).en == (count == 1 ? "record" : "records"))
        #expect(noun.counted(count).lv == "\(count)\u{a0}\(word)")
    }

    @Test func `an interval has a dash, which stands apart from a minus`() {
        #expect(Format(.lv).range(612, 788, 2) == "6,12–7,88")
        #expect(Format(.en).range(2, 4) == "2–4")
        #expect(Format(.lv).range(-52, 30, 2) == "−0,52\u{a0}– 0,30")
    }

    @Test func `what shipped rules begin with is no day to be told`() throws {
        #expect(Format(.lv).inForce(since: Day(number: 0)) == "spēkā no sākuma")
        let day = try #require(Day(2024, 9, 1))
        #expect(Format(.en).inForce(since: day) == "in force from 1\u{a0}Sep\u{a0}2024")
    }
}
