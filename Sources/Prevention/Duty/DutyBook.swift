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
        /// Of which cases the day is needed on which the limit was passed: it is read lesson by lesson.
        var needsDay: @Sendable (DutyCase) -> Bool = { _ in true }
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
        let counting = try DutyMissed(selection, of: pupils, measures, regulations, tenant, connection)
        let undated = try places.map { place in
            let (missed, limit) = try counting.amount(place)
            return DutyCase(
                place: place,
                missed: missed,
                limit: limit,
                entries: entries[[place.pupil.rawValue, place.term]] ?? [],
                steps: steps
            )
        }
        let wanted = undated.filter(asked.needsDay).map { (place: $0.place, limit: $0.limit) }
        let passings = try counting.passings(wanted)
        let cases = undated.map { duty in
            var dated = duty
            dated.passing = passings[duty.place]
            return dated
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
