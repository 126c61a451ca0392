internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What became of the pupils of a year, as far as data tell.
struct OutcomeFacts {
    private let facts: RiskFacts
    private let next: YearStays
    private let later: YearStays
    private let bounds: [Int: Int]

    /// Reasons by which a pupil goes on learning elsewhere.
    private static let moved: Set<String> = ["address", "abroad", "wish", "prison-transfer"]
    /// Reasons by which a pupil has finished.
    private static let finished: Set<String> = ["graduated", "preschool-end"]

    init(_ facts: RiskFacts, _ tenant: TenantID, _ connection: Connection) throws {
        self.facts = facts
        next = try YearStays.load(facts.year.next, nil, tenant, connection)
        later = try YearStays.load(facts.year.next.next, nil, tenant, connection)
        let found: AnnualFailureRule? = try Regulations.load(tenant, connection)
            .parameters(on: facts.year.last)
        let scales = try MarkScales.load(tenant, connection)
        bounds = (found?.bounds ?? [:]).reduce(into: [:]) { bounds, element in
            if let scale = scales.coded(element.key) { bounds[scale.id] = element.value * 100 }
        }
    }

    /// Whether an outcome came about, by pupil; those of whom it is not known are not there.
    func known(_ outcome: RiskOutcome) throws -> [PupilID: Bool] {
        switch outcome {
        case .left: return left
        case .repeated: return repeated
        case .leftOrRepeated: return left.merging(repeated) { $0 || $1 }
        case .annualMark: return try failed
        }
    }

    /// The first outcome that is known of anybody.
    func first() throws -> RiskOutcome? {
        try RiskOutcome.allCases.first { try !known($0).isEmpty }
    }

    private var left: [PupilID: Bool] {
        var known: [PupilID: Bool] = [:]
        // Before the next year has classes nobody can be missed in it.
        guard next.byPupil.values.contains(where: { $0.contains { $0.grade > 0 } }) else { return known }
        for (pupil, stays) in facts.stays.byPupil where stays.contains(where: { $0.grade > 0 }) {
            let all = stays + (next.byPupil[pupil] ?? [])
            guard let last = all.max(by: { ($0.from, $0.to ?? .far) < ($1.from, $1.to ?? .far) }) else {
                continue
            }
            if let ended = last.to, ended < facts.year.next.last, later.byPupil[pupil] == nil {
                guard !last.reasonOut.isEmpty, !OutcomeFacts.moved.contains(last.reasonOut) else { continue }
                known[pupil] = !OutcomeFacts.finished.contains(last.reasonOut)
            } else if next.grade(pupil) > 0 {
                known[pupil] = false
            }
        }
        return known
    }

    private var repeated: [PupilID: Bool] {
        facts.stays.byPupil.keys.reduce(into: [:]) { known, pupil in
            let (now, then) = (facts.stays.grade(pupil), next.grade(pupil))
            if now > 0, then > 0 { known[pupil] = now == then }
        }
    }

    private var failed: [PupilID: Bool] {
        get throws {
            var known: [PupilID: Bool] = [:]
            for part in try facts.marks().parts where part.key[1] == 0 && part.below > 0 {
                guard let bound = bounds[Int(part.key[2])] else { continue }
                known[part.pupil] = (known[part.pupil] ?? false) || part.top < bound * part.below
            }
            return known
        }
    }
}

extension Day {
    /// After every day of a stay.
    fileprivate static let far = Day(number: Int.max)
}
