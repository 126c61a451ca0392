internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons held within a selection, month by month, each with the pupils it was held for.
struct HeldLessons {
    /// Lessons of one subject and teacher in a class or group in a month.
    struct Cell: Readable {
        let institution: Int
        let classGroup: Int
        let grade: Int
        let group: Int
        let subject: Int
        let teacher: Int
        let term: Int
        let month: Month
        let lessons: Int

        init(row: inout Row) throws {
            institution = try row.next()
            classGroup = try row.next()
            grade = try row.next()
            group = try row.next()
            subject = try row.next()
            teacher = try row.next()
            term = try row.next()
            month = Month(number: try row.next())
            lessons = try row.next()
        }

        /// Its member of a dimension; 0 where it has none.
        func member(_ dimension: Dimension) -> Int {
            switch dimension {
            case .institution: institution
            case .classGroup: classGroup
            case .grade: grade
            case .group: group
            case .subject: subject
            case .teacher: teacher
            case .term: term
            case .month: month.number
            default: 0
            }
        }
    }

    /// The cells in the order of the table.
    let cells: [Cell]
    private let pupils: HeldPupils

    init(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        // No cell is of a pupil: of single pupils nobody knows what was held for them.
        let hasPupils = CubeFilter(selection, kinds: nil).dimensions.contains(.pupil)
        cells = hasPupils ? [] : try connection.rows(HeldLessons.query(selection, tenant))
        pupils = try HeldPupils(
            classes: Set(cells.filter { $0.group == 0 }.map(\.classGroup)),
            groups: Set(cells.map(\.group)).subtracting([0]),
            tenant,
            connection
        )
    }

    /// The lessons times the pupils they were held for; nil where nobody knows who those are.
    func expected(_ cell: Cell) -> Int? {
        pupils.count(classGroup: cell.classGroup, group: cell.group, cell.month).map { $0 * cell.lessons }
    }

    /// The query of the cells.
    static func query(_ selection: Selection, _ tenant: TenantID) -> SQL {
        let filter = CubeFilter(selection, kinds: nil)
        return """
            SELECT institution_id, class_id, grade, group_id, subject_id, teacher_id, term, month, lessons
            FROM lesson_held_cell WHERE tenant_id = \(tenant) AND \(filter.condition)
            ORDER BY year, term, institution_id, class_id, grade, group_id, subject_id, teacher_id, month
            """
    }
}
