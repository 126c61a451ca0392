internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils who missed more lessons of a term without excuse than the regulation allows.
///
/// For a whole year it counts the pupils who went over the limit in either term. A pupil counts in an institution
/// by the lessons missed there. Totals of a whole year belong to no term and are left out.
struct OverLimit: DisclosedMeasure {
    var standsStill: Bool { true }
    var rules: [String] { [UnexcusedLimit.regulation, UnexcusedPreschoolLimit.regulation] }
    let name = "attendance/over-limit"
    let title = Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit")
    let definition = Text(
        lv: """
            Izglītojamie, kuri semestrī bez attaisnojoša iemesla kavējuši vairāk stundu, nekā pieļauj noteikumi \
            (MK 01.02.2011. noteikumi Nr. 89: vairāk nekā 20 mācību stundu semestrī; piecgadīgiem un sešgadīgiem \
            bērniem obligātajā sagatavošanā – vairāk nekā trīs dienas).
            """,
        en: """
            Pupils who missed more lessons in a term without an accepted reason than the regulation allows \
            (Cabinet Regulation No. 89 of 1 February 2011: more than 20 lessons in a term; for children of five and \
            six in compulsory preparation for school more than three days).
            """
    )
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil]
    /// It is shown with its share or not at all: how many pupils there are is known, and the others of them are the other
    /// side.
    let disclosure = DisclosureRule(
        base: "attendance/over-limit",
        along: [.institution, .term],
        restsOn: ["attendance/over-limit-share"]
    )

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let filter = AbsenceFilter(selection)
        guard self.dimensions.isSuperset(of: filter.dimensions.union(dimensions)) else {
            throw Refusal.noLayoutByPupil
        }
        var tallies: [MemberKey: Tally] = [:]
        let groups = dimensions.map(\.column.sql)
        try connection.each(known(filter, groups, tenant)) { row in
            tallies[try dimensions.map { _ in try row.next(Int.self) }] = Tally(0, people: 0)
        }
        let limits = try AbsenceLimit(selection.year, tenant, connection)
        let over: SQL = "SELECT * FROM (\(pupils(filter, tenant))) AS per_pupil WHERE \(limits.passed)"
        let columns = SQL.joined(groups + ["count(DISTINCT pupil_id)"], by: ", ")
        try connection.each("SELECT \(columns) FROM (\(over)) AS over_limit\(grouping(groups))") { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let count = try row.next(Int.self)
            if count > 0 { tallies[key] = Tally(count, people: count) }
        }
        for (key, count) in try preschool(filter, dimensions, limits, tenant, connection) {
            let all = (tallies[key]?.numerator ?? 0) + count
            tallies[key] = Tally(all, people: all)
        }
        return tallies
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let over = try persons(selection, members: members, tenant: tenant, connection).prefix(limit)
        let sources = try AbsenceSources(
            AbsenceFilter(selection, members: members),
            where: "kind = \(AbsenceKind.unexcused.rawValue) AND term > 0 AND lessons > 0",
            of: Set(over.map(\.pupil)),
            tenant,
            connection
        )
        return over.map { person in
            let place = sources.place(person.pupil, in: person.institution, person.term)
            let missed =
                person.days.map { Noun(lv: "diena", "dienas", en: "day", "days").counted($0) }
                ?? Noun(lv: "stunda", "stundas", en: "lesson", "lessons").counted(person.lessons)
            var row = EvidenceRow(
                pupil: person.pupil,
                day: nil,
                words: Text(lv: "\(person.term). semestris: ", en: "Term \(person.term): ") + missed,
                numerator: 1,
                denominator: 1,
                batch: place.batch,
                source: place.source
            )
            row.isNamed = true
            return row
        }
    }

    /// The pupils over the limit within a reach, by institution, term and pupil.
    func persons(
        _ selection: Selection,
        members: [Dimension: Int] = [:],
        within reach: Reach = .all,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [OverLimitPerson] {
        var filter = AbsenceFilter(selection, members: members)
        filter.limit(to: reach)
        let limits = try AbsenceLimit(selection.year, tenant, connection)
        let byLessons = try lessons(filter, limits, tenant, connection)
        let known = Set(byLessons.map(\.place))
        let byDays = try PreschoolLimit(filter, limits, tenant, connection).persons
        return (byLessons + byDays.filter { !known.contains($0.place) }).sorted { $0.place < $1.place }
    }

    private func lessons(
        _ filter: AbsenceFilter,
        _ limits: AbsenceLimit,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [OverLimitPerson] {
        try connection.rows(
            """
            SELECT institution_id, term, pupil_id, class_id, grade, lessons, 0
            FROM (\(pupils(filter, tenant))) AS per_pupil WHERE \(limits.passed)
            ORDER BY institution_id, term, pupil_id
            """
        )
    }

    /// Children in preparation for school over the limit of days, by key, less those over the limit of lessons.
    private func preschool(
        _ filter: AbsenceFilter,
        _ dimensions: [Dimension],
        _ limits: AbsenceLimit,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Int] {
        let byDays = try PreschoolLimit(filter, limits, tenant, connection).persons
        guard !byDays.isEmpty else { return [:] }
        func pupils(_ persons: [OverLimitPerson]) -> [MemberKey: Set<PupilID>] {
            persons.reduce(into: [:]) { pupils, person in
                pupils[dimensions.map { person.member($0) }, default: []].insert(person.pupil)
            }
        }
        let counted = pupils(try lessons(filter, limits, tenant, connection))
        return pupils(byDays).reduce(into: [:]) { counts, element in
            let more = element.value.subtracting(counted[element.key] ?? [])
            if !more.isEmpty { counts[element.key] = more.count }
        }
    }

    /// Unexcused lessons by institution, term and pupil.
    ///
    /// The class and the grade are the last ones of the term.
    private func pupils(_ filter: AbsenceFilter, _ tenant: TenantID) -> SQL {
        """
        SELECT year, institution_id, term, pupil_id, max(class_id) AS class_id, max(grade) AS grade,
            sum(lessons) AS lessons
        FROM absence_term
        WHERE tenant_id = \(tenant) AND kind = \(AbsenceKind.unexcused.rawValue) AND term > 0
            AND \(filter.condition)
        GROUP BY year, institution_id, term, pupil_id
        """
    }

    /// Members whose kinds of absence are known for a term, be it that nobody is over the limit.
    private func known(_ filter: AbsenceFilter, _ groups: [SQL], _ tenant: TenantID) -> SQL {
        let columns = groups.isEmpty ? "1" : SQL.joined(groups, by: ", ")
        return """
            SELECT DISTINCT \(columns) FROM absence_term
            WHERE tenant_id = \(tenant) AND kind <> \(AbsenceKind.unstated.rawValue) AND records > 0 AND term > 0
                AND \(filter.condition)
            """
    }

    private func grouping(_ groups: [SQL]) -> SQL {
        groups.isEmpty ? "" : " GROUP BY \(SQL.joined(groups, by: ", "))"
    }
}
