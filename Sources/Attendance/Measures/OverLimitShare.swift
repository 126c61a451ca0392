internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The part of pupils who are over the limit of unexcused absence, and all those whom it is a part of.
///
/// All are the pupils of grades of which an institution has records of absence in the term, whoever never missed a
/// lesson among them: sources that tell of absence alone say nothing of those, so that they are found by enrolments.
struct OverLimitShare: DisclosedMeasure {
    /// Which number it is.
    enum Part: String {
        /// Those over the limit, of the second.
        case share = "over-limit-share"
        /// All whose absence is known.
        case followed = "over-limit-of"
    }

    var standsStill: Bool { true }
    let part: Part
    let title: Text
    let definition: Text

    private static let limit = OverLimit()

    var name: String { "attendance/\(part.rawValue)" }
    var dimensions: Set<Dimension> { OverLimitShare.limit.dimensions }
    var rules: [String] { part == .share ? OverLimitShare.limit.rules : [] }

    var unit: MeasureUnit {
        part == .share
            ? .share : .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    }

    /// The share tells of one pupil as soon as only one is on a side: it is shown where both sides are.
    var disclosure: DisclosureRule {
        DisclosureRule(
            base: name,
            along: OverLimitShare.limit.disclosure.along,
            restsOn: part == .share ? OverLimitShare.sides : []
        )
    }

    /// The measures of those over the limit and of the others.
    static let sides = [limit.name, WithinLimit.measure]

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
        let groups = dimensions.map(\.column.sql)
        let columns = SQL.joined(groups + ["count(DISTINCT pupil_id)"], by: ", ")
        let grouping: SQL = groups.isEmpty ? "" : " GROUP BY \(SQL.joined(groups, by: ", "))"
        let pupils = try pupils(filter, selection.year, tenant, connection)
        var all: [MemberKey: Tally] = [:]
        try connection.each("SELECT \(columns) FROM (\(pupils)) AS followed\(grouping)") { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let count: Int = try row.next()
            if count > 0 { all[key] = Tally(count, people: count) }
        }
        guard part == .share else { return all }
        let over = try OverLimitShare.limit.vector(selection, over: dimensions, tenant: tenant, connection)
        return over.reduce(into: [:]) { shares, element in
            // A pupil of two classes is over the limit in one of them, by class and grade maybe in neither.
            let count = element.value.numerator
            guard let people = all[element.key]?.numerator, people >= count else { return }
            shares[element.key] = Tally(count, over: people, people: people)
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows(selection, members, tenant, connection, limit: limit) { isOver in
            part == .share && !isOver ? 0 : 1
        }
    }

    /// The rows of those pupils that count, by whether they are over the limit, with what each adds to the number.
    func rows(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection,
        limit: Int,
        counts: (_ isOver: Bool) -> Int?
    ) throws -> [EvidenceRow] {
        let filter = AbsenceFilter(selection, members: members)
        let pupils = try pupils(filter, selection.year, tenant, connection)
        let all = try connection.rows(
            "SELECT DISTINCT pupil_id FROM (\(pupils)) AS followed ORDER BY pupil_id",
            PupilID.self
        )
        let persons = try OverLimitShare.limit.persons(
            selection,
            members: members,
            tenant: tenant,
            connection
        )
        let over = Set(persons.map(\.pupil))
        let counted = all.compactMap { pupil in
            counts(over.contains(pupil)).map { (pupil: pupil, count: $0) }
        }
        .prefix(limit)
        let sources = try AbsenceSources(
            filter,
            where: "term > 0",
            of: Set(counted.map(\.pupil)),
            tenant,
            connection
        )
        return counted.map { pupil, count in
            let place = sources.place(pupil)
            var row = EvidenceRow(
                pupil: pupil,
                day: nil,
                words: over.contains(pupil)
                    ? Text(lv: "Virs robežas", en: "Over the limit")
                    : Text(lv: "Robeža nav pārsniegta", en: "Within the limit"),
                numerator: count,
                denominator: 1,
                batch: place.batch,
                source: place.source
            )
            row.isNamed = true
            return row
        }
    }

    /// Pupils by institution, term, class and grade: those with records of absence, and all who were enrolled in the term
    /// in a class of a grade with records.
    private func pupils(
        _ filter: AbsenceFilter,
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> SQL {
        let years = try Years.load(tenant, connection)
        let overlaps = Term.allCases.map { term -> SQL in
            let days = years.days(of: term, in: year)
            return """
                (k.term = \(term.rawValue) AND e.from_day <= \(days.upperBound)
                    AND (e.to_day = 0 OR e.to_day >= \(days.lowerBound)))
                """
        }
        let known: SQL = """
            tenant_id = \(tenant) AND year = \(year.start) AND kind <> \(AbsenceKind.unstated.rawValue)
                AND records > 0 AND term > 0
            """
        // From grades to classes to enrolments, each by its index.
        return """
            SELECT * FROM (
                SELECT year, institution_id, term, class_id, grade, pupil_id FROM absence_term WHERE \(known)
                UNION ALL
                SELECT k.year, k.institution_id, k.term, c.id AS class_id, k.grade, e.pupil_id
                FROM (SELECT DISTINCT year, institution_id, term, grade FROM absence_term WHERE \(known)) AS k
                CROSS JOIN class_group c CROSS JOIN enrolment e
                WHERE c.tenant_id = \(tenant) AND c.year = k.year AND c.institution_id = k.institution_id
                    AND c.grade = k.grade AND e.tenant_id = \(tenant) AND e.class_id = c.id
                    AND (\(SQL.joined(overlaps, by: " OR ")))
            ) AS pupils_of_term WHERE \(filter.condition)
            """
    }
}

extension OverLimitShare {
    /// The share, and what it is a share of.
    static let all: [any Measure] = [share, followed]

    /// Those over the limit, of all whose absence is known.
    static let share = OverLimitShare(
        part: .share,
        title: Text(lv: "Neattaisnoto kavētāju daļa", en: "Share over the limit of absence"),
        definition: Text(
            lv: """
                Neattaisnotie kavētāji no izglītojamajiem, kuru kavējumi ir zināmi; arī no tiem, kuri nav kavējuši nevienu \
                stundu.
                """,
            en: """
                Pupils over the limit, of the pupils whose absence is known, those among them who never missed a lesson.
                """
        )
    )

    private static let followed = OverLimitShare(
        part: .followed,
        title: Text(lv: "Izglītojamie, kuru kavējumi ir zināmi", en: "Pupils whose absence is known"),
        definition: Text(
            lv: """
                Izglītojamie, kuri semestrī mācījušies klases pakāpē, par kuru iestādei ir kavējumu ieraksti, arī tad, ja \
                paši nav kavējuši; gadā katru skaita vienreiz.
                """,
            en: """
                Pupils of a grade of which the institution has records of absence in the term, be it that they never \
                missed a lesson; in a year each counts once.
                """
        )
    )
}
