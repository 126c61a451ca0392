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
/// Facts of a pupil count in the institutions where the pupil is enrolled in the year: so few pupils are read by
/// their institutions, and come out as they do when all are read.
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

    /// A sum of a pupil under the members that follow the pupil in a layout.
    struct Part {
        let key: [Int]
        var top: Int
        var below: Int
    }

    private struct Layout: Hashable {
        let measure: String
        let along: [Dimension]
        let year: SchoolYear
    }

    /// Pupils that are read one institution after the other; of more, the whole year is.
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
                readings[RiskPlace(pupil: pupil, term: part.key[0])] = RiskReading(part.top)
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
            for part in parts where part.key[2] == ten && part.below > 0 {
                guard let subject = exams.map({ $0[part.key[0]] }) ?? part.key[0] else { continue }
                all[part.key[1], default: []].insert(subject)
                if part.top < bound * part.below { low[part.key[1], default: []].insert(subject) }
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
                let place = RiskPlace(pupil: pupil, term: part.key[0])
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
        var found: [PupilID: [[Int]: Part]] = [:]
        func add(_ pupil: PupilID, _ key: [Int], _ tally: Tally) {
            found[pupil, default: [:]][key, default: Part(key: key, top: 0, below: 0)].top += tally.numerator
            found[pupil]?[key]?.below += tally.denominator
        }
        if measures.has(name) {
            let measure = try measures.named(name)
            if let pupils, pupils.count <= RiskFacts.few {
                try readFew(measure, layout, pupils, stays, add)
            } else {
                try readAll(measure, layout, stays, add)
            }
        }
        let parts = found.mapValues { byKey in
            byKey.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        }
        sums[layout] = parts
        return parts
    }

    private func readFew(
        _ measure: any Measure,
        _ layout: Layout,
        _ pupils: Set<PupilID>,
        _ stays: YearStays,
        _ add: (PupilID, [Int], Tally) -> Void
    ) throws {
        var byInstitution: [InstitutionID: Set<PupilID>] = [:]
        for pupil in pupils {
            for stay in stays.byPupil[pupil] ?? [] {
                byInstitution[stay.institution, default: []].insert(pupil)
            }
        }
        for (institution, pupils) in byInstitution.sorted(by: { $0.key < $1.key }) {
            var selection = Selection(year: layout.year, institution: institution)
            selection.reach = Reach()
            for pupil in pupils { selection.reach.add(Scope(pupil: pupil)) }
            try readFew(measure, layout, selection, add)
        }
    }

    /// One term after the other: cells lie by year and term, and a pupil would else be looked for in the whole year.
    private func readFew(
        _ measure: any Measure,
        _ layout: Layout,
        _ asked: Selection,
        _ add: (PupilID, [Int], Tally) -> Void
    ) throws {
        var selection = asked
        let term = layout.along.firstIndex(of: .term)
        let along = [.pupil] + layout.along.filter { $0 != .term }
        let terms: [Int?] = term == nil ? [nil] : [0, 1, 2]
        for number in terms {
            selection.term = number
            for (key, tally) in try measure.vector(selection, over: along, tenant: tenant, connection) {
                var members = Array(key.dropFirst())
                if let term, let number { members.insert(number, at: term) }
                add(PupilID(rawValue: key[0]), members, tally)
            }
        }
    }

    private func readAll(
        _ measure: any Measure,
        _ layout: Layout,
        _ stays: YearStays,
        _ add: (PupilID, [Int], Tally) -> Void
    ) throws {
        let along = [.institution, .pupil] + layout.along
        let vector = try measure.vector(
            Selection(year: layout.year),
            over: along,
            tenant: tenant,
            connection
        )
        for (key, tally) in vector {
            let (institution, pupil) = (InstitutionID(rawValue: key[0]), PupilID(rawValue: key[1]))
            guard has(pupil), stays.byPupil[pupil]?.contains(where: { $0.institution == institution }) == true
            else { continue }
            add(pupil, Array(key.dropFirst(2)), tally)
        }
    }
}

extension [PupilID: RiskReading] {
    /// The readings as those of the whole year.
    fileprivate var placed: [RiskPlace: RiskReading] {
        reduce(into: [:]) { $0[RiskPlace(pupil: $1.key, term: 0)] = $1.value }
    }
}
