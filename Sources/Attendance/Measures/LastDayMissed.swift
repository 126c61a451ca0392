internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons that pupils missed without an accepted or known reason on the last day with data.
///
/// Of each institution it is the last day on which any of the lessons asked about was recorded, present or absent. It is
/// read from single lessons; only those who may see the pupils are shown it.
struct LastDayMissed: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = "attendance/unexplained-last-day"
    let title = Text(
        lv: "Pēdējā dienā bez zināma iemesla kavētās stundas",
        en: "Lessons missed without a known reason on the last day"
    )
    let definition = Text(
        lv: """
            Mācību stundas, kuras izglītojamais bez attaisnojoša vai zināma iemesla kavējis pēdējā dienā, par kuru \
            iestādei ir dati.
            """,
        en: """
            Lessons that a pupil missed without an accepted or known reason on the last day of which the institution \
            has data.
            """
    )
    let unit = MeasureUnit.count(Noun(lv: "stunda", "stundas", en: "lesson", "lessons"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil, .kind]
    let disclosure = DisclosureRule(base: "attendance/unexplained-last-day", along: [])

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let needed = AbsenceFilter(selection).dimensions.union(dimensions)
        guard self.dimensions.isSuperset(of: needed) else { throw Refusal.noLayoutBySubject }
        let days = try LastDays(selection, tenant, connection).days
        var tallies = Dictionary(grouping: days.flatMap(\.lines)) { $0.key(dimensions) }.mapValues { own in
            Tally(own.count, people: Set(own.map(\.pupil)).count)
        }
        // An institution with data of whose pupils nobody was away has nought.
        if Set(dimensions).isSubset(of: [.institution]) {
            for day in days {
                let key = dimensions.map { _ in day.institution.rawValue }
                if tallies[key] == nil { tallies[key] = Tally(0, people: 0) }
            }
        }
        return tallies
    }

    /// The lessons, those of each institution after a row that says which day it is and adds nothing.
    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let days = try LastDays(selection, tenant, connection).days
        return Array(
            days.flatMap { day -> [EvidenceRow] in
                let wanted = members[.institution].map { $0 == day.institution.rawValue } ?? true
                guard wanted else { return [] }
                let lines = day.lines.filter { line in members.allSatisfy { line.member($0) == $1 } }
                return [day.heading] + lines.map(\.evidence)
            }
            .prefix(limit)
        )
    }
}

/// The last day of each institution with the lessons missed without a known reason.
struct LastDays {
    /// The last day of an institution.
    struct Last {
        let institution: InstitutionID
        let day: Day
        let lines: [TruancyLine]

        /// What says which day it is.
        var heading: EvidenceRow {
            EvidenceRow(
                pupil: PupilID(rawValue: 0),
                day: day,
                words: Text(lv: "Pēdējā diena ar datiem", en: "The last day with data"),
                numerator: 0,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// By institution.
    private(set) var days: [Last] = []

    init(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        let filter = AbsenceFilter(selection)
        let needed = filter.dimensions.union([.institution, .month])
        let source = try AbsenceSource.smallest(needed, tenant, filter)
        let months = try connection.rows(
            """
            SELECT institution_id, max(month) FROM \(source.table)
            WHERE tenant_id = \(tenant) AND \(filter.condition) AND month > 0 AND records > 0
            GROUP BY institution_id ORDER BY institution_id
            """,
            InstitutionID.self,
            Int.self
        )
        for (institution, month) in months {
            let cells: SQL = """
                FROM absence_pupil WHERE tenant_id = \(tenant) AND \(filter.condition)
                    AND institution_id = \(institution) AND month = \(month)
                """
            let span = Month(number: month)
            let last = try connection.value(
                LastDays.last(cells, institution, span, tenant),
                Int?.self
            )
            guard let number = last.flatMap({ $0 }) else { continue }
            let day = Day(number: number)
            let lines: [TruancyLine] = try connection.rows(
                LastDays.missed(cells, institution, day, tenant)
            )
            days.append(
                Last(institution: institution, day: day, lines: lines.filter { $0.lies(in: selection) })
            )
        }
    }

    /// The last day of a month on which a lesson of the pupils of some cells was recorded: a look at the end of each
    /// pupil's key.
    static func last(
        _ cells: SQL,
        _ institution: InstitutionID,
        _ month: Month,
        _ tenant: TenantID
    ) -> SQL {
        """
        SELECT max(last_day) FROM (
            SELECT (
                SELECT max(l.day) FROM lesson_record l
                WHERE l.tenant_id = \(tenant) AND l.pupil_id = seen.pupil_id
                    AND l.day BETWEEN \(month.first) AND \(month.last) AND l.state < 4
                    AND l.institution_id = \(institution)
            ) AS last_day
            FROM (SELECT DISTINCT pupil_id \(cells)) AS seen
        ) AS days
        """
    }

    /// The lessons missed without a known reason on a day; see ``TruancyScan`` for the joins.
    static func missed(
        _ cells: SQL,
        _ institution: InstitutionID,
        _ day: Day,
        _ tenant: TenantID
    ) -> SQL {
        let kinds = [AbsenceKind.unexcused, .unstated].map(\.rawValue)
        return """
            SELECT l.pupil_id, l.day, l.slot, l.state, l.kind, l.institution_id, l.class_id, l.grade, l.term,
                l.batch_id, l.source
            FROM (SELECT DISTINCT pupil_id \(cells) AND kind IN (\(list: kinds)) AND lessons > 0) AS away
            CROSS JOIN lesson_record l
            WHERE l.tenant_id = \(tenant) AND l.pupil_id = away.pupil_id AND l.day = \(day) AND l.state = 2
                AND l.kind IN (\(list: kinds)) AND l.institution_id = \(institution)
            ORDER BY l.pupil_id, l.day, l.slot
            """
    }
}
