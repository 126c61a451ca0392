import Access
import Assessments
import Attainment
import Attendance
import Behaviour
import Cases
import Evidence
import Exchange
package import Frame
import Meetings
import Planning
import Prevention
import Privacy
import Registry
import Storage

/// The rooms of the house, in the order of the navigation.
package let sekme = makeHouse(provider: nil)

/// The rooms of the house with a provider of identities, where one is configured.
func makeHouse(provider: (any IdentityProvider)?) -> HouseBook {
    HouseBook(
        [
            makeAccessRoom(places: RegistryPlaces(), provider: provider), evidenceRoom, registryRoom,
            exchangeRoom, attainmentRoom,
            attendanceRoom, assessmentsRoom, behaviourRoom,
            preventionRoom.with(wing: casesWing).with(wing: meetingsWing), planningRoom, privacyRoom,
            savedRoom,
            datesRoom, samplesRoom,
        ],
        commands: CommandDoors.all,
        disclosure: Disclosure(floor: LeastPeopleRule.floor, version: DataVersion.of),
        memory: FigureMemory(version: DataVersion.of),
        answers: ReportMemory(version: DataVersion.of)
    )
}

/// Another text for other data: batches only grow, each is taken back at most once, and every change of a rule, a
/// code list or a register by hand has a number of its own, as has every joining and parting of pupils.
enum DataVersion {
    @Sendable static func of(_ tenant: TenantID, _ connection: Connection) throws -> String? {
        let mark = try connection.value(
            """
            SELECT coalesce(sum(CASE WHEN undone_at > 0 THEN 2 ELSE 1 END), 0) FROM batch
            WHERE tenant_id = \(tenant)
            """,
            Int.self
        )
        let edits = try RegisterHistory.mark(tenant, connection)
        let erased = try ErasedPupils.count(tenant, connection) + ErasedStaff.count(tenant, connection)
        let merges = try PupilMerges.mark(tenant, connection)
        return mark.map { "\(connection.opening)-\($0)-\(edits)-\(erased)-\(merges)" }
    }
}
