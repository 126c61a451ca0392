internal import Frame
internal import Kernel
internal import Storage

/// Which places the entries of a pupil and day have, so that one that comes again finds its own.
///
/// An entry is known by its text; one without a text by its kind.
struct BehaviourSeats: Sendable {
    /// What an entry is known by.
    enum Mark: Hashable {
        /// The keyed index of its text.
        case text([UInt8])
        /// The number of its kind, where it has no text.
        case kind(Int)
    }

    private struct Place: Hashable {
        let pupil: Int
        let day: Int
    }

    private var marks: [Place: [Int: Mark]] = [:]

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> BehaviourSeats {
        var seats = BehaviourSeats()
        try connection.each(
            """
            SELECT e.pupil_id, e.day, e.ordinal, e.kind, t.text_index FROM behaviour_entry e
            LEFT JOIN behaviour_text t ON t.tenant_id = e.tenant_id AND t.pupil_id = e.pupil_id
                AND t.day = e.day AND t.ordinal = e.ordinal
            WHERE e.tenant_id = \(tenant) ORDER BY e.pupil_id, e.day, e.ordinal
            """
        ) { row in
            let place = Place(pupil: try row.next(), day: try row.next())
            let ordinal: Int = try row.next()
            let kind: Int = try row.next()
            let index: [UInt8]? = try row.next()
            seats.marks[place, default: [:]][ordinal] = index.map { .text($0) } ?? .kind(kind)
        }
        return seats
    }

    /// The number of an entry: the one the line gives, else that of the same entry, else the next one.
    mutating func seat(_ pupil: PupilID, _ day: Day, _ mark: Mark, given: Int?) -> Int {
        let place = Place(pupil: pupil.rawValue, day: day.number)
        let taken = marks[place] ?? [:]
        let known = taken.filter { $0.value == mark }.keys.min()
        let ordinal = given ?? known ?? (taken.keys.max() ?? 0) + 1
        marks[place, default: [:]][ordinal] = mark
        return ordinal
    }
}
