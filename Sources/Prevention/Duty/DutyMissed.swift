internal import Exchange
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How much of pupils' absence counts towards the limit, in lessons or days, and when that passed it.
struct DutyMissed {
    private let year: SchoolYear
    private let measure: any Measure
    private let lessons: [MemberKey: Tally]
    private let limits: [DutyUnit: [Int: Int]]
    /// Limits of lessons that institutions have of their own, by term.
    private let own: [Int: OwnThresholds]
    /// Pupils whose absence counts by days.
    private let children: Set<PupilID>
    private let tenant: TenantID
    private let connection: Connection

    init(
        _ selection: Selection,
        of pupils: Set<PupilID>,
        _ measures: MeasureBook,
        _ regulations: Regulations,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        year = selection.year
        self.tenant = tenant
        self.connection = connection
        // A term goes by the regulation of its first day.
        let starts = [1: year.first, 2: Month(year.start + 1, 1).first]
        limits = [
            .lessons: try starts.compactMapValues { day in
                try regulations.parameters(of: UnexcusedLimit.self, on: day)?.lessons
            },
            .days: try starts.compactMapValues { day in
                try regulations.parameters(of: UnexcusedPreschoolLimit.self, on: day)?.days
            },
        ]
        own = try starts.compactMapValues { day in
            try regulations.parameters(of: UnexcusedLimit.self, on: day).map {
                try OwnThresholds($0.overrides, tenant, connection)
            }
        }
        children = try PreparationForSchool.children(among: pupils, in: year, tenant, connection)
        measure = try measures.named(DutyBook.unexcused)
        lessons = try measures.vector(
            measure,
            selection,
            over: [.institution, .term, .pupil],
            tenant: tenant,
            connection
        )
    }

    /// How much a pupil missed at a place, and how much is allowed.
    ///
    /// A child in preparation for school counts by days, unless lessons alone are over their limit, as where only sums
    /// are known.
    func amount(_ place: DutyPlace) throws -> (missed: DutyAmount?, limit: DutyAmount?) {
        let key = [place.institution.rawValue, place.term, place.pupil.rawValue]
        let behind = try children.contains(place.pupil) ? rows([place])[place] ?? [] : []
        return amount(of: place.pupil, place.term, place.institution, lessons[key]?.numerator, behind)
    }

    /// How much a pupil missed in a term wherever that was, and how much is allowed at an institution.
    func amount(
        of pupil: PupilID,
        term: Int,
        in institution: InstitutionID?
    ) throws -> (missed: DutyAmount?, limit: DutyAmount?) {
        let own = lessons.filter { $0.key[1] == term && $0.key[2] == pupil.rawValue }
        let sum = own.isEmpty ? nil : own.values.reduce(0) { $0 + $1.numerator }
        var selection = Selection(year: year, term: term)
        selection.pupil = pupil
        let behind = try children.contains(pupil) ? evidence(selection, pupils: 1) : []
        return amount(of: pupil, term, institution, sum, behind)
    }

    private func amount(
        of pupil: PupilID,
        _ term: Int,
        _ institution: InstitutionID?,
        _ lessons: Int?,
        _ rows: [EvidenceRow]
    ) -> (missed: DutyAmount?, limit: DutyAmount?) {
        let days = DutyMissed.days(rows).count
        let isOver = (lessons ?? 0) > (limit(.lessons, term, institution) ?? .max)
        let byDays = limit(.days, term, institution).map { days > $0 || !isOver } ?? false
        let unit: DutyUnit = children.contains(pupil) && byDays ? .days : .lessons
        let missed = lessons.map { DutyAmount(count: unit == .days ? days : $0, unit: unit) }
        return (missed, limit(unit, term, institution).map { DutyAmount(count: $0, unit: unit) })
    }

    private func limit(_ unit: DutyUnit, _ term: Int, _ institution: InstitutionID?) -> Int? {
        let ofInstitution = unit == .lessons ? institution.flatMap { own[term]?[$0] } : nil
        return ofInstitution ?? limits[unit]?[term]
    }

    /// When limits were passed, from the rows behind the measure's own number.
    func passings(_ cases: [(place: DutyPlace, limit: DutyAmount?)]) throws -> [DutyPlace: DutyPassing] {
        let behind = try rows(cases.map(\.place))
        // Rows without a day came to be known with their import.
        let batches = Set(behind.values.joined().filter { $0.day == nil }.map(\.batch))
        let known = try BatchDays.applied(batches, tenant, connection)
        return cases.reduce(into: [:]) { passings, item in
            guard let limit = item.limit else { return }
            passings[item.place] = DutyMissed.passing(limit, behind[item.place] ?? [], known)
        }
    }

    private static func passing(
        _ limit: DutyAmount,
        _ rows: [EvidenceRow],
        _ known: [BatchID: Day]
    ) -> DutyPassing? {
        guard limit.unit == .lessons else {
            return days(rows).dropFirst(limit.count).first.map { .on($0) }
        }
        let dated = rows.compactMap { row in row.day.map { (day: $0, lessons: row.numerator) } }
        if let passed = day(passing: limit.count, dated) { return .on(passed) }
        let all = rows.compactMap { row in
            (row.day ?? known[row.batch]).map { (day: $0, lessons: row.numerator) }
        }
        return day(passing: limit.count, all).map { .known($0) }
    }

    private static func day(passing limit: Int, _ rows: [(day: Day, lessons: Int)]) -> Day? {
        var sum = 0
        for row in rows.sorted(by: { $0.day < $1.day }) {
            sum += row.lessons
            if sum > limit { return row.day }
        }
        return nil
    }

    /// The days of rows, the earliest first.
    private static func days(_ rows: [EvidenceRow]) -> [Day] {
        Set(rows.filter { $0.numerator > 0 }.compactMap(\.day)).sorted()
    }

    /// The rows of places, read once for each institution and term.
    private func rows(_ places: [DutyPlace]) throws -> [DutyPlace: [EvidenceRow]] {
        var found: [DutyPlace: [EvidenceRow]] = [:]
        for group in Dictionary(grouping: places, by: { [$0.institution.rawValue, $0.term] }).values {
            guard let first = group.first else { continue }
            var reach = Reach()
            for place in group { reach.add(Scope(pupil: place.pupil)) }
            let selection = Selection(
                year: year,
                term: first.term,
                institution: first.institution,
                reach: reach
            )
            let byPupil = Dictionary(
                grouping: try evidence(selection, pupils: group.count),
                by: \.pupil
            )
            for place in group { found[place] = byPupil[place.pupil] }
        }
        return found
    }

    private func evidence(_ selection: Selection, pupils: Int) throws -> [EvidenceRow] {
        try measure.evidence(
            selection,
            members: [:],
            tenant: tenant,
            connection,
            limit: pupils * DutyMissed.most
        )
    }

    /// More lessons than a pupil has in a term.
    private static let most = 2000
}
