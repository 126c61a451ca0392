internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils over the limit, found by the measure of attendance that every report uses, with what was done for them.
struct DutyBook: Sendable {
    static let overLimit = "attendance/over-limit"
    static let unexcused = "attendance/unexcused"

    let year: SchoolYear
    let steps: [AbsenceDutyRule.Step]
    let cases: [DutyCase]

    /// What is looked for.
    struct Asked: Sendable {
        var year: SchoolYear
        var term: Int?
        var institution: InstitutionID?
        var pupil: PupilID?
        var reach: Reach
        /// Whether the days are needed on which limits were passed: they are read pupil by pupil.
        var needsDays = true
    }

    static func load(
        _ asked: Asked,
        _ measures: MeasureBook,
        today: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> DutyBook {
        let day = min(today, asked.year.last)
        let regulations = try Regulations.load(tenant, connection)
        let steps = try regulations.parameters(of: AbsenceDutyRule.self, on: day)?.steps ?? []
        guard measures.has(overLimit), !asked.reach.isEmpty else {
            return DutyBook(year: asked.year, steps: steps, cases: [])
        }
        var selection = Selection(year: asked.year, term: asked.term, institution: asked.institution)
        selection.pupil = asked.pupil
        let places = try DutyPlace.all(selection, asked.reach, measures, tenant, connection)
        let pupils = Set(places.map(\.pupil))
        let entries = Dictionary(
            grouping: try DutyEntry.standing(asked.year, of: pupils, tenant, connection)
        ) { [$0.pupil.rawValue, $0.term] }
        let missed = try DutyMissed(selection, measures, regulations, tenant, connection)
        let cases = try places.map { place in
            let own = entries[[place.pupil.rawValue, place.term]] ?? []
            return DutyCase(
                pupil: place.pupil,
                institution: place.institution,
                classGroup: place.classGroup,
                term: place.term,
                lessons: missed.lessons(place),
                passed: asked.needsDays ? try missed.passed(place, connection) : nil,
                entries: own,
                steps: steps
            )
        }
        return DutyBook(year: asked.year, steps: steps, cases: cases)
    }
}

/// Where a pupil is over the limit.
struct DutyPlace: Hashable, Sendable {
    let institution: InstitutionID
    let term: Int
    let classGroup: ClassID
    let pupil: PupilID

    /// The places that the measure counts, within a reach, by institution, term and pupil.
    static func all(
        _ selection: Selection,
        _ reach: Reach,
        _ measures: MeasureBook,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [DutyPlace] {
        let measure = try measures.named(DutyBook.overLimit)
        let vector = try measures.vector(
            measure,
            selection,
            over: [.institution, .term, .classGroup, .pupil],
            tenant: tenant,
            connection
        )
        return vector.filter { $0.value.numerator > 0 }.keys.map { key in
            DutyPlace(
                institution: InstitutionID(rawValue: key[0]),
                term: key[1],
                classGroup: ClassID(rawValue: key[2]),
                pupil: PupilID(rawValue: key[3])
            )
        }
        .filter { reach.covers($0) }
        .sorted {
            ($0.institution.rawValue, $0.term, $0.pupil.rawValue)
                < ($1.institution.rawValue, $1.term, $1.pupil.rawValue)
        }
    }
}

extension Reach {
    fileprivate func covers(_ place: DutyPlace) -> Bool {
        everything || institutions.contains(place.institution) || classes.contains(place.classGroup)
            || pupils.contains(place.pupil)
    }
}

/// How much was missed without excuse, and when that passed the limit.
struct DutyMissed {
    let limits: [Int: Int]
    private let year: SchoolYear
    private let measure: any Measure
    private let counts: [MemberKey: Tally]
    private let tenant: TenantID

    init(
        _ selection: Selection,
        _ measures: MeasureBook,
        _ regulations: Regulations,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        year = selection.year
        self.tenant = tenant
        // A term goes by the regulation of its first day.
        let starts = [1: year.first, 2: Month(year.start + 1, 1).first]
        limits = try starts.compactMapValues { day in
            try regulations.parameters(of: UnexcusedLimit.self, on: day)?.lessons
        }
        measure = try measures.named(DutyBook.unexcused)
        counts = try measures.vector(
            measure,
            selection,
            over: [.institution, .term, .pupil],
            tenant: tenant,
            connection
        )
    }

    func lessons(_ place: DutyPlace) -> Int? {
        counts[[place.institution.rawValue, place.term, place.pupil.rawValue]]?.numerator
    }

    /// The day of the lesson that passed the limit, from the lessons behind the measure's own number.
    func passed(_ place: DutyPlace, _ connection: Connection) throws -> Day? {
        guard let limit = limits[place.term] else { return nil }
        var selection = Selection(year: year, term: place.term, institution: place.institution)
        selection.pupil = place.pupil
        let rows = try measure.evidence(
            selection,
            members: [:],
            tenant: tenant,
            connection,
            limit: DutyMissed.most
        )
        var sum = 0
        for row in rows.sorted(by: { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }) {
            sum += row.numerator
            if sum > limit { return row.day }
        }
        return nil
    }

    /// More lessons than a pupil has in a term.
    private static let most = 2000
}
