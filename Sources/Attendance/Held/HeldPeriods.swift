internal import Frame
internal import Kernel
internal import Storage

/// Of which months lessons held are kept day by day, and of which as one number.
///
/// Both of one class, subject and month would count the same lessons twice.
struct HeldPeriods: Sendable {
    /// A month of lessons of one subject in a class or group.
    struct Place: Hashable {
        let classGroup: Int
        let group: Int
        let subject: Int
        let month: Int
    }

    private var dated: Set<Place> = []
    private var whole: Set<Place> = []

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> HeldPeriods {
        var periods = HeldPeriods()
        try connection.each(
            """
            SELECT DISTINCT class_id, group_id, subject_id, month, CASE WHEN day = 0 THEN 1 ELSE 0 END
            FROM lesson_held WHERE tenant_id = \(tenant)
            """
        ) { row in
            let place = Place(
                classGroup: try row.next(),
                group: try row.next(),
                subject: try row.next(),
                month: try row.next()
            )
            _ = periods.take(place, isWhole: try row.next(Bool.self))
        }
        return periods
    }

    /// Remembers a place; false where it is kept the other way.
    mutating func take(_ place: Place, isWhole: Bool) -> Bool {
        if isWhole {
            guard !dated.contains(place) else { return false }
            whole.insert(place)
        } else {
            guard !whole.contains(place) else { return false }
            dated.insert(place)
        }
        return true
    }
}
