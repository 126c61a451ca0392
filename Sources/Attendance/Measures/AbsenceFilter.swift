internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The condition that a selection puts on cells and facts of absence, and the dimensions it needs for that.
struct AbsenceFilter {
    private(set) var dimensions: Set<Dimension> = [.year]
    /// The days of the school year.
    let days: ClosedRange<Day>
    private let year: Int
    private var conditions: [SQL]

    init(_ selection: Selection, members: [Dimension: Int] = [:]) {
        days = selection.year.first...selection.year.last
        year = selection.year.start
        conditions = ["year = \(selection.year.start)"]
        for (dimension, member) in selection.ordered { restrict(dimension, member) }
        for (dimension, member) in members.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            restrict(dimension, member)
        }
        limit(to: selection.reach)
    }

    var condition: SQL { SQL.joined(conditions, by: " AND ") }

    /// Leaves out the facts of pupils for whom the condition cannot be true; says nothing where it leaves out none.
    func narrowed(_ tenant: TenantID) -> SQL {
        pupils(tenant).map { "AND pupil_id IN (\($0))" } ?? ""
    }

    /// The pupils whose facts the condition can be true of, as a query of cells.
    ///
    /// A subject, teacher or group has no cells of pupils: its pupils are among those of the classes that its cells
    /// name, as a fact has one class for all its cells.
    private func pupils(_ tenant: TenantID) -> SQL? {
        let narrowing = dimensions.subtracting([.year, .term, .kind, .month, .weekday, .grade])
        guard !narrowing.isEmpty else { return nil }
        if dimensions.isSubset(of: Cube.absenceByPupil.dimensions) {
            return "SELECT pupil_id FROM absence_pupil WHERE tenant_id = \(tenant) AND \(condition)"
        }
        guard dimensions.isSubset(of: Cube.absenceBySubject.dimensions) else { return nil }
        let cells: SQL = "FROM absence_subject WHERE tenant_id = \(tenant) AND \(condition)"
        return """
            SELECT pupil_id FROM absence_pupil
            WHERE tenant_id = \(tenant) AND year = \(year)
                AND institution_id IN (SELECT institution_id \(cells)) AND class_id IN (SELECT class_id \(cells))
            """
    }

    private mutating func restrict(_ dimension: Dimension, _ member: Int) {
        dimensions.insert(dimension)
        conditions.append("\(dimension.column.sql) = \(member)")
    }

    /// Leaves out what a reach does not cover.
    mutating func limit(to reach: Reach) {
        guard let limit = reach.limit else { return }
        dimensions.formUnion(limit.dimensions)
        conditions.append(limit.condition)
    }
}
