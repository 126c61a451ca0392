import Frame
import Kernel
import Storage

/// Signs of risk of a whole board from nothing, and after an absence that brings a pupil over the limit of a term.
///
/// Everything is rolled back: the board is as it was.
struct SignalBench {
    let database: String
    /// The rule whose change has every year judged anew.
    private static let rule = "risk-unexcused"
    private static let pupils = 200

    func run() async throws -> [String: Figure] {
        let board = try await Board(database, today: nil)
        let desk = board.desk
        let (seconds, signals) = try await rolledBack(desk) { connection in
            for table: SQL in ["risk_reading", "risk_step", "risk_signal"] {
                try connection.execute("DELETE FROM \(table) WHERE tenant_id = \(desk.tenant)")
            }
            var notice = ChangeNotice()
            notice.note(rule: SignalBench.rule, from: Day(number: 0))
            let watch = Stopwatch()
            try desk.tell(notice, connection)
            return (watch.seconds, try count(desk, connection))
        }
        let (times, raised) = try await rolledBack(desk) { try changes(desk, $0) }
        await board.close()
        return [
            "seconds": .decimal(seconds),
            "signals": .whole(signals),
            "one raised": .whole(raised),
            "one changed": .whole(times.count),
            "one p50_ms": .decimal(times[times.count / 2]),
            "one p95_ms": .decimal(times[times.count * 95 / 100]),
            "peak_MiB": .whole(peakMemory()),
        ]
    }

    private func count(_ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM risk_signal WHERE tenant_id = \(desk.tenant)", Int.self)
            ?? 0
    }

    /// Milliseconds to write each of some absences that brings its pupil over the limit of a term, and to bring up that
    /// pupil's signals, one pupil after the other; and how many signals are there for it.
    private func changes(_ desk: Desk, _ connection: Connection) throws -> (times: [Double], raised: Int) {
        let year = SchoolYear(containing: desk.today)
        let present: SQL = "tenant_id = \(desk.tenant) AND year = \(year.start) AND kind = 3"
        let all = try connection.rows(
            """
            SELECT DISTINCT pupil_id FROM absence_term
            WHERE \(present) AND lessons BETWEEN 1 AND 20 ORDER BY pupil_id
            """,
            PupilID.self
        )
        guard !all.isEmpty else { return ([0], 0) }
        let before = try count(desk, connection)
        let step = max(1, all.count / SignalBench.pupils)
        let times = try stride(from: 0, to: all.count, by: step).map { index in
            var notice = ChangeNotice()
            notice.note(all[index], in: year, of: "lesson_record")
            let place = try places(of: all[index], year, desk, connection)
            let watch = Stopwatch()
            try connection.execute(
                """
                UPDATE absence_term SET lessons = lessons + 20
                WHERE \(present) AND \(place) AND pupil_id = \(all[index])
                """
            )
            try desk.tell(notice, connection)
            return watch.seconds * 1_000
        }
        return (times.sorted(), try count(desk, connection) - before)
    }

    /// Where in the table the pupil's cells are, so that finding them is no part of the figure.
    private func places(
        of pupil: PupilID,
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> SQL {
        let places = try connection.rows(
            """
            SELECT DISTINCT institution_id, grade FROM absence_term
            WHERE tenant_id = \(desk.tenant) AND year = \(year.start) AND pupil_id = \(pupil)
            ORDER BY institution_id, grade
            """,
            Int.self,
            Int.self
        )
        return """
            institution_id IN (\(list: places.map(\.0))) AND grade IN (\(list: places.map(\.1)))
            """
    }

    /// Runs the body in a transaction and takes back what it wrote.
    private func rolledBack<T: Sendable>(
        _ desk: Desk,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        do {
            try await desk.database.data.write { connection -> Void in
                throw Result<T>(value: try body(connection))
            }
        } catch let result as Result<T> {
            return result.value
        }
        throw Usage()
    }

    private struct Result<T: Sendable>: Error {
        let value: T
    }
}
