import Access
import Attainment
import Attendance
import Evidence
import Exchange
package import Frame
import Registry
import Storage

/// The rooms of the house, in the order of the navigation.
package let sekme = HouseBook(
    [
        makeAccessRoom(places: RegistryPlaces()), evidenceRoom, registryRoom, exchangeRoom, attainmentRoom,
        attendanceRoom,
    ],
    disclosure: Disclosure(version: DataVersion.of)
)

/// Another number for other data: batches only grow, and each is taken back at most once.
enum DataVersion {
    @Sendable static func of(_ tenant: TenantID, _ connection: Connection) throws -> String? {
        let mark = try connection.value(
            """
            SELECT coalesce(sum(CASE WHEN undone_at > 0 THEN 2 ELSE 1 END), 0) FROM batch
            WHERE tenant_id = \(tenant)
            """,
            Int.self
        )
        return mark.map { String($0) }
    }
}
