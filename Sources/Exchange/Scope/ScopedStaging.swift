import Frame
import Kernel
import Storage

/// Holds back what a line gives until it is known that all of it is about one institution; other lines are
/// rejected whole, so that nothing is half-applied.
final class ScopedStaging: Staging {
    private let inner: StagingArea
    private let own: OwnRows
    private var line = HeldLine()
    /// New rows that nothing of the institution has referred to yet.
    private var waiting: [RowKey: HeldRow] = [:]
    private var order: [RowKey] = []
    private var released: Set<RowKey> = []
    /// Rows whose line was rejected, so that they are told already.
    private var told: Set<RowKey> = []

    init(_ inner: StagingArea, _ own: OwnRows) {
        self.inner = inner
        self.own = own
    }

    func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) throws {
        line.facts.append(HeldFact(table: table, columns: columns, place: place))
    }

    func register(
        _ table: RegisterTable,
        key: [Int],
        _ columns: [(Name, Value)],
        at place: SourcePlace
    ) throws {
        line.rows.append(HeldRow(table: table, key: key, columns: columns, place: place))
    }

    func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) throws -> Value {
        try inner.seal(plain, table, column: column, key: key)
    }

    func blindIndex(_ plain: String, purpose: String) throws -> Value {
        try inner.blindIndex(plain, purpose: purpose)
    }

    func reject(_ problem: Problem, at place: SourcePlace) {
        inner.reject(problem, at: place)
    }

    func unmatched(_ problem: Problem, at place: SourcePlace) {
        inner.unmatched(problem, at: place)
    }

    func unmatchedAgain(_ problem: Problem, at place: SourcePlace) {
        inner.unmatchedAgain(problem, at: place)
    }

    func doubt(_ problem: Problem, at place: SourcePlace) {
        inner.doubt(problem, at: place)
    }

    func newID(_ kind: String) throws -> Int {
        let id = try inner.newID(kind)
        own.make(kind, id)
        return id
    }

    /// A line ends: what it gave goes on, or is rejected with it.
    func settle() throws {
        guard !line.isEmpty else { return }
        let held = line
        line = HeldLine()
        try settle(held)
    }

    /// Everything is read: what readers gave at the end belongs to no line, so that each row stands for itself;
    /// new rows that nothing refers to are nobody's.
    func finish() throws {
        let rest = line
        line = HeldLine()
        for row in rest.rows { try settle(HeldLine(rows: [row])) }
        for fact in rest.facts { try settle(HeldLine(facts: [fact])) }
        for name in order {
            guard let row = waiting.removeValue(forKey: name), !told.contains(name) else { continue }
            let isPerson = ["pupil", "staff"].contains(row.table.name.text)
            inner.reject(isPerson ? ScopeProblem.person : ScopeProblem.shared, at: row.place)
        }
    }

    private func settle(_ held: HeldLine) throws {
        var rows: [HeldRow] = []
        for row in held.rows {
            if own.waits(row), !released.contains(row.name) { wait(row) } else { rows.append(row) }
        }
        let line = HeldLine(rows: rows, facts: held.facts)
        if let (problem, place) = try fault(line) {
            told.formUnion(held.rows.map(\.name))
            return inner.reject(problem, at: place)
        }
        own.accept(line)
        for row in line.rows {
            let columns = row.table.key + row.table.columns
            try release(own.references(of: row.number, columns, in: row.table.name))
            try inner.register(row.table, key: row.key, row.columns, at: row.place)
        }
        for fact in line.facts {
            let columns = fact.table.key + fact.table.values
            try release(own.references(of: fact.number, columns, in: fact.table.name))
            try inner.fact(fact.table, fact.columns, at: fact.place)
        }
    }

    private func wait(_ row: HeldRow) {
        if waiting[row.name] == nil {
            order.append(row.name)
            waiting[row.name] = row
        } else {
            waiting[row.name]?.columns += row.columns
        }
    }

    private func release(_ names: [RowKey]) throws {
        for name in names {
            guard let row = waiting.removeValue(forKey: name) else { continue }
            released.insert(name)
            try inner.register(row.table, key: row.key, row.columns, at: row.place)
        }
    }

    private func fault(_ line: HeldLine) throws -> (Problem, SourcePlace)? {
        for row in line.rows {
            if let problem = try own.fault(row, line) { return (problem, row.place) }
        }
        for fact in line.facts {
            if let problem = try own.fault(fact, line) { return (problem, fact.place) }
        }
        return nil
    }
}
