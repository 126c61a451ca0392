import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments

/// Examinations of a school as its self-evaluation of 2024/2025 has them against the state: pupils
/// are made up so that mean and share below the threshold are the printed ones.
struct StateFixtureTests {
    /// The fewest whole per cents whose mean is exactly the printed one and whose share below the threshold, where one
    /// is printed, rounds to it.
    private static func results(_ row: PrintedExam) throws -> [Int] {
        for count in stride(from: 10, through: 500, by: 10) {
            let low = (0...count).first { Exact.divide($0, by: count, decimals: 3) == row.below ?? 0 }
            guard let low else { continue }
            let others = count - low
            // The lower the low ones, the more is left for those who passed.
            for percent in stride(from: row.threshold - 1, through: 0, by: -1) {
                let rest = row.mean * count / 10 - percent * low
                let each = rest / others
                guard each >= row.threshold, each < 100 else { continue }
                return [Int](repeating: percent, count: low)
                    + (0..<others).map { each + ($0 < rest % others ? 1 : 0) }
            }
        }
        throw Refusal(.unknown, Text(same: "no such results"), advice: Text(same: ""))
    }

    @Test func `every result that is printed beside a mean of the state is here`() {
        #expect(PrintedExam.all.count == 26)
        #expect(Set(PrintedExam.all.map { "\($0.year) \($0.grade) \($0.level) \($0.subject)" }).count == 26)
    }

    @Test(arguments: Engine.available)
    func `means against the state and shares below the threshold are the printed ones`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take(
                "name,reg_no,type\nOzolu vidusskola,4212900001,Vidusskola\n",
                "institutions"
            )
            var lines = ["year,institution,test_kind,test,test_subject,test_grade,percent,person"]
            var means = ["year,assessment_kind,level,grade,subject,state_mean,source"]
            for (index, row) in PrintedExam.all.enumerated() {
                let year = SchoolYear(row.year).description
                let level = AssessmentLevel(written: row.level)?.words.lv ?? ""
                for (number, percent) in try StateFixtureTests.results(row).enumerated() {
                    lines.append(
                        "\(year),Ozolu vidusskola,Centralizēts eksāmens,\(level),\(row.subject),\(row.grade),"
                            + "\(percent),\(index + 1)\(number)"
                    )
                }
                means.append(
                    "\(year),central-exam,\(row.level),\(row.grade),\(row.subject),\(row.state / 10).\(row.state % 10),p"
                )
            }
            let exams = try await world.take(
                lines.joined(separator: "\n"),
                VIISExams.name,
                mapping: VIISExams.name
            )
            let state = try await world.take(means.joined(separator: "\n"), StateMeansTable.name)
            #expect(
                exams.plan.rejected + exams.plan.unmatched + state.plan.rejected + state.plan.unmatched == 0
            )
            for year in [2023, 2024] { try await compare(SchoolYear(year), world) }
        }
    }

    @Test(arguments: Engine.available)
    func `a board that has no means of its own compares with those that are shipped`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            let names = Set(PrintedExam.all.map(\.subject)).sorted()
            let list = names.enumerated().map { "\($1),P\($0),1" }
            try await world.take(
                (["subject,subject_code,area"] + list).joined(separator: "\n"),
                "subjects"
            )
            let tenant = world.desk.tenant
            let means = try await world.desk.database.data.read { try StateMeans.load(tenant, $0) }
            for row in PrintedExam.all {
                let subject = try await world.id("subject", named: row.subject)
                let level = try #require(AssessmentLevel(written: row.level))
                let work = Work(AssessmentSort(.centralExam, level), subject: subject, grade: row.grade)
                let mean = means.mean(work, in: SchoolYear(row.year))?.hundredths
                // The state published the mean of mathematics in one decimal more than the school printed.
                #expect(
                    mean.map { ($0 - row.state * 10).magnitude <= 30 } == true,
                    "\(row.subject) \(row.year)"
                )
            }
        }
    }

    private func compare(_ year: SchoolYear, _ world: BoardWorld) async throws {
        let selection = Selection(year: year)
        let years = try await world.rows(ThreeYears.self, selection)
        let below = try await world.rows(Thresholds.self, selection)
        for row in PrintedExam.all where row.year == year.start {
            let level = AssessmentLevel(written: row.level)?.words.lv.lowercased() ?? ""
            let topic = "\(row.subject), \(row.grade). klase" + (level.isEmpty ? "" : ", \(level)")
            let own = try #require(years.first { $0[0] == topic })
            #expect(
                Array(own.dropLast().suffix(3)) == [tenths(row.mean), tenths(row.state), row.difference],
                "\(topic) \(year)"
            )
            let threshold = try #require(below.first { $0[0] == topic })
            #expect(
                threshold[1] == String(row.threshold) && threshold[3] == tenths(row.below ?? 0),
                "\(topic) \(year)"
            )
        }
    }

    private func tenths(_ value: Int) -> String { Format(.lv).decimal(value, 1) }

    @Test(arguments: Engine.available)
    func `state means are kept, written and read again, and hide the shipped ones`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take("subject,subject_code,area\nMatemātika,MAT,5\n", "subjects")
            let tenant = world.desk.tenant
            let subject = try await world.id("subject", named: "Matemātika")
            let work = Work(AssessmentSort(.centralExam, .none), subject: subject, grade: 9)
            func mean() async throws -> Int? {
                try await world.desk.database.data.read {
                    try StateMeans.load(tenant, $0).mean(work, in: SchoolYear(2024))?.hundredths
                }
            }
            #expect(try await mean() == 5380)
            let plan = try await world.take(
                """
                year,assessment_kind,grade,subject,state_mean
                2024/2025,central-exam,9,Matemātika,54
                2024/2025,class-test,9,Matemātika,54
                2024/2025,central-exam,9,Matemātika,101
                2024/2025,central-exam,,Matemātika,50
                2024/2025,central-exam,9,Ķīmija,50
                """,
                StateMeansTable.name
            ).plan
            #expect(plan.added == 1 && plan.rejected == 3 && plan.unmatched == 1)
            #expect(try await mean() == 5400)
            try await world.expectRoundTrip(StateMeansTable.self, SchoolYear(2024), rows: 1)
        }
    }
}
