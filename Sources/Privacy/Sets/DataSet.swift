internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Data about one sort of persons in one room: an entry of the record of processing (GDPR, article 30).
///
/// It is made of what each table says of itself, so that no table can be left out of the record.
struct DataSet: Sendable {
    let room: Room
    let holds: TableNote.Holds
    let tables: [TableNote]

    /// The code in the lists of purposes, legal bases and recipients: `attendance-pupils`.
    var code: String { "\(room.name)-\(holds.rawValue)" }

    /// How many columns of it are sealed.
    var sealed: Int { tables.map(\.sealed.count).reduce(0, +) }

    /// The retention classes, each once.
    var retentions: [String] { Set(tables.map(\.retention)).sorted() }

    /// The sets of a house: pupils first, then staff, then those who sign in.
    static func all(_ house: HouseBook) -> [DataSet] {
        [TableNote.Holds.pupils, .staff, .accounts].flatMap { holds in
            house.rooms.compactMap { room in
                let tables = room.migrations.flatMap(\.tables).filter { $0.holds == holds }
                return tables.isEmpty ? nil : DataSet(room: room, holds: holds, tables: tables)
            }
        }
    }
}

extension TableNote.Holds {
    /// Whose data it is, in words.
    var words: Text {
        switch self {
        case .pupils: Text(lv: "izglītojamie", en: "pupils")
        case .staff: Text(lv: "pedagogi un darbinieki", en: "teachers and staff")
        case .accounts: Text(lv: "sistēmas lietotāji", en: "users of the system")
        case .organisations: Text(lv: "iestādes", en: "institutions")
        case .system: Text(lv: "sistēma", en: "the system")
        }
    }
}

/// How long rows of a retention class stay.
struct Retention: Sendable {
    let rule: RetentionRule?

    /// The retention of a class in words.
    func words(_ name: String) -> Text {
        switch name {
        case "schooling":
            guard let years = rule?.schooling else { return Retention.unset }
            return Text(
                lv: "\(years) g. pēc pēdējās dienas izglītības iestādē",
                en: "\(years) y. after the last day in education"
            )
        case "requests":
            guard let years = rule?.requests else { return Retention.unset }
            return Text(lv: "\(years) g. pēc lēmuma", en: "\(years) y. after the decision")
        case "staging", "rejected":
            return Text(lv: "14 dienas pēc pēdējās darbības", en: "14 days after the last step")
        case "days": return Text(lv: "līdz sesijas vai saites beigām", en: "until the session or link ends")
        case "undo":
            return Text(lv: "kamēr importu var atsaukt", en: "as long as the import can be undone")
        case "employment", "account", "audit":
            return Text(
                lv: "kamēr pārvalde to nedzēš; automātiski nedzēš",
                en: "until the board removes it; not removed by itself"
            )
        default: return Text(lv: "pastāvīgi", en: "permanently")
        }
    }

    private static let unset = Text(lv: "termiņš nav noteikts", en: "no time is set")
}
