import Frame
import Kernel
import Storage

/// Signs of risk of a whole board from nothing, and after one pupil's lessons changed.
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
        let times = try await rolledBack(desk) { try changes(desk, $0) }.sorted()
        await board.close()
        return [
            "seconds": .decimal(seconds),
            "signals": .whole(signals),
            "one p50_ms": .decimal(times[times.count / 2]),
            "one p95_ms": .decimal(times[times.count * 95 / 100]),
            "peak_MiB": .whole(peakMemory()),
        ]
    }

    private func count(_ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM risk_signal WHERE tenant_id = \(desk.tenant)", Int.self)
            ?? 0
    }

    /// Milliseconds to bring up signals after each of some pupils' lessons changed, one pupil after the other.
    private func changes(_ desk: Desk, _ connection: Connection) throws -> [Double] {
        let year = SchoolYear(containing: desk.today)
        let all = try connection.rows(
            """
            SELECT DISTINCT pupil_id FROM enrolment
            WHERE tenant_id = \(desk.tenant) AND from_day >= \(year.first) ORDER BY pupil_id
            """,
            PupilID.self
        )
        guard !all.isEmpty else { return [0] }
        let step = max(1, all.count / SignalBench.pupils)
        return try stride(from: 0, to: all.count, by: step).map { index in
            var notice = ChangeNotice()
            notice.note(all[index], in: year)
            let watch = Stopwatch()
            try desk.tell(notice, connection)
            return watch.seconds * 1_000
        }
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
