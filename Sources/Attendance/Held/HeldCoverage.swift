internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Where lessons held are known as far as absence is, so that one may be set against the other.
///
/// Two things must hold: for every month with records of a class there are lessons held of it, and for every subject
/// that somebody missed, lessons of that subject were held.
struct HeldCoverage {
    /// Lessons of a subject in a class and term; of a teacher where teachers are told apart.
    struct Place: Hashable {
        let classGroup: Int
        let term: Int
        let subject: Int
        let teacher: Int
    }

    private let places: Set<Place>
    private let incomplete: Set<Int>

    /// The coverage of lessons held; teachers are told apart where it is asked for.
    init(
        _ held: HeldLessons,
        _ selection: Selection,
        byTeacher: Bool,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        places = Set(
            held.cells.map { cell in
                Place(
                    classGroup: cell.classGroup,
                    term: cell.term,
                    subject: cell.subject,
                    teacher: byTeacher ? cell.teacher : 0
                )
            }
        )
        var whole = selection
        // A subject need not be taught every month; a class is.
        (whole.subject, whole.teacher) = (nil, nil)
        let recorded = try AttendanceMeasures.missed.lessons(
            whole,
            over: [.classGroup, .month],
            tenant: tenant,
            connection
        )
        let known = try HeldCoverage.months(whole, tenant, connection)
        incomplete = Set(recorded.keys.filter { !known.contains($0) }.map { $0[0] })
    }

    /// Whether absence of a place can be set against lessons held.
    func holds(_ place: Place) -> Bool {
        place.classGroup > 0 && !incomplete.contains(place.classGroup) && places.contains(place)
    }

    /// Class and month of all lessons held.
    private static func months(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Set<MemberKey> {
        let filter = CubeFilter(selection, kinds: nil)
        guard !filter.dimensions.contains(.pupil) else { return [] }
        let rows = try connection.rows(
            """
            SELECT DISTINCT class_id, month FROM lesson_held_cell
            WHERE tenant_id = \(tenant) AND \(filter.condition) AND lessons > 0 ORDER BY class_id, month
            """,
            Int.self,
            Int.self
        )
        return Set(rows.map { [$0.0, $0.1] })
    }
}
