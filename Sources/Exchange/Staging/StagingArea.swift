import Frame
import Kernel
import Storage

/// Where a format's rows go: facts and register rows into chunks, lines that cannot be read into the log.
final class StagingArea: Staging {
    private let tenant: TenantID
    private let connection: Connection
    private let handoff: Handoff
    let ids: IDSource
    let facts: [FactLane]
    let registers: [RegisterLane]
    private var lastFact = 0
    private var lastRegister = 0
    let log = RejectLog()
    /// Set by the reader of files: where it is, so that a rejected line can be kept as it stood.
    let context = LineContext()
    /// Set where reading can be taken up again: the lines that a new reader has to look at first.
    var memory: LineMemory?
    /// The ids that a remembered line was given, while it is looked at again: what it gives is staged already.
    var recalled: [RememberedLine.Given]?
    /// What the last line that named what is told already named, and where.
    private var repeated: (problem: Problem, place: SourcePlace)?
    /// How often anything was given; a line that leaves it as it was gave nothing.
    private(set) var effects = 0

    init(_ run: StagingStart, _ connection: Connection, _ handoff: Handoff) {
        tenant = run.tenant
        self.connection = connection
        self.handoff = handoff
        ids = IDSource(run.database, run.tenant)
        facts = run.facts.map { FactLane($0, tracksCoverage: run.mapping.removes, spares: handoff.spares) }
        registers = run.registers.map(RegisterLane.init)
    }

    /// What the files are complete for, by table.
    var coverage: [String: Set<[Int64]>] {
        facts.reduce(into: [:]) { all, lane in
            if !lane.coverage.isEmpty { all[lane.table.name.text] = lane.coverage }
        }
    }

    func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) throws {
        guard columns.count == table.comparedCount else { throw StagingFault.wrongWidth(table.name.text) }
        if let chunk = try lane(table).add(columns, place) { try send(.chunk(chunk)) }
    }

    func fact(
        _ table: FactTable,
        at place: SourcePlace,
        _ fill: (UnsafeMutablePointer<Int64>) -> Void
    ) throws {
        if let chunk = try lane(table).add(place, fill) { try send(.chunk(chunk)) }
    }

    /// Where the facts of a table go; something is given by then.
    private func lane(_ table: FactTable) throws -> FactLane {
        effects += 1
        // The text, as the name's own comparison is called through a table of witnesses for each fact.
        if facts[lastFact].table.name.text != table.name.text {
            guard let index = facts.firstIndex(where: { $0.table.name == table.name }) else {
                throw StagingFault.unknownTable(table.name.text)
            }
            lastFact = index
        }
        return facts[lastFact]
    }

    func register(
        _ table: RegisterTable,
        key: [Int],
        _ columns: [(Name, Value)],
        at place: SourcePlace
    ) throws {
        effects += 1
        remember()
        if registers[lastRegister].table.name != table.name {
            guard let index = registers.firstIndex(where: { $0.table.name == table.name }) else {
                throw StagingFault.unknownTable(table.name.text)
            }
            lastRegister = index
        }
        if let chunk = try registers[lastRegister].add(key, columns, place) { try send(.chunk(chunk)) }
    }

    func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) throws -> Value {
        // Staging is sealed as a whole; the value is sealed for its row when the row is written.
        .text(plain)
    }

    func blindIndex(_ plain: String, purpose: String) throws -> Value {
        .blob(try connection.sealer.blindIndex(plain, tenant: tenant.rawValue, purpose: purpose))
    }

    func reject(_ problem: Problem, at place: SourcePlace) {
        note(.rejected, problem, place)
    }

    func unmatched(_ problem: Problem, at place: SourcePlace) {
        note(.unmatched, problem, place)
    }

    func unmatchedAgain(_ problem: Problem, at place: SourcePlace) {
        repeated = (problem, place)
    }

    func doubt(_ problem: Problem, at place: SourcePlace) {
        log(.doubtful, problem, place)
    }

    func newID(_ kind: String) throws -> Int {
        guard recalled == nil else { return try recall(kind) }
        let id = try ids.next(kind)
        remember()
        memory?.keep(RememberedLine.Given(kind: kind, id: id))
        return id
    }

    /// Keeps the line for a reader that goes on later; it is asked for where lines are rare alone.
    private func remember() {
        if let memory, let line = context.line { memory.keep(line) }
    }

    /// Keeps a line that gave nothing, with its own value where it named what was not found before.
    func idle(at place: SourcePlace) {
        guard let repeated, repeated.place.wholeLine == place.wholeLine else {
            return note(.idle, IdleLine.problem, place)
        }
        note(.idle, IdleLine.again(repeated.problem), repeated.place)
    }

    /// Hands on what the log holds, once it is worth it.
    func sendRejects(atLeast: Int) throws {
        if let lines = log.take(atLeast: atLeast) { try send(.rejects(lines)) }
    }

    /// Hands on everything that is left.
    func finish() throws {
        try flush()
        try send(.progress)
    }

    /// Hands on what the lanes and the log hold.
    func flush() throws {
        for lane in registers { if let chunk = lane.take() { try send(.chunk(chunk)) } }
        for lane in facts { if let chunk = lane.take() { try send(.chunk(chunk)) } }
        try sendRejects(atLeast: 1)
    }

    private func note(_ kind: RejectedLine.Kind, _ problem: Problem, _ place: SourcePlace) {
        effects += 1
        log(kind, problem, place)
    }

    private func log(_ kind: RejectedLine.Kind, _ problem: Problem, _ place: SourcePlace) {
        if kind == .unmatched || kind == .doubtful { remember() }
        var problem = problem
        problem.place = problem.place ?? context.place(place)
        if problem.value.isEmpty { problem.value = context.value(place) }
        log.add(RejectedLine(kind: kind, problem: problem, source: place, cells: context.cells(place)))
    }

    func send(_ content: StagedParcel.Content) throws {
        guard recalled == nil else { return }
        try handoff.send(
            StagedParcel(content: content, doneBytes: context.doneBytes, lines: context.lines)
        )
    }
}

/// What staging needs to begin.
struct StagingStart: Sendable {
    let tenant: TenantID
    let database: Database
    let facts: [FactTable]
    let registers: [RegisterTable]
    let mapping: Mapping
}
