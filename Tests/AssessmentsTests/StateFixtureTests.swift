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
    /// What the report prints, in tenths of a per cent.
    private struct Printed {
        let year: Int
        let grade: Int
        let level: String
        let subject: String
        let mean: Int
        let state: Int
        let below: Int
        let threshold: Int
        /// The mean less the state's.
        let difference: String
    }

    private static let printed = [
        Printed(
            year: 2023,
            grade: 9,
            level: "",
            subject: "Latviešu valoda",
            mean: 364,
            state: 591,
            below: 80,
            threshold: 10,
            difference: "−22,7"
        ),
        Printed(
            year: 2024,
            grade: 9,
            level: "",
            subject: "Latviešu valoda",
            mean: 372,
            state: 585,
            below: 32,
            threshold: 10,
            difference: "−21,3"
        ),
        Printed(
            year: 2023,
            grade: 9,
            level: "",
            subject: "Angļu valoda",
            mean: 362,
            state: 639,
            below: 80,
            threshold: 10,
            difference: "−27,7"
        ),
        Printed(
            year: 2024,
            grade: 9,
            level: "",
            subject: "Angļu valoda",
            mean: 345,
            state: 658,
            below: 72,
            threshold: 10,
            difference: "−31,3"
        ),
        Printed(
            year: 2023,
            grade: 9,
            level: "",
            subject: "Matemātika",
            mean: 285,
            state: 432,
            below: 190,
            threshold: 10,
            difference: "−14,7"
        ),
        Printed(
            year: 2024,
            grade: 9,
            level: "",
            subject: "Matemātika",
            mean: 353,
            state: 538,
            below: 39,
            threshold: 10,
            difference: "−18,5"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "optimal",
            subject: "Latviešu valoda",
            mean: 479,
            state: 559,
            below: 30,
            threshold: 20,
            difference: "−8,0"
        ),
        Printed(
            year: 2023,
            grade: 12,
            level: "optimal",
            subject: "Matemātika",
            mean: 286,
            state: 340,
            below: 270,
            threshold: 15,
            difference: "−5,4"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "optimal",
            subject: "Matemātika",
            mean: 418,
            state: 437,
            below: 178,
            threshold: 20,
            difference: "−1,9"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "optimal",
            subject: "Angļu valoda",
            mean: 535,
            state: 607,
            below: 0,
            threshold: 20,
            difference: "−7,2"
        ),
        Printed(
            year: 2023,
            grade: 12,
            level: "highest",
            subject: "Latviešu valoda",
            mean: 283,
            state: 550,
            below: 170,
            threshold: 15,
            difference: "−26,7"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "highest",
            subject: "Latviešu valoda",
            mean: 277,
            state: 530,
            below: 330,
            threshold: 20,
            difference: "−25,3"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "highest",
            subject: "Matemātika",
            mean: 619,
            state: 620,
            below: 0,
            threshold: 20,
            difference: "−0,1"
        ),
        Printed(
            year: 2023,
            grade: 12,
            level: "highest",
            subject: "Angļu valoda",
            mean: 419,
            state: 660,
            below: 56,
            threshold: 15,
            difference: "−24,1"
        ),
        Printed(
            year: 2024,
            grade: 12,
            level: "highest",
            subject: "Angļu valoda",
            mean: 422,
            state: 620,
            below: 0,
            threshold: 20,
            difference: "−19,8"
        ),
    ]

    /// The fewest whole per cents whose mean is exactly the printed one and whose share below the threshold rounds to
    /// the printed one.
    private static func results(_ row: Printed) throws -> [Int] {
        for count in stride(from: 10, through: 500, by: 10) {
            let low = (0...count).first { Exact.divide($0, by: count, decimals: 3) == row.below }
            guard let low else { continue }
            let few = [Int](repeating: row.threshold - 1, count: low)
            let rest = row.mean * count / 10 - few.reduce(0, +)
            let others = count - low
            let each = rest / others
            guard each >= row.threshold, each < 100 else { continue }
            return few + (0..<others).map { each + ($0 < rest % others ? 1 : 0) }
        }
        throw Refusal(.unknown, Text(same: "no such results"), advice: Text(same: ""))
    }

    @Test(arguments: Engine.available)
    func `means against the state and shares below the threshold are the printed ones`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take(
                "name,reg_no,type\nDraudzības vidusskola,4212900001,Vidusskola\n",
                "institutions"
            )
            var lines = ["year,institution,test_kind,test,test_subject,test_grade,percent,person"]
            var means = ["year,assessment_kind,level,grade,subject,state_mean,source"]
            for (index, row) in StateFixtureTests.printed.enumerated() {
                let year = SchoolYear(row.year).description
                let level = AssessmentLevel(written: row.level)?.words.lv ?? ""
                for (number, percent) in try StateFixtureTests.results(row).enumerated() {
                    lines.append(
                        "\(year),Draudzības vidusskola,Centralizēts eksāmens,\(level),\(row.subject),\(row.grade),"
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

    private func compare(_ year: SchoolYear, _ world: BoardWorld) async throws {
        let selection = Selection(year: year)
        let years = try await world.rows(ThreeYears.self, selection)
        let below = try await world.rows(Thresholds.self, selection)
        for row in StateFixtureTests.printed where row.year == year.start {
            let level = AssessmentLevel(written: row.level)?.words.lv.lowercased() ?? ""
            let topic = "\(row.subject), \(row.grade). klase" + (level.isEmpty ? "" : ", \(level)")
            let own = try #require(years.first { $0[0] == topic })
            #expect(
                Array(own.dropLast().suffix(3)) == [tenths(row.mean), tenths(row.state), row.difference],
                "\(topic) \(year)"
            )
            let threshold = try #require(below.first { $0[0] == topic })
            #expect(
                threshold[1] == String(row.threshold) && threshold[3] == tenths(row.below),
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
