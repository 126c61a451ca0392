import Frame
import Kernel
import Storage

/// The questions of `attendance_bench.py`, answered from cells: the same rows and the same checksums as its peers.
struct ReportBench {
    let database: String

    private static let year = SchoolYear(2025)
    /// Kinds of cells that are absences: 1 illness, 2 excused, 3 unexcused, 4 without a reason.
    private static let away: SQL = "sum(CASE WHEN kind BETWEEN 1 AND 4 THEN lessons ELSE 0 END)"

    func run() async throws -> [String: Figure] {
        let board = try await Board(database)
        let tenant = board.desk.tenant
        let line = try await board.desk.database.data.read { connection in
            let asked = Questions(tenant: tenant, connection: connection)
            var line: [String: Figure] = [:]
            for (name, question) in asked.all {
                let (best, answer) = try Stopwatch.best(question)
                line["\(name) best_ms"] = .decimal(best)
                line["\(name) rows"] = .whole(answer.rows)
                line["\(name) sum"] = .whole(answer.sum)
            }
            let pupils = try asked.pupils()
            line["R5 p50_ms"] = .decimal(pupils[pupils.count / 2])
            line["R5 p95_ms"] = .decimal(pupils[pupils.count * 95 / 100])
            return line
        }
        await board.close()
        return line.merging(["peak_MiB": .whole(peakMemory())]) { left, _ in left }
    }

    /// How many rows a report has, and the sum of its last column.
    struct Answer {
        var rows = 0
        var sum = 0

        mutating func add(_ last: Int) {
            rows += 1
            sum += last
        }
    }

    private struct Questions {
        let tenant: TenantID
        let connection: Connection

        var all: [(name: String, ask: () throws -> Answer)] {
            [("R1", months), ("R2", unexcused), ("R3", weekdays), ("R4", oftenAway)]
        }

        /// Lessons missed and all lessons, by school and month.
        private func months() throws -> Answer {
            try counted(
                """
                SELECT institution_id, month, \(away), sum(lessons) FROM absence_month
                WHERE tenant_id = \(tenant) AND year = \(year.start) AND records > 0 GROUP BY institution_id, month
                """
            )
        }

        /// Pupils with twelve or more unexcused lessons since February.
        private func unexcused() throws -> Answer {
            var lessons: [Int: Int] = [:]
            lessons.reserveCapacity(32_768)
            // The kind stands in the text, so that SQLite sees that the index of unexcused lessons serves.
            try connection.each(
                """
                SELECT pupil_id, lessons FROM absence_pupil
                WHERE tenant_id = \(tenant) AND year = \(year.start) AND kind = 3
                AND month >= \(Month(2026, 2).number)
                """
            ) { row in lessons[try row.next(), default: 0] += try row.next(Int.self) }
            var answer = Answer()
            for count in lessons.values where count >= 12 { answer.add(count) }
            return answer
        }

        /// Lessons missed and all lessons, by class and day of the week.
        private func weekdays() throws -> Answer {
            try counted(
                """
                SELECT class_id, weekday, \(away), sum(lessons) FROM absence_weekday
                WHERE tenant_id = \(tenant) AND year = \(year.start) AND records > 0 GROUP BY class_id, weekday
                """
            )
        }

        /// Pupils who missed a tenth or more, and all pupils, by school and grade.
        private func oftenAway() throws -> Answer {
            try counted(
                """
                SELECT institution_id, grade, sum(CASE WHEN 10 * away >= n THEN 1 ELSE 0 END), count(*)
                FROM (
                    SELECT institution_id, grade, pupil_id, \(away) AS away, sum(lessons) AS n
                    FROM absence_term WHERE tenant_id = \(tenant) AND year = \(year.start) AND records > 0
                    GROUP BY institution_id, grade, pupil_id
                ) AS pupils
                GROUP BY institution_id, grade
                """
            )
        }

        private func counted(_ query: SQL) throws -> Answer {
            var answer = Answer()
            try connection.each(query) { row in
                for _ in 0..<3 { _ = try row.next(Int.self) }
                answer.add(try row.next(Int.self))
            }
            return answer
        }

        /// Milliseconds for the lessons of one pupil, for 300 pupils, in rising order.
        func pupils() throws -> [Double] {
            var times: [Double] = []
            for number in 0..<300 {
                let watch = Stopwatch()
                var lessons: [(day: Int, slot: Int, state: Int, kind: Int)] = []
                try connection.each(
                    """
                    SELECT day, slot, state, kind FROM lesson_record
                    WHERE tenant_id = \(tenant) AND pupil_id = \(number * 83 % 25_000 + 1) ORDER BY day, slot
                    """
                ) { row in
                    lessons.append((try row.next(), try row.next(), try row.next(), try row.next()))
                }
                times.append(watch.seconds * 1_000)
                guard !lessons.isEmpty else { throw NoLessons() }
            }
            return times.sorted()
        }

        private var away: SQL { ReportBench.away }
        private var year: SchoolYear { ReportBench.year }
    }
}

/// A pupil has no lessons: it is not the file of the benchmark.
struct NoLessons: Error {}
