import Attendance
import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

/// What the tests of attendance share.
enum World {
    static let tenant = TenantID(rawValue: 5)
    static let today = Day(2026, 6, 1) ?? Day(number: 0)
    static let year = SchoolYear(2025)

    static let rooms = [evidenceRoom, registryRoom, attendanceRoom]
    static let migrations = rooms.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
    static let registers = rooms.flatMap(\.registers)

    /// A shipped mapping with what a person adds on the command line.
    static func mapping(_ name: String, _ constants: [String: String] = [:]) throws -> Mapping {
        var mapping = try #require(attendanceRoom.mappings.first { $0.name == name })
        mapping.constants.merge(constants) { _, given in given }
        return mapping
    }

    /// A question of somebody with grants.
    static func question(
        _ connection: Connection,
        _ selection: Selection,
        asker: Asker = operatorOfAll,
        extra: [any Measure] = [],
        disclosure: any DisclosureControl = NothingShown()
    ) -> Question {
        Question(
            selection: selection,
            tenant: tenant,
            asker: asker,
            today: today,
            measures: MeasureBook(HouseBook(rooms).rooms.flatMap { $0.measures } + extra),
            members: RegistryNames(tenant: tenant, year: selection.year, connection),
            connection: connection,
            disclosure: disclosure
        )
    }

    static let operatorOfAll = asker([([.readFigures, .readPupils, .readHealth], .tenant)])
    static let reader = asker([([.readFigures], .tenant)])

    static func asker(_ grants: [(Set<Permission>, Scope)]) -> Asker { .test(holding: grants) }
}

extension ReportRow {
    /// The words of a row, and its numbers as they are: nil where a figure is hidden or not known.
    var words: String? {
        switch cells.first {
        case .words(let text), .member(_, _, let text): text.lv
        default: nil
        }
    }

    var numbers: [Int?] {
        cells.dropFirst().compactMap { cell -> Int?? in
            switch cell {
            case .figure(let figure): .some(figure.tally?.numerator)
            case .number(let number, _): .some(number)
            case .unknown: .some(nil)
            default: .none
            }
        }
    }
}
