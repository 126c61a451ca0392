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
    /// Kinds of records in its tables that end by a time of their own.
    let kinds: [RetentionKind]

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
                guard !tables.isEmpty else { return nil }
                return DataSet(
                    room: room,
                    holds: holds,
                    tables: tables,
                    kinds: DataSet.timed(tables, in: room)
                )
            }
        }
    }

    /// The kinds of a room that tables have besides their classes.
    private static func timed(_ tables: [TableNote], in room: Room) -> [RetentionKind] {
        room.keeping.filter { records in
            tables.contains { $0.retention != records.retention && records.tables.contains($0.name) }
        }
        .compactMap { RetentionKind(rawValue: $0.retention) }
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
