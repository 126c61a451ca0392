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
    let stays: YearStays
    private let past: YearStays
    private let pupils: Set<PupilID>?
    private let measures: MeasureBook
    private let tenant: TenantID
    private let connection: Connection
    private var sums: [Layout: [PupilID: [Part]]] = [:]
    private var exams: [Int: Int]?

    /// A sum of a pupil under the members that follow the pupil in a layout, three at most; the others are 0.
    ///
    /// A board has millions, so that a key is no array.
    struct Part {
        let key: SIMD4<Int32>
        var top: Int
        var below: Int
    }

    private struct Layout: Hashable {
        let measure: String
        let along: [Dimension]
        let year: SchoolYear
    }

    /// Pupils of an institution who are read by themselves; of more, the whole institution is.
    private static let few = 64

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
        stays = try YearStays.load(year, asked, tenant, connection)
        past = try YearStays.load(year.previous, asked, tenant, connection)
    }

    /// Whether a pupil is among those asked for.
    func has(_ pupil: PupilID) -> Bool { pupils?.contains(pupil) ?? true }

    /// What a rule measures, by pupil and term; a pupil of whom nothing is known has none.
    func readings(_ rule: RiskRule) throws -> [RiskPlace: RiskReading] {
        switch rule.quantity {
        case .unexcused: try terms("attendance/unexcused")
        case .behaviour: try terms("behaviour/concerns")
        case .absence: try shares(in: year, stays).mapValues { RiskReading($0.top, of: $0.below) }.placed
        case .fall: try rises()
        case .missed: try counts("attendance/missed")
        case .pastFailures: try counts("attainment/past-failures")
        case .subjectsBelow: try below(rule.markBound, exams: nil)
        case .examSubjects: try below(rule.markBound, exams: examSubjects())
        case .noMark: try noMarks()
        case .repeating: repeating
        case .schoolChanged: schoolChanges
        case .observation: [:]
        }
    }

    // MARK: Sums of measures

    private func counts(_ measure: String) throws -> [RiskPlace: RiskReading] {
        try parts(measure, along: [], in: year, stays).compactMapValues(\.first)
            .mapValues { RiskReading($0.top) }.placed
    }

    private func shares(in year: SchoolYear, _ stays: YearStays) throws -> [PupilID: Part] {
        try parts("attendance/missed-share", along: [], in: year, stays).compactMapValues(\.first)
    }

    private func rises() throws -> [RiskPlace: RiskReading] {
        let before = try shares(in: year.previous, past)
        return try shares(in: year, stays).reduce(into: [PupilID: RiskReading]()) { readings, element in
            guard let past = before[element.key] else { return }
            readings[element.key] = RiskReading(
                element.value.top,
                of: element.value.below,
                past: past.top,
                of: past.below
            )
        }
        .placed
    }

    private func terms(_ measure: String) throws -> [RiskPlace: RiskReading] {
        var readings: [RiskPlace: RiskReading] = [:]
        for (pupil, parts) in try parts(measure, along: [.term], in: year, stays) {
            for part in parts where part.key[0] > 0 {
                readings[RiskPlace(pupil: pupil, term: Int(part.key[0]))] = RiskReading(part.top)
            }
        }
        return readings
    }

    /// Subjects below a bound of those with a mark, on the ten-point scale; of examinations each counts once.
    private func below(_ bound: Int, exams: [Int: Int]?) throws -> [RiskPlace: RiskReading] {
        let ten = try MarkScales.load(tenant, connection).coded(MarkScales.ten)?.id
        let marks = try parts("attainment/mark", along: [.subject, .term, .scale], in: year, stays)
        var readings: [RiskPlace: RiskReading] = [:]
        for (pupil, parts) in marks {
            var low: [Int: Set<Int>] = [:]
            var all: [Int: Set<Int>] = [:]
            for part in parts where part.below > 0 {
                let (known, term, scale) = (Int(part.key[0]), Int(part.key[1]), Int(part.key[2]))
                guard scale == ten, let subject = exams.map({ $0[known] }) ?? known else { continue }
                all[term, default: []].insert(subject)
                if part.top < bound * part.below { low[term, default: []].insert(subject) }
            }
            for (term, subjects) in all {
                let place = RiskPlace(pupil: pupil, term: term)
                readings[place] = RiskReading(low[term]?.count ?? 0, of: subjects.count)
            }
        }
        return readings
    }

    private func noMarks() throws -> [RiskPlace: RiskReading] {
        var readings: [RiskPlace: RiskReading] = [:]
        for (pupil, parts) in try parts("attainment/no-mark", along: [.term, .scale], in: year, stays) {
            for part in parts where part.key[0] > 0 {
                let place = RiskPlace(pupil: pupil, term: Int(part.key[0]))
                readings[place, default: RiskReading(0)].value += part.top
                readings[place, default: RiskReading(0)].base += part.below
            }
        }
        return readings
    }

    /// The examination, by subject, of subjects that central examinations are in on the year's last day.
    private func examSubjects() throws -> [Int: Int] {
        if let exams { return exams }
        let rule: ExamIndexRule? = try Regulations.load(tenant, connection).parameters(on: year.last)
        let named = (rule?.subjects ?? ExamIndexRule.compulsory).map {
            (LatvianKey.search($0.subject), $0.exam)
        }
        let byName = Dictionary(named) { first, _ in first }
        let subjects = try connection.rows(
            "SELECT id, name FROM subject WHERE tenant_id = \(tenant) ORDER BY id",
            Int.self,
            String.self
        )
        let found = subjects.reduce(into: [Int: Int]()) { $0[$1.0] = byName[LatvianKey.search($1.1)] }
        exams = found
        return found
    }

    // MARK: The course of schooling

    private var repeating: [RiskPlace: RiskReading] {
        var readings: [PupilID: RiskReading] = [:]
        for pupil in stays.byPupil.keys where has(pupil) {
            let (now, before) = (stays.grade(pupil), past.grade(pupil))
            if now > 0, before > 0 { readings[pupil] = RiskReading(now == before ? 1 : 0) }
        }
        return readings.placed
    }

    private var schoolChanges: [RiskPlace: RiskReading] {
        var readings: [PupilID: RiskReading] = [:]
        for pupil in stays.byPupil.keys where has(pupil) {
            let schools = stays.schools(pupil).count
            if schools > 0 { readings[pupil] = RiskReading(schools - 1) }
        }
        return readings.placed
    }

    // MARK: Reading

    /// The sums of a measure by pupil; empty where no room has it.
    func parts(
        _ name: String,
        along: [Dimension],
        in year: SchoolYear,
        _ stays: YearStays
    ) throws -> [PupilID: [Part]] {
        let layout = Layout(measure: name, along: along, year: year)
        if let known = sums[layout] { return known }
        var found: [PupilID: [Part]] = [:]
        if measures.has(name) {
            let measure = try measures.named(name)
            for (institution, members) in places(stays) {
                var selection = Selection(year: year, institution: institution)
                if members.count <= RiskFacts.few {
                    selection.reach = Reach()
                    for pupil in members { selection.reach.add(Scope(pupil: pupil)) }
                }
                try read(measure, layout, selection) { pupil, part in
                    if members.contains(pupil) { found[pupil, default: []].append(part) }
                }
            }
        }
        let parts = found.mapValues(RiskFacts.together)
        sums[layout] = parts
        return parts
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
        _ layout: Layout,
        _ asked: Selection,
        _ add: (PupilID, Part) -> Void
    ) throws {
        var selection = asked
        let term = layout.along.firstIndex(of: .term)
        let along = [.pupil] + layout.along.filter { $0 != .term }
        let terms: [Int?] = term == nil ? [nil] : [0, 1, 2]
        for number in terms {
            selection.term = number
            for (key, tally) in try measure.vector(selection, over: along, tenant: tenant, connection) {
                var members = SIMD4<Int32>()
                var rest = key.dropFirst()
                for index in layout.along.indices {
                    members[index] = Int32(index == term ? number ?? 0 : rest.removeFirst())
                }
                add(
                    PupilID(rawValue: key[0]),
                    Part(key: members, top: tally.numerator, below: tally.denominator)
                )
            }
        }
    }

    /// The parts in the order of their keys; those of one key in several institutions are one.
    private static func together(_ parts: [Part]) -> [Part] {
        func key(_ part: Part) -> (Int32, Int32, Int32) { (part.key[0], part.key[1], part.key[2]) }
        let sorted = parts.sorted { key($0) < key($1) }
        return sorted.reduce(into: []) { whole, part in
            guard let last = whole.last, last.key == part.key else { return whole.append(part) }
            whole[whole.count - 1].top += part.top
            whole[whole.count - 1].below += part.below
        }
    }
}

extension [PupilID: RiskReading] {
    /// The readings as those of the whole year.
    fileprivate var placed: [RiskPlace: RiskReading] {
        reduce(into: [:]) { $0[RiskPlace(pupil: $1.key, term: 0)] = $1.value }
    }
}
