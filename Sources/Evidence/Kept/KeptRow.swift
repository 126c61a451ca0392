internal import Frame
internal import Kernel
internal import Storage

/// One reported figure as it is stored.
struct KeptRow: Readable {
    let year: Int
    let term: Int
    let institution: Int
    let kind: Int
    let numerator: Int
    let denominator: Int
    let people: Int
    let isPublic: Bool
    let batch: BatchID
    let source: Int

    init(row: inout Row) throws {
        year = try row.next()
        term = try row.next()
        institution = try row.next()
        kind = try row.next()
        numerator = try row.next()
        denominator = try row.next()
        people = try row.next()
        isPublic = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    /// The member of a dimension that the row belongs to; nil where it has none.
    func member(_ dimension: Dimension) -> Int? {
        switch dimension {
        case .year: year
        case .term: term
        case .institution: institution
        case .kind: kind
        default: nil
        }
    }

    func key(_ dimensions: [Dimension]) -> MemberKey { dimensions.map { member($0) ?? 0 } }

    /// The row as what a figure rests on.
    var evidence: EvidenceRow {
        EvidenceRow(
            pupil: PupilID(rawValue: 0),
            day: nil,
            words: Text(lv: "Avota paziņots kopskaits", en: "A total reported by the source"),
            numerator: numerator,
            denominator: denominator,
            batch: batch,
            source: SourcePlace(packed: source)
        )
    }

    /// The rows less those of terms whose year was reported as a whole, for the same institution and kind.
    static func withoutCoveredTerms(_ rows: [KeptRow]) -> [KeptRow] {
        let years = Set(rows.filter { $0.term == 0 }.map { [$0.institution, $0.kind] })
        return rows.filter { $0.term == 0 || !years.contains([$0.institution, $0.kind]) }
    }
}

/// The sum of reported figures.
struct KeptSum {
    private var numerator = 0
    private var denominator = 0
    private var allPublic = true
    private var peopleUnknown = false
    /// The most people that one figure of an institution rests on: over kinds and terms they are the same ones.
    private var people: [Int: Int] = [:]

    mutating func add(_ row: KeptRow) {
        numerator += row.numerator
        denominator += row.denominator
        allPublic = allPublic && row.isPublic
        if row.people == KeptFigures.unknownPeople { peopleUnknown = true }
        people[row.institution] = max(people[row.institution] ?? 0, row.people)
    }

    func tally(_ unit: MeasureUnit, countsPeople: Bool) -> Tally {
        let known = peopleUnknown ? nil : people.values.reduce(0, +)
        let below = if case .count = unit { 1 } else { denominator }
        return Tally(numerator, over: below, people: countsPeople ? numerator : known, isPublic: allPublic)
    }
}
