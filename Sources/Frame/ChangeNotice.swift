package import Kernel
package import Storage

/// What a write changed that other rooms keep answers of: whose cells of which years, and which rules.
package struct ChangeNotice: Sendable {
    /// Pupils whose facts changed, by school year.
    package private(set) var pupils: [SchoolYear: Set<PupilID>] = [:]
    /// The tables of facts that changed; nil where whoever told did not say which.
    package private(set) var tables: Set<String>? = []
    /// Pupils whose registers changed: their enrolments lie in any year.
    package private(set) var registered: Set<PupilID> = []
    /// Rules that changed, each with the first day that its change is about.
    package private(set) var rules: [String: Day] = [:]

    /// Whether a day has begun: rules and terms begin and end with days.
    package var dayBegan = false

    /// A notice of nothing.
    package init() {}

    /// Whether it tells of nothing.
    package var isEmpty: Bool { pupils.isEmpty && registered.isEmpty && rules.isEmpty && !dayBegan }

    /// Takes down that facts of a pupil in a year changed, those of a table where it is known which.
    package mutating func note(_ pupil: PupilID, in year: SchoolYear, of table: String? = nil) {
        pupils[year, default: []].insert(pupil)
        if let table { tables?.insert(table) } else { tables = nil }
    }

    /// Takes down that the registers of a pupil changed.
    package mutating func note(_ pupil: PupilID) {
        registered.insert(pupil)
    }

    /// Takes down that a rule changed from a day on.
    package mutating func note(rule name: String, from day: Day) {
        rules[name] = rules[name].map { min($0, day) } ?? day
    }
}

/// What a room does about changes of others' data, in the transaction that makes them.
///
/// What it keeps is then never older than the data it rests on. It costs what changed, not what there is.
package protocol ChangeListener: Sendable {
    /// Brings what the room keeps up to the change.
    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws
    /// Whether what the room keeps is of a day before today, so that it wants to be told that a day began.
    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool
    /// What differs between what the room keeps and what the data give now, in words without persons' names.
    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text]
}

extension Desk {
    /// Tells every room of a change.
    package func tell(_ notice: ChangeNotice, _ connection: Connection) throws {
        guard !notice.isEmpty, house.tellsOfChanges else { return }
        for room in house.rooms {
            for listener in room.listeners { try listener.heard(notice, self, connection) }
        }
    }

    /// Tells rooms that a day has begun, once a day.
    package func beginDay() async throws {
        let desk = self
        let isDue = try await database.data.read { connection in
            try desk.house.rooms.flatMap(\.listeners).contains { try $0.isOfEarlierDay(desk, connection) }
        }
        guard isDue else { return }
        try await database.data.write { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            var notice = ChangeNotice()
            notice.dayBegan = true
            try desk.tell(notice, connection)
        }
    }
}
