import Kernel
import Testing

@testable import Demo

@Suite struct AssessmentTests {
    private let board = AssessmentsTold.usual

    @Test func `codes tell the assessments of a year apart`() {
        let codes = board.assessments.map { "\($0.year) \($0.code)" }
        #expect(Set(codes).count == codes.count)
        #expect(codes.count > 1_000)
    }

    @Test func `results are of assessments that were told before`() {
        #expect(Set(board.results.map(\.assessment)).isSubset(of: Set(board.assessments)))
    }

    @Test func `central examinations belong to finished years and have a mean of the state`() {
        let exams = board.assessments.filter { $0.kind == .exam }
        // Three subjects in grade 9, and in two levels in grade 12, of two full years.
        #expect(exams.count == 2 * (3 + 6))
        #expect(Set(exams.map(\.year)) == [SchoolYear(2024), SchoolYear(2025)])
        #expect(exams.allSatisfy { (350...750).contains($0.stateMean ?? 0) && $0.most == 0 })
        #expect(exams.allSatisfy { ($0.grade == 12) == ($0.level != .none) })
    }

    @Test func `diagnostic works are in grades 3 and 6, that of winter is still to come this year`() {
        let works = board.assessments.filter { $0.kind == .diagnostic }
        let count = { (year: Int, grade: Int) in
            works.count { $0.year.start == year && $0.grade == grade }
        }
        for year in [2024, 2025] {
            #expect(count(year, 3) == 2)
            #expect(count(year, 6) == 2)
        }
        #expect(count(2026, 6) == 2)
        #expect(count(2026, 3) == 0)
        #expect(works.count == 10)
    }

    @Test func `a pupil has one result in a work, and one level of an examination`() {
        let keys = board.rows.map { "\($0.pupil) \($0.result.assessment.year) \($0.result.assessment.code)" }
        #expect(Set(keys).count == keys.count)
        let exams = board.rows.filter { $0.result.assessment.kind == .exam }.map {
            "\($0.pupil) \($0.result.assessment.year) \($0.result.assessment.subject)"
        }
        #expect(Set(exams).count == exams.count)
        let levels = Set(board.results.map(\.assessment.level))
        #expect(levels == [.none, .optimal, .highest])
    }

    @Test(arguments: [BoardAssessment.Kind.classTest, .diagnostic, .exam])
    func `some pupils are absent and some exempt, most take part`(kind: BoardAssessment.Kind) {
        let results = board.results.filter { $0.assessment.kind == kind }
        let share = { (status: BoardResult.Status) in
            results.count { $0.status == status } * 1_000 / max(1, results.count)
        }
        #expect((850...985).contains(share(.took)))
        #expect((5...110).contains(share(.absent)))
        #expect((1...60).contains(share(.exempt)))
    }

    @Test func `points are of those who took a work with points, and no more than it has`() {
        for result in board.results {
            #expect((result.percent != nil) == (result.status == .took))
            #expect((result.points != nil) == (result.status == .took && result.assessment.most > 0))
            #expect((0...max(0, result.assessment.most)).contains(result.points ?? 0))
            #expect((0...100).contains(result.percent ?? 0))
        }
    }

    @Test func `the board's means in examinations are near those of the state`() {
        for exam in board.assessments where exam.kind == .exam {
            let percents = board.results.filter { $0.assessment == exam }.compactMap(\.percent)
            let mean = percents.reduce(0, +) * 10 / max(1, percents.count)
            #expect(abs(mean - (exam.stateMean ?? 0)) < 100, "\(exam.code): \(mean)")
            #expect(percents.count > 20, "\(exam.code)")
        }
    }

    @Test func `results follow ability`() {
        let tests = board.rows.filter { $0.result.assessment.kind == .classTest }
        let mean = { (rows: [AssessmentsTold.Row]) in
            let percents = rows.compactMap(\.result.percent)
            return percents.reduce(0, +) / max(1, percents.count)
        }
        #expect(mean(tests.filter { $0.ability > 0.7 }) > mean(tests.filter { $0.ability < -0.7 }) + 12)
    }

    @Test func `in one class high year marks stand beside low results of the examination`() {
        let marks = board.disagreeingMarks, results = board.disagreeingResults
        #expect(marks.count > 20 && results.count > 20)
        let mean = { (values: [Int]) in values.reduce(0, +) / max(1, values.count) }
        #expect(mean(marks.map { $0 * 10 }) > mean(results) + 25)
    }

    @Test func `nothing comes before its day, and no test of a class from missing months`() {
        #expect(board.assessments.allSatisfy { $0.knownFrom <= BoardPlan.usual.today })
        let missing = board.assessments.filter {
            $0.classGroup?.institution.lacksMonths == true && $0.year == BoardPlan.usual.lastFullYear
                && (2...3).contains($0.day.parts.month)
        }
        #expect(missing.isEmpty)
    }
}
