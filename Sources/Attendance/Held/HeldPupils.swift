internal import Frame
internal import Kernel
internal import Storage

/// How many pupils a lesson of a class or teaching group is held for, by month: those enrolled in the class, or of
/// the group, on the 15th.
struct HeldPupils {
    /// The days on which somebody belongs to a class or group; the last one is 0 while there is none.
    private struct Stay: Readable {
        let place: Int
        let from: Int
        let to: Int

        init(row: inout Row) throws {
            place = try row.next()
            from = try row.next()
            to = try row.next()
        }

        func covers(_ day: Int) -> Bool { from <= day && (to == 0 || to >= day) }
    }

    private let classes: [Int: [Stay]]
    private let groups: [Int: [Stay]]

    /// The pupils of some classes and groups.
    init(classes: Set<Int>, groups: Set<Int>, _ tenant: TenantID, _ connection: Connection) throws {
        let enrolled: [Stay] = try connection.rows(
            """
            SELECT class_id, from_day, to_day FROM enrolment
            WHERE tenant_id = \(tenant) AND class_id IN (\(list: classes.sorted()))
            ORDER BY class_id, pupil_id, from_day
            """
        )
        let members: [Stay] = try connection.rows(
            """
            SELECT group_id, from_day, to_day FROM group_member
            WHERE tenant_id = \(tenant) AND group_id IN (\(list: groups.sorted()))
            ORDER BY group_id, pupil_id, from_day
            """
        )
        self.classes = Dictionary(grouping: enrolled, by: \.place)
        self.groups = Dictionary(grouping: members, by: \.place)
    }

    /// The number of pupils; nil where the registers name nobody.
    func count(classGroup: Int, group: Int, _ month: Month) -> Int? {
        let day = (month.first + 14).number
        let stays = group > 0 ? groups[group] : classes[classGroup]
        let count = (stays ?? []).count { $0.covers(day) }
        return count > 0 ? count : nil
    }
}
