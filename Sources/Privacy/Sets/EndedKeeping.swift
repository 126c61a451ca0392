internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How many persons were taken away on a day, or imports whose undoing ended.
struct EndedKeeping: Readable {
    /// Whose or what.
    enum Kind: Int, Sendable, SQLValue, SQLReadable {
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
    let kind: Kind
    let reason: ErasedPupils.Reason
    let count: Int

    init(row: inout Row) throws {
        day = try row.next()
        kind = try row.next()
        reason = try row.next()
        count = try row.next()
    }

    /// The latest days on which anything was.
    static func last(_ tenant: TenantID, _ connection: Connection) throws -> [EndedKeeping] {
        try connection.rows(
            """
            SELECT day, 1, reason, count(*) FROM erased_pupil WHERE tenant_id = \(tenant) GROUP BY day, reason
            UNION ALL SELECT day, 2, 1, count(*) FROM erased_staff WHERE tenant_id = \(tenant) GROUP BY day
            UNION ALL SELECT day, 3, 1, count(*) FROM erased_account WHERE tenant_id = \(tenant) GROUP BY day
            UNION ALL SELECT undo_ended_on, 4, 1, count(*) FROM batch
            WHERE tenant_id = \(tenant) AND undo_ended_on > 0 GROUP BY undo_ended_on
            ORDER BY 1 DESC, 2, 3 LIMIT 24
            """
        )
    }
}
