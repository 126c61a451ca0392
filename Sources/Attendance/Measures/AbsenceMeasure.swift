internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons of some kinds: how many, or their share of all lessons that were recorded.
///
/// A kind of which a pupil, class or institution has no lesson is zero where the source tells kinds, and unknown
/// where it does not.
struct AbsenceMeasure: DisclosedMeasure, KnownInPart {
    /// What lessons are set against.
    enum Base {
        /// Of a count, the facts that tell kinds; of a share, the lessons recorded.
        case recorded
        /// Lessons of which the source tells who was present, and those that it says nobody recorded.
        case followed
        /// These, and the lessons missed of which the source tells no presence: what a share of lessons missed leaves out.
        case told
    }

    var standsStill: Bool { true }
    var factTables: Set<String> { [FactTable.lessonRecords.name.text, FactTable.absenceCounts.name.text] }
    let name: String
    let title: Text
    let definition: Text
    let unit: MeasureUnit
    /// The kinds that are counted.
    let kinds: [Int]
    /// What they are set against: of a count, where it is known, be it zero.
    var base = Base.recorded
    let disclosure: DisclosureRule
    let dimensions: Set<Dimension> = [
        .institution, .year, .term, .classGroup, .grade, .group, .subject, .teacher, .pupil, .month, .weekday,
    ]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        var tallies = try lessons(selection, over: dimensions, tenant: tenant, connection)
        for key in tallies.keys { tallies[key]?.people = 0 }
        let filter = AbsenceFilter(selection)
        let needed = filter.dimensions.union(dimensions).union([.pupil])
        let persons = try AbsenceSource.smallest(needed, tenant, filter)
        try connection.each(people(persons, filter, dimensions, tenant)) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            tallies[key]?.people = try row.next(Int.self)
        }
        return tallies
    }

    /// The vector without numbers of people.
    ///
    /// By subject or teacher people are counted from single lessons, which costs too much for an institution; such
    /// figures are shown to those who may see their pupils, and to them whatever the number.
    func lessons(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        var tallies: [MemberKey: Tally] = [:]
        try read(selection, dimensions, tenant, connection) { key, top, below in
            tallies[key] = Tally(top, over: below)
        }
        if let kind = dimensions.firstIndex(of: .kind) { layOutKinds(&tallies, at: kind) }
        return tallies
    }

    func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        guard dimensions.contains(.kind) else {
            return try read(selection, dimensions, tenant, connection, take)
        }
        for (key, tally) in try lessons(selection, over: dimensions, tenant: tenant, connection) {
            try take(key, tally.numerator, tally.denominator)
        }
    }

    private func read(
        _ selection: Selection,
        _ along: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        let filter = AbsenceFilter(selection)
        let source = try AbsenceSource.smallest(filter.dimensions.union(along), tenant, filter)
        var key = along.map { _ in 0 }
        try connection.each(cells(source, filter, along, tenant)) { row in
            for index in key.indices { key[index] = try row.next(Int.self) }
            let top = try row.next(Int.self)
            let below = try row.next(Int.self)
            if below > 0 { try take(key, top, isShare ? below : 1) }
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try AbsenceEvidence(selection, members, part, tenant).rows(connection, limit: limit)
    }

    private var part: AbsenceEvidence.Part {
        guard isShare else { return .count(kinds) }
        switch base {
        case .recorded: return .rate(kinds)
        case .followed: return .coverage([LessonCell.notRecorded])
        case .told: return .coverage(AbsenceMeasure.unrated)
        }
    }

    private var isShare: Bool { unit == .share }

    /// A rate rests on the months of which the source tells who was present.
    var monthsKnown: (of: String, among: String)? {
        isShare && base == .recorded ? AttendanceMeasures.presence : nil
    }

    /// The cells that hold lessons which no share may rest on, as nobody recorded them or the source tells absences alone.
    private static let unrated = LessonCell.missed + [LessonCell.notRecorded]

    /// Laid out by kind, a kind of which there is no lesson is zero where it would be without the layout, and
    /// lessons that the measure does not count have no place.
    private func layOutKinds(_ tallies: inout [MemberKey: Tally], at index: Int) {
        let unstated = AbsenceKind.unstated.rawValue
        for key in Array(tallies.keys) {
            let told = key[index] == unstated ? [unstated] : kinds
            for kind in kinds where told.contains(kind) && !isShare {
                var zero = key
                zero[index] = kind
                if tallies[zero] == nil { tallies[zero] = Tally(0) }
            }
            if !kinds.contains(key[index]) { tallies[key] = nil }
        }
    }

    /// The numerator; then, for a share, the lessons recorded, and for a count, the facts that tell of the kinds.
    private func cells(
        _ source: AbsenceSource,
        _ filter: AbsenceFilter,
        _ along: [Dimension],
        _ tenant: TenantID
    ) -> SQL {
        let counted: SQL = isShare ? "recorded" : "lessons"
        let top: SQL = "coalesce(sum(CASE WHEN kind IN (\(list: kinds)) THEN \(counted) ELSE 0 END), 0)"
        return query(along.map(\.column.sql) + [top, below], source, filter, along, tenant)
    }

    private var below: SQL {
        switch (base, isShare) {
        case (.recorded, true):
            return "coalesce(sum(recorded), 0)"
        case (.recorded, false):
            let silent = kinds.contains(AbsenceKind.unstated.rawValue) ? -1 : AbsenceKind.unstated.rawValue
            return "coalesce(sum(CASE WHEN kind <> \(silent) THEN records ELSE 0 END), 0)"
        case (.followed, true):
            let none = LessonCell.notRecorded
            return "coalesce(sum(CASE WHEN kind = \(none) THEN lessons ELSE recorded END), 0)"
        case (.told, true):
            let counted = AbsenceMeasure.unrated
            return "coalesce(sum(CASE WHEN kind IN (\(list: counted)) THEN lessons ELSE recorded END), 0)"
        case (.followed, false), (.told, false):
            return "coalesce(sum(CASE WHEN kind IN (\(list: kinds)) THEN lessons ELSE recorded END), 0)"
        }
    }

    /// Whose numbers they are: those with a lesson of the kinds; for a share, those with any lesson below.
    private func people(
        _ source: AbsenceSource,
        _ filter: AbsenceFilter,
        _ along: [Dimension],
        _ tenant: TenantID
    ) -> SQL {
        let condition: SQL =
            switch (base, isShare) {
            case (.recorded, true): "recorded > 0"
            case (.followed, true): "(recorded > 0 OR kind = \(LessonCell.notRecorded))"
            case (.told, true):
                "(recorded > 0 OR (lessons > 0 AND kind IN (\(list: AbsenceMeasure.unrated))))"
            case (_, false): "lessons > 0 AND kind IN (\(list: kinds))"
            }
        let columns = along.map(\.column.sql) + ["count(DISTINCT pupil_id)"]
        return query(columns, source, filter, along, tenant, and: condition)
    }

    private func query(
        _ columns: [SQL],
        _ source: AbsenceSource,
        _ filter: AbsenceFilter,
        _ along: [Dimension],
        _ tenant: TenantID,
        and condition: SQL = "1 = 1"
    ) -> SQL {
        let grouping: SQL =
            along.isEmpty ? "" : " GROUP BY \(SQL.joined(along.map(\.column.sql), by: ", "))"
        return """
            SELECT \(SQL.joined(columns, by: ", ")) FROM \(source.table)
            WHERE tenant_id = \(tenant) AND \(filter.condition) AND \(condition)\(grouping)
            """
    }
}
