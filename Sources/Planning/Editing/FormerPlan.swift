internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// A programme as it stood before an amendment, read back from what was kept with it.
struct FormerPlan: Sendable {
    /// Its parts have ids of their own, in the order in which they were kept.
    let plan: Plan
    /// How many lines cannot be shown, as what they name is in the registers no more.
    let lost: Int

    /// Reads what an amendment of a programme has kept; nil where the line of the programme itself cannot be read.
    static func read(
        _ amendment: Amendment,
        of plan: Plan,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> FormerPlan? {
        let staging = FormerStaging()
        let run = ImportRun(
            tenant: desk.tenant,
            today: desk.today,
            mapping: Mapping(ProgrammeTable.name, ProgrammeTable.title, format: ProgrammeTable.name),
            staging: staging
        )
        // No programme is known: nothing of today may fill what the former one left blank.
        let known = ProgrammeTable.Known(directory: try Directory.load(desk.tenant, connection), plans: [])
        let reader = ProgrammeReader(known, run)
        var file = try TableFile(bytes: Array(amendment.former.utf8), name: ProgrammeTable.name)
        file.encoding = .utf8
        file.separator = .comma
        file.unguards = true
        var columns: [Int] = []
        try file.rows { row in
            guard !columns.isEmpty else {
                let headings = row.cells.map(\.text)
                columns = ProgrammeTable.fields.map { headings.firstIndex(of: $0.code) ?? -1 }
                return true
            }
            let place = SourcePlace(line: row.line)
            try reader.read(MappedLine(place: place, cells: row.cells, columnOfField: columns))
            return true
        }
        guard var former = reader.plans.first else { return nil }
        former.programme.id = plan.programme.id
        former.sort()
        return FormerPlan(plan: former, lost: staging.lost)
    }
}

/// Where lines of a former programme go: nowhere but into memory.
private final class FormerStaging: Staging {
    private(set) var lost = 0
    private var last: [String: Int] = [:]

    func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) {}

    func register(_ table: RegisterTable, key: [Int], _ columns: [(Name, Value)], at place: SourcePlace) {}

    func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) -> Value { plain.sqlValue }

    func blindIndex(_ plain: String, purpose: String) -> Value { plain.sqlValue }

    func reject(_ problem: Problem, at place: SourcePlace) { lost += 1 }

    func unmatched(_ problem: Problem, at place: SourcePlace) { lost += 1 }

    func newID(_ kind: String) -> Int {
        last[kind, default: 0] += 1
        return last[kind, default: 0]
    }
}
