import Access
import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage

/// What the tests of the registry share.
enum Worlds {
    static let tenant = TenantID(rawValue: 7)
    static let today = Day(2025, 10, 1) ?? Day(number: 0)

    static let rooms = [accessRoom, evidenceRoom, registryRoom]
    static let migrations = rooms.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
    static let registers = rooms.flatMap(\.registers)

    static func reading(
        _ format: String,
        isMaster: Bool = true,
        _ constants: [String: String] = [:]
    ) -> FormatReading {
        let mapping = Mapping(
            format,
            Text(same: format),
            format: format,
            constants: constants,
            isMaster: isMaster
        )
        return FormatReading(mapping, today: today, tenant: tenant)
    }

    /// A run for a directory, without a file.
    static func run(_ staging: CollectingStaging, isMaster: Bool = true) -> ImportRun {
        let mapping = Mapping("test", Text(same: "test"), format: "test", isMaster: isMaster)
        return ImportRun(tenant: tenant, today: today, mapping: mapping, staging: staging)
    }

    static func question(
        _ connection: Connection,
        year: SchoolYear,
        _ narrow: (inout Selection) -> Void = { _ in }
    ) -> Question {
        var selection = Selection(year: year)
        narrow(&selection)
        return Question(
            selection: selection,
            tenant: tenant,
            asker: Asker(account: AccountID(rawValue: 0), name: "test", language: .lv, grants: []),
            today: today,
            measures: HouseBook(rooms).measures,
            members: RegistryNames(tenant: tenant, year: year, connection),
            connection: connection
        )
    }
}

/// A place on a line.
func line(_ number: Int) -> SourcePlace { SourcePlace(line: number) }

extension Connection {
    func write(_ staging: CollectingStaging) throws {
        try staging.write(Worlds.registers, Worlds.tenant, self)
    }
}
