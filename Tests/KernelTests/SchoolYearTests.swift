import Kernel
import Testing

@Suite struct SchoolYearTests {
    @Test(arguments: [
        "2022/2023", "2022/23", "2022./2023.", "2022./2023. m.g.", "2022./2023.m.g.", "2022./2023. m. g.",
        "2022/2023. m.g.",
        " 2022./2023. mācību gads ", "2022./2023. M.G.",
    ])
    func `a year is read as people write it`(text: String) {
        #expect(SchoolYear(text) == SchoolYear(2022))
    }

    @Test(arguments: [
        "2022", "2022/2024", "2022/24", "2023/2022", "2022/2023/2024", "22/23", "2022-2023", "", "2022/",
        "x/2023", "+202/2023",
    ])
    func `years that do not follow are no school year`(text: String) {
        #expect(SchoolYear(text) == nil)
    }

    @Test func `the turn of a century is written short too`() {
        #expect(SchoolYear("1999/00") == SchoolYear(1999))
    }

    @Test func `a year begins on 1 September and ends on 31 August`() throws {
        let year = SchoolYear(2023)
        #expect(year.description == "2023/2024")
        #expect(Format(.lv).schoolYear(year) == "2023./2024.")
        #expect(year.first == Day(2023, 9, 1))
        #expect(year.last == Day(2024, 8, 31))
        #expect(year.next.first == year.last + 1)
        #expect(SchoolYear(containing: year.first) == year)
        #expect(SchoolYear(containing: year.last) == year)
        #expect(SchoolYear(containing: year.first - 1) == year.previous)
        #expect(year.contains(year.last) && !year.contains(year.last + 1))
    }

    @Test func `there are two terms in order`() {
        #expect(Term.allCases.map(\.rawValue) == [1, 2])
        #expect(Term.first < .second)
    }
}

@Suite struct RandomSourceTests {
    @Test func `the numbers are those of the published generator`() {
        var source = RandomSource(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in source.next() } == expected)
    }
}
