internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension RiskFacts {
    /// What a rule measures, by pupil and term; a pupil of whom nothing is known has none.
    func readings(_ rule: RiskRule, _ take: (RiskPlace, RiskReading) -> Void) throws {
        switch rule.quantity {
        case .unexcused: try terms("attendance/unexcused", take)
        case .unexcusedDays: try terms("attendance/unexcused-days", take)
        case .behaviour: try terms("behaviour/concerns", take)
        case .absence:
            for part in try shares().parts { take(part.place, RiskReading(part.top, of: part.below)) }
        case .fall: try rises(take)
        case .missed: try counts("attendance/missed", take)
        case .pastFailures: try counts("attainment/past-failures", take)
        case .subjectsBelow: try below(rule.markBound, take)
        case .examSubjects: try examsBelow(rule.markBound, take)
        case .noMark: try noMarks(take)
        case .repeating: repeating(take)
        case .schoolChanged: schoolChanges(take)
        case .observation: break
        }
    }

    // MARK: Sums of measures

    private func counts(_ measure: String, _ take: (RiskPlace, RiskReading) -> Void) throws {
        for part in try sums(measure, along: []).parts { take(part.place, RiskReading(part.top)) }
    }

    private func shares() throws -> RiskSums { try sums("attendance/missed-share", along: []) }

    private func rises(_ take: (RiskPlace, RiskReading) -> Void) throws {
        let before = try reading("attendance/missed-share", along: [], in: year.previous, past).byPupil
        for part in try shares().parts {
            guard let past = before[part.pupil] else { continue }
            take(part.place, RiskReading(part.top, of: part.below, past: past.top, of: past.below))
        }
    }

    private func terms(_ measure: String, _ take: (RiskPlace, RiskReading) -> Void) throws {
        for part in try sums(measure, along: [.term]).parts where part.key[0] > 0 {
            take(RiskPlace(pupil: part.pupil, term: Int(part.key[0])), RiskReading(part.top))
        }
    }

    /// Marks by subject, term and scale.
    func marks() throws -> RiskSums { try sums("attainment/mark", along: [.subject, .term, .scale]) }

    private func scaleOfTen() throws -> Int? {
        try MarkScales.load(tenant, connection).coded(MarkScales.ten)?.id
    }

    /// Subjects below a bound of those with a mark, on the ten-point scale.
    private func below(_ bound: Int, _ take: (RiskPlace, RiskReading) -> Void) throws {
        guard let ten = try scaleOfTen() else { return }
        try marks().each { pupil, parts in
            var (low, all) = (SIMD4<Int>.zero, SIMD4<Int>.zero)
            for part in parts where part.below > 0 && Int(part.key[2]) == ten {
                let term = Int(part.key[1])
                guard (0...2).contains(term) else { continue }
                all[term] += 1
                if part.top < bound * part.below { low[term] += 1 }
            }
            for term in 0...2 where all[term] > 0 {
                take(RiskPlace(pupil: pupil, term: term), RiskReading(low[term], of: all[term]))
            }
        }
    }

    /// Examinations with a subject below a bound, of those with a mark; each counts once.
    private func examsBelow(_ bound: Int, _ take: (RiskPlace, RiskReading) -> Void) throws {
        guard let ten = try scaleOfTen() else { return }
        let exams = try examSubjects()
        try marks().each { pupil, parts in
            var (low, all) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.zero)
            for part in parts where part.below > 0 && Int(part.key[2]) == ten {
                let term = Int(part.key[1])
                guard (0...2).contains(term), let exam = exams[Int(part.key[0])] else { continue }
                let bit = UInt64(1) << UInt64(exam & 63)
                all[term] |= bit
                if part.top < bound * part.below { low[term] |= bit }
            }
            for term in 0...2 where all[term] > 0 {
                let reading = RiskReading(low[term].nonzeroBitCount, of: all[term].nonzeroBitCount)
                take(RiskPlace(pupil: pupil, term: term), reading)
            }
        }
    }

    private func noMarks(_ take: (RiskPlace, RiskReading) -> Void) throws {
        try sums("attainment/no-mark", along: [.term, .scale]).each { pupil, parts in
            for term in 1...2 {
                let own = parts.filter { Int($0.key[0]) == term }
                guard !own.isEmpty else { continue }
                let (value, base) = own.reduce((0, 0)) { ($0.0 + $1.top, $0.1 + $1.below) }
                take(RiskPlace(pupil: pupil, term: term), RiskReading(value, of: base))
            }
        }
    }

    /// The examination, by subject, of subjects that central examinations are in on the year's last day.
    func examSubjects() throws -> [Int: Int] {
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

    private func repeating(_ take: (RiskPlace, RiskReading) -> Void) {
        for pupil in stays.byPupil.keys where has(pupil) {
            let (now, before) = (stays.grade(pupil), past.grade(pupil))
            guard now > 0, before > 0 else { continue }
            take(RiskPlace(pupil: pupil, term: 0), RiskReading(now == before ? 1 : 0))
        }
    }

    private func schoolChanges(_ take: (RiskPlace, RiskReading) -> Void) {
        for pupil in stays.byPupil.keys where has(pupil) {
            let schools = stays.schools(pupil).count
            if schools > 0 { take(RiskPlace(pupil: pupil, term: 0), RiskReading(schools - 1)) }
        }
    }
}

extension RiskSums.Part {
    /// The pupil in the whole year.
    fileprivate var place: RiskPlace { RiskPlace(pupil: pupil, term: 0) }
}
