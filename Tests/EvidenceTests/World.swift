import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage

/// What the tests of evidence share.
enum World {
    static let tenant = TenantID(rawValue: 3)
    static let migrations = [RoomMigrations(room: evidenceRoom.name, migrations: evidenceRoom.migrations)]

    static func run(_ staging: CollectingStaging) -> ImportRun {
        let mapping = Mapping("test", Text(same: "test"), format: "test")
        return ImportRun(tenant: tenant, today: Day(number: 20_000), mapping: mapping, staging: staging)
    }
}

func place(_ line: Int) -> SourcePlace { SourcePlace(line: line) }

func institution(_ id: Int) -> InstitutionID { InstitutionID(rawValue: id) }
