import Kernel
import Testing

@testable import Demo

/// The works of the state in grades 3 and 6, diagnostic ones until 2024/2025 and monitoring ones since.
@Suite struct StateWorkTests {
    private let board = AssessmentsTold.usual

    private func works(_ kind: BoardAssessment.Kind) -> [BoardAssessment] {
        board.assessments.filter { $0.kind == kind }
    }

    /// What a grade has of a kind: subjects in the order of their days.
    private func subjects(_ kind: BoardAssessment.Kind, _ grade: Int) -> [String] {
        works(kind).filter { $0.grade == grade }.sorted { $0.day < $1.day }
            .map { BoardSubject.all[$0.subject].code }
    }

    @Test func `2024/2025 has diagnostic works, 2025/2026 monitoring works, this year's are still to come`() {
        #expect(Set(works(.stateDiagnostic).map(\.year)) == [SchoolYear(2024)])
        #expect(subjects(.stateDiagnostic, 3) == ["LAT", "MAT"])
        #expect(subjects(.stateDiagnostic, 6) == ["LAT", "MAT", "DAB"])
        #expect(Set(works(.monitoring).map(\.year)) == [SchoolYear(2025)])
        #expect(subjects(.monitoring, 3) == ["LAT", "DAB", "MAT"])
        #expect(subjects(.monitoring, 6) == ["LAT", "DAB", "MAT"])
        #expect(works(.stateDiagnostic).count == 5 && works(.monitoring).count == 6)
    }

    @Test
    func `each is written on a day of lessons, in spring, and monitoring works are called by literacies`() {
        for work in works(.stateDiagnostic) + works(.monitoring) {
            let months = work.kind == .monitoring ? 4...4 : 2...3
            #expect(months.contains(work.day.parts.month) && work.term == 2, "\(work.code)")
            #expect(SchoolCalendar(work.year).days.contains(work.day), "\(work.code)")
        }
        #expect(
            works(.monitoring).contains { $0.words.lv == "Valsts monitoringa darbs rēķinpratībā 6. klasei" }
        )
        #expect(
            works(.stateDiagnostic).contains {
                $0.words.lv == "Valsts diagnosticējošais darbs dabaszinībās 6. klasei"
            }
        )
    }

    @Test func `most pupils take part, and their mean is near that of the state`() throws {
        for work in works(.stateDiagnostic) + works(.monitoring) {
            let results = board.results.filter { $0.assessment == work }
            let percents = results.compactMap(\.percent)
            // In February more pupils are ill than in other months.
            #expect(percents.count > 100 && percents.count * 10 > results.count * 7, "\(work.code)")
            let state = try #require(work.stateMean)
            let mean = percents.reduce(0, +) * 10 / max(1, percents.count)
            #expect(abs(mean - state) < 120, "\(work.code): \(mean)")
        }
    }

    @Test func `until 2024/2025 works are diagnostic, whatever the year of the board`() {
        let plan = BoardPlan(today: BoardPlan.usual.today, pupils: 460)
        func kinds(_ year: Int) -> Set<BoardAssessment.Kind> {
            let calendar = SchoolCalendar(SchoolYear(year))
            return Set(AssessmentPlan(plan: plan, calendar: calendar).stateWorks.map(\.kind))
        }
        #expect([2021, 2024].map(kinds) == [[.stateDiagnostic], [.stateDiagnostic]])
        #expect([2025, 2027].map(kinds) == [[.monitoring], [.monitoring]])
    }
}
