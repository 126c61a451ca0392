internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A pupil in a term; term 0 is the whole year.
struct RiskPlace: Hashable, Comparable {
    let pupil: PupilID
    let term: Int

    static func < (left: RiskPlace, right: RiskPlace) -> Bool {
        (left.pupil, left.term) < (right.pupil, right.term)
    }
}

/// What rules of risk measure of some pupils in one year, read from measures by name and each read once.
///
/// Facts of a pupil count in the institutions where the pupil is enrolled in the year: so they are read one institution
/// after the other, and some pupils come out as they do when all are read.
final class RiskFacts {
    let year: SchoolYear
    /// Where the pupils learn, as far as it is known on the day that facts are turned to.
    private(set) var stays: YearStays
    /// Where they learn in the year, whatever day is shown; and where they learned in the one before.
    let all: YearStays
    let past: YearStays
    private let pupils: Set<PupilID>?
    private let measures: MeasureBook
    let tenant: TenantID
    let connection: Connection
    private var known: [Layout: RiskSums] = [:]
    /// The examination of each subject that is in one; nil before it was asked for.
    var exams: [Int: Int]?
    private var moment: RiskMoment?

    private struct Layout: Hashable {
        let measure: String
        let along: [Dimension]
        let year: SchoolYear
    }

    /// Pupils of an institution who are read by themselves; of more, the whole institution is.
    private static let few = 64
    /// So many pupils are judged at a time: what is read of them fits into a little memory.
    private static let portion = 5_000

    /// The facts of some pupils, or of all who are enrolled in the year.
    init(
        _ year: SchoolYear,
        _ pupils: Set<PupilID>? = nil,
        _ measures: MeasureBook,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        self.year = year
        self.pupils = pupils
        self.measures = measures
        self.tenant = tenant
        self.connection = connection
        let asked = pupils.flatMap { $0.count <= 5_000 ? $0 : nil }
        all = try YearStays.load(year, asked, tenant, connection)
        past = try YearStays.load(year.previous, asked, tenant, connection)
        stays = all
    }

    private init(_ whole: RiskFacts, _ pupils: Set<PupilID>) {
        year = whole.year
        self.pupils = pupils
        measures = whole.measures
        tenant = whole.tenant
        connection = whole.connection
        all = whole.all.of(pupils)
        past = whole.past.of(pupils)
        exams = whole.exams
        stays = all
        turn(to: whole.moment)
    }

    /// Whether a pupil is among those asked for.
    func has(_ pupil: PupilID) -> Bool { pupils?.contains(pupil) ?? true }

    /// The pupils some thousands at a time, those of one institution together; none where there are not so many.
    func portions() throws -> [Set<PupilID>] {
        var byPlace: [InstitutionID: [PupilID]] = [:]
        var count = 0
        for pupil in all.byPupil.keys where has(pupil) {
            guard let stay = all.last(pupil) else { continue }
            byPlace[stay.institution, default: []].append(pupil)
            count += 1
        }
        guard count > RiskFacts.portion else { return [] }
        var portions: [Set<PupilID>] = []
        var next: Set<PupilID> = []
        for (_, members) in byPlace.sorted(by: { $0.key < $1.key }) {
            next.formUnion(members)
            if next.count >= RiskFacts.portion {
                portions.append(next)
                next = []
            }
        }
        if !next.isEmpty { portions.append(next) }
        // What is the same for all pupils is read once.
        _ = try examSubjects()
        return portions
    }

    /// The facts of some of the pupils, as they are shown; what is read of them goes with them.
    func part(of pupils: Set<PupilID>) -> RiskFacts { RiskFacts(self, pupils) }

    /// Shows the year as it was known on a day at the end of a month, or as it is now.
    ///
    /// Sums that have months count up to the day's; marks are given when their term ends.
    func turn(to moment: RiskMoment?) {
        self.moment = moment
        stays = moment.map { all.begun(by: $0.day) } ?? all
    }

    // MARK: Reading

    /// The sums of a measure by pupil as they are known on the day; empty where no room has it.
    func sums(_ name: String, along: [Dimension]) throws -> RiskSums {
        guard let moment else { return try reading(name, along: along, in: year, all) }
        if measures.has(name), try measures.named(name).dimensions.contains(.month) {
            return try reading(name, along: along + [.month], in: year, all)
                .through(moment.day.month.number, at: along.count)
        }
        let whole = try reading(name, along: along, in: year, all)
        guard let term = along.firstIndex(of: .term) else { return whole }
        return whole.filter { moment.hasMarks(of: Int($0.key[term]), in: year) }
    }

    /// The sums of a measure by pupil; empty where no room has it.
    func reading(
        _ name: String,
        along: [Dimension],
        in year: SchoolYear,
        _ stays: YearStays
    ) throws -> RiskSums {
        let layout = Layout(measure: name, along: along, year: year)
        if let sums = known[layout] { return sums }
        var found: [RiskSums.Part] = []
        if measures.has(name) {
            let measure = try measures.named(name)
            for (institution, members) in places(stays) {
                var selection = Selection(year: year, institution: institution)
                if members.count <= RiskFacts.few {
                    selection.reach = Reach()
                    for pupil in members { selection.reach.add(Scope(pupil: pupil)) }
                }
                try read(measure, along, selection) { part in
                    if members.contains(part.pupil) { found.append(part) }
                }
            }
        }
        let sums = RiskSums(found)
        known[layout] = sums
        return sums
    }

    /// The pupils of each institution in the year, in the order of institutions.
    private func places(_ stays: YearStays) -> [(InstitutionID, Set<PupilID>)] {
        var members: [InstitutionID: Set<PupilID>] = [:]
        for (pupil, stays) in stays.byPupil where has(pupil) {
            for stay in stays { members[stay.institution, default: []].insert(pupil) }
        }
        return members.sorted { $0.key < $1.key }
    }

    /// One term after the other: cells lie by year and term, and an institution would else be looked for in the whole
    /// year.
    private func read(
        _ measure: any Measure,
        _ layout: [Dimension],
        _ asked: Selection,
        _ take: (RiskSums.Part) -> Void
    ) throws {
        var selection = asked
        let term = layout.firstIndex(of: .term)
        let along = [.pupil] + layout.filter { $0 != .term }
        let terms: [Int?] = term == nil ? [nil] : [0, 1, 2]
        for number in terms {
            selection.term = number
            try measure.sums(selection, over: along, tenant: tenant, connection) { key, top, below in
                var members = SIMD4<Int32>()
                var next = 1
                for index in layout.indices {
                    if index == term {
                        members[index] = Int32(number ?? 0)
                    } else {
                        members[index] = Int32(key[next])
                        next += 1
                    }
                }
                take(
                    RiskSums.Part(
                        pupil: PupilID(rawValue: key[0]),
                        key: members,
                        top: top,
                        below: below
                    )
                )
            }
        }
    }
}

/// A day at the end of a month, by which the facts of a year are known in part.
struct RiskMoment {
    let day: Day
    let years: Years

    /// Whether the marks of a term, or those of the year where it is 0, are given by the day.
    func hasMarks(of term: Int, in year: SchoolYear) -> Bool {
        years.days(of: term == 1 ? .first : .second, in: year).upperBound <= day
    }
}
