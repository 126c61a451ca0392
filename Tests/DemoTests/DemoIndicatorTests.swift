import Testing

@testable import Demo

/// The indicators of the demo's programme, of the shape that such programmes have.
struct DemoIndicatorTests {
    private let indicators = ProgrammeWords.indicators

    @Test func `there are twelve, each of a goal, and one is of a measure that places are compared by`() {
        #expect(indicators.count == 12)
        #expect(indicators.allSatisfy { ProgrammeWords.goals.indices.contains($0.goal) })
        let compared = indicators.filter { $0.measure == "attendance/missed-share" }
        #expect(compared.map(\.unit) == ["percent"] && compared.map(\.base) == ["9"])
        #expect(compared.flatMap { $0.targets.map(\.amount) } == ["7", "5"])
    }

    @Test func `what a measure counts is typed of the year alone in which nobody recorded who was present`() {
        let measured = indicators.filter { !$0.measure.isEmpty }
        #expect(measured.count == 4)
        let typed = measured.filter { !$0.values.isEmpty }
        #expect(typed.map(\.measure) == ["attendance/missed-share"])
        #expect(typed.map(\.values) == [["7,3"]] && typed.allSatisfy { !$0.valueSource.isEmpty })
    }

    @Test func `values from a survey name it and say how many answered`() {
        let surveyed = indicators.filter { $0.source == "Aptauja" && !$0.values.isEmpty }
        #expect(surveyed.count == 2 && surveyed.allSatisfy { ($0.survey?.respondents ?? 0) > 0 })
    }

    @Test func `what a measure counts is of a year, as measures are asked for one`() throws {
        let measured = indicators.filter { !$0.measure.isEmpty }
        #expect(measured.allSatisfy { !$0.name.contains("pusgad") && !$0.name.contains("semestr") })
        let talks = try #require(measured.first { $0.measure == "prevention/consultations" })
        #expect(talks.name == "Individuālās konsultācijas mācību gadā" && talks.base == "31")
    }
}
