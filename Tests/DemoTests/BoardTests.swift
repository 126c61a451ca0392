import Demo
import Kernel
import Testing

@Suite struct BoardTests {
    private static let told: Totals = {
        let sink = TotalsSink()
        try? Board(.usual).tell(sink)
        return sink.totals
    }()

    private var board: Totals { BoardTests.told }

    @Test func `eight institutions have about three and a half thousand pupils`() {
        #expect(
            board.kinds == [
                .basic, .primary, .secondary, .secondary, .evening, .basic, .gymnasium, .secondary,
            ]
        )
        #expect((3_300...3_700).contains(board.enrolled))
        #expect((3_900...5_000).contains(board.pupils.count))
        #expect((15...34).contains(board.largestClass))
    }

    @Test func `no two pupils share a personal code, and none is a living person's`() throws {
        let codes = Set(board.stays.map { $0.pupil.personalCode })
        #expect(codes.count == board.pupils.count)
        for text in codes {
            let code = try PersonalCode(text)
            #expect(code.isNewStyle ? text.hasPrefix("39") : code.check == .checksumFails)
        }
    }

    @Test func `old codes tell the birthday of their pupils`() throws {
        for stay in board.stays.prefix(2_000) {
            let code = try PersonalCode(stay.pupil.personalCode)
            #expect(code.isNewStyle || code.birthday == stay.pupil.birthday)
        }
    }

    @Test func `pupils change, leave, come and repeat`() {
        let leaving = Dictionary(grouping: board.stays, by: \.leaving).mapValues(\.count)
        for reason in BoardStay.Leaving.allCases { #expect((leaving[reason] ?? 0) > 5, "\(reason)") }
        let arrivals = Dictionary(grouping: board.stays, by: \.arrival).mapValues(\.count)
        for reason in BoardStay.Arrival.allCases { #expect((arrivals[reason] ?? 0) > 3, "\(reason)") }
        #expect((20...200).contains(board.stays.count { $0.repeats }))
    }

    @Test func `nobody is in two classes on one day`() {
        for (_, stays) in Dictionary(grouping: board.stays, by: \.pupil.number) {
            let inOrder = stays.sorted { $0.from < $1.from }
            for (before, after) in zip(inOrder, inOrder.dropFirst()) {
                #expect(before.to.map { $0 < after.from } ?? false)
            }
        }
    }

    @Test func `some pupils are over the limit in every full term`() {
        for year in [2024, 2025] {
            for term in 1...2 { #expect((5...40).contains(board.overLimit["\(year) \(term)"] ?? 0)) }
        }
    }

    @Test func `one institution has no lessons in February and March of the last full year`() {
        #expect(board.gapMonths[Month(2026, 2)] == nil)
        #expect(board.gapMonths[Month(2026, 3)] == nil)
        #expect((board.gapMonths[Month(2026, 1)] ?? 0) > 1_000)
        #expect((board.gapMonths[Month(2025, 2)] ?? 0) > 1_000)
        #expect((board.months[Month(2026, 2)] ?? 0) > 10_000)
    }

    @Test func `illness comes in winter`() {
        let winter = (board.ill[Month(2025, 2)] ?? 0) + (board.ill[Month(2025, 1)] ?? 0)
        let autumn = (board.ill[Month(2024, 9)] ?? 0) + (board.ill[Month(2024, 10)] ?? 0)
        #expect(winter * 10 > autumn * 14)
    }

    @Test func `some pupils are ill for weeks on end, most are not`() {
        #expect(board.longIllnesses > 20)
        #expect(board.longIllnesses * 10 < board.stays.count)
    }

    @Test func `pupils miss between six and ten lessons of a hundred, most through illness`() {
        let missed = board.rated.filter { $0.key.isAbsent }.values.reduce(0, +)
        let all = board.rated.values.reduce(0, +)
        #expect((60...100).contains(missed * 1_000 / all))
        #expect((board.rated[.illness] ?? 0) * 2 > missed)
        #expect(board.rated[.late] ?? 0 > 0)
    }

    @Test func `marks are on the scale of the grade, and some are not there`() {
        let texts = Set(board.written.keys)
        #expect(texts.isSuperset(of: ["S", "T", "A", "P", "nv", "2", "10", "50%"]))
        let points = Set((1...10).map(String.init)), levels: Set = ["S", "T", "A", "P"]
        #expect(
            texts.allSatisfy { points.contains($0) || levels.contains($0) || $0 == "nv" || $0.hasSuffix("%") }
        )
        #expect((board.written["nv"] ?? 0) * 100 < board.written.values.reduce(0, +) * 4)
    }

    @Test func `in one class the marks in mathematics are far above the tests`() {
        let (terms, tests) = (board.disagreeingTerms, board.disagreeingTests)
        #expect(terms.count > 20 && tests.count > 20)
        let mean = { (values: [Int]) in values.reduce(0, +) / max(1, values.count) }
        #expect(mean(terms.map { $0 * 10 }) > mean(tests) + 20)
    }

    @Test func `nothing is told of days to come`() {
        #expect(board.lastDay <= BoardPlan.usual.today)
        #expect(board.stays.allSatisfy { $0.from <= BoardPlan.usual.today })
        #expect(board.stays.allSatisfy { $0.to.map { $0 <= BoardPlan.usual.today } ?? true })
    }
}

extension BoardPlan {
    /// The board of the tests: two full years and the autumn of a third.
    static let usual = BoardPlan(seed: 7, today: Month(2026, 11).first + 20, presence: .lastDays(20))
}
