internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How many persons were taken away on a day, imports whose undoing ended, or records that a room kept for a time.
struct EndedKeeping: Sendable {
    /// Whose or what; records of rooms have words of their own.
    private enum Kind: Int, SQLReadable {
        case pupils = 1
        case staff = 2
        case accounts = 3
        case imports = 4

        var words: Text {
            switch self {
            case .pupils: Text(lv: "Izglītojamie", en: "Pupils")
            case .staff: Text(lv: "Darbinieki", en: "Staff")
            case .accounts: Text(lv: "Lietotāju konti", en: "Accounts of users")
            case .imports: Text(lv: "Importi, kurus vairs nevar atsaukt", en: "Imports that cannot be undone")
            }
        }
    }

    let day: Day
    let what: Text
    let reason: ErasedPupils.Reason
    let count: Int

    /// The latest that are listed.
    private static let most = 24

    /// The latest days on which anything was.
    static func last(
        _ house: HouseBook,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [EndedKeeping] {
        let records = try house.rooms.flatMap(\.keeping).flatMap { kind in
            try kind.ended(lastDays: most, tenant, connection).map {
                EndedKeeping(day: $0.day, what: kind.words.plural, reason: .time, count: $0.count)
            }
        }
        let all = try persons(tenant, connection) + records
        // What ended on one day stands in the order of the kinds.
        let latest = all.enumerated().sorted {
            ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
        }
        return latest.prefix(most).map(\.element)
    }

    private static func persons(_ tenant: TenantID, _ connection: Connection) throws -> [EndedKeeping] {
        try connection.rows(
            """
            SELECT day, 1, reason, count(*) FROM erased_pupil WHERE tenant_id = \(tenant) GROUP BY day, reason
            UNION ALL SELECT day, 2, 1, count(*) FROM erased_staff WHERE tenant_id = \(tenant) GROUP BY day
            UNION ALL SELECT day, 3, 1, count(*) FROM erased_account WHERE tenant_id = \(tenant) GROUP BY day
            UNION ALL SELECT undo_ended_on, 4, 1, count(*) FROM batch
            WHERE tenant_id = \(tenant) AND undo_ended_on > 0 GROUP BY undo_ended_on
            ORDER BY 1 DESC, 2, 3 LIMIT \(most)
            """,
            Day.self,
            Kind.self,
            ErasedPupils.Reason.self,
            Int.self
        )
        .map { EndedKeeping(day: $0.0, what: $0.1.words, reason: $0.2, count: $0.3) }
    }
}
