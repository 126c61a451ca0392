internal import Frame
internal import Kernel
internal import Storage

/// Where the latest of the facts stands that a cell of lessons held sums up.
struct HeldSources {
    private var places: [[Int]: AbsenceSources.Place] = [:]

    init(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        var found: [[Int]: AbsenceSources.Place] = [:]
        try connection.each(
            """
            SELECT institution_id, class_id, group_id, subject_id, teacher_id, month, batch_id, max(source)
            FROM lesson_held WHERE tenant_id = \(tenant) AND \(CubeFilter(selection, kinds: nil).condition)
            GROUP BY institution_id, class_id, group_id, subject_id, teacher_id, month, batch_id
            ORDER BY batch_id, institution_id, class_id, group_id, subject_id, teacher_id, month
            """
        ) { row in
            let key = try (0..<6).map { _ in try row.next(Int.self) }
            found[key] = AbsenceSources.Place(
                batch: try row.next(),
                source: SourcePlace(packed: try row.next())
            )
        }
        places = found
    }

    /// The latest fact of a cell.
    func place(_ cell: HeldLessons.Cell) -> AbsenceSources.Place {
        let key = [
            cell.institution, cell.classGroup, cell.group, cell.subject, cell.teacher, cell.month.number,
        ]
        return places[key] ?? AbsenceSources.Place()
    }
}
