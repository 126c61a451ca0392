internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons missed of those held: the lessons that pupils missed over the lessons held times the pupils they were
/// held for.
///
/// It is known where lessons held are known for everything that was missed; of a part it would be too high.
struct HeldShare: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = "attendance/missed-of-held"
    let title = Text(lv: "Kavēto stundu daļa no novadītajām", en: "Share missed of lessons held")
    let definition = Text(
        lv: """
            Izglītojamo kavētās stundas no novadītajām stundām, kas reizinātas ar izglītojamo skaitu klasē vai mācību \
            grupā mēneša 15. datumā. Zināma tikai tad, ja novadītās stundas zināmas visiem mēnešiem un priekšmetiem, \
            par kuriem ir kavējumu ieraksti.
            """,
        en: """
            Lessons that pupils missed, of the lessons held times the pupils of the class or group on the 15th of the \
            month. It is known only where lessons held are known for every month and subject that absence is recorded of.
            """
    )
    let unit = MeasureUnit.share
    let dimensions: Set<Dimension> = [
        .institution, .year, .term, .classGroup, .grade, .subject, .teacher,
    ]
    /// What it tells is the number of lessons missed.
    let disclosure = DisclosureRule(
        base: "attendance/missed",
        along: [.institution, .classGroup, .term],
        restsOn: ["attendance/missed"]
    )

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noLayoutOfHeld }
        guard selection.pupil == nil else { return [:] }
        var sums = HeldSums(dimensions, selection.year)
        let held = try HeldLessons(selection, tenant, connection)
        for cell in held.cells { sums.add(cell, held.expected(cell)) }
        let byTeacher = dimensions.contains(.teacher) || selection.teacher != nil
        let coverage = try HeldCoverage(held, selection, byTeacher: byTeacher, tenant, connection)
        let fine: [Dimension] = [.institution, .term, .classGroup, .grade, .subject, .teacher]
        let missed = try AttendanceMeasures.missed.lessons(
            selection,
            over: fine,
            tenant: tenant,
            connection
        )
        for (key, tally) in missed {
            let members = Dictionary(zip(fine, key)) { first, _ in first }
            let place = HeldCoverage.Place(
                classGroup: members[.classGroup] ?? 0,
                term: members[.term] ?? 0,
                subject: members[.subject] ?? 0,
                teacher: byTeacher ? members[.teacher] ?? 0 : 0
            )
            // A lesson that nobody missed needs none held.
            sums.add(members, tally.numerator, isCovered: tally.numerator == 0 || coverage.holds(place))
        }
        return sums.tallies
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let held = try HeldLessons(selection, tenant, connection)
        let sources = try HeldSources(selection, tenant, connection)
        let rows = held.cells.filter { cell in members.allSatisfy { cell.member($0) == $1 } }
            .compactMap { cell in held.expected(cell).map { HeldShare.row(cell, expected: $0, sources) } }
        let missed = try AbsenceEvidence(selection, members, .count(LessonCell.missed), tenant)
            .rows(connection, limit: max(0, limit - rows.count))
        return rows.prefix(limit)
            + missed.map { row in
                var row = row
                row.denominator = 0
                return row
            }
    }

    private static func row(
        _ cell: HeldLessons.Cell,
        expected: Int,
        _ sources: HeldSources
    ) -> EvidenceRow {
        let place = sources.place(cell)
        let lessons = Noun(lv: "novadīta stunda", "novadītas stundas", en: "lesson held", "lessons held")
        let pupils = Exact.divide(expected, by: cell.lessons) ?? 0
        let words = Text(same: "\(cell.month): ") + lessons.counted(cell.lessons) + Text(same: " × \(pupils)")
        return EvidenceRow(
            pupil: PupilID(rawValue: 0),
            day: nil,
            words: words,
            numerator: 0,
            denominator: expected,
            batch: place.batch,
            source: place.source
        )
    }
}

/// Lessons missed and expected by key, and where something about them is not known.
private struct HeldSums {
    private let dimensions: [Dimension]
    private let year: SchoolYear
    private var expected: [MemberKey: Int] = [:]
    private var pupils: [MemberKey: Int] = [:]
    private var missed: [MemberKey: Int] = [:]
    private var unknown: Set<MemberKey> = []

    init(_ dimensions: [Dimension], _ year: SchoolYear) {
        self.dimensions = dimensions
        self.year = year
    }

    mutating func add(_ cell: HeldLessons.Cell, _ lessons: Int?) {
        let key = dimensions.map { $0 == .year ? year.start : cell.member($0) }
        guard let lessons else {
            unknown.insert(key)
            return
        }
        expected[key, default: 0] += lessons
        pupils[key] = max(pupils[key] ?? 0, Exact.divide(lessons, by: cell.lessons) ?? 0)
    }

    mutating func add(_ members: [Dimension: Int], _ lessons: Int, isCovered: Bool) {
        let key = dimensions.map { $0 == .year ? year.start : members[$0] ?? 0 }
        missed[key, default: 0] += lessons
        if !isCovered { unknown.insert(key) }
    }

    /// What is known; more missed than held for is a contradiction of the sources, and says nothing.
    var tallies: [MemberKey: Tally] {
        missed.reduce(into: [:]) { tallies, element in
            let (key, lessons) = element
            guard !unknown.contains(key), let all = expected[key], all > 0, lessons <= all else { return }
            tallies[key] = Tally(lessons, over: all, people: pupils[key])
        }
    }
}

extension Refusal {
    fileprivate static let noLayoutOfHeld = Refusal(
        .usage,
        Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
        advice: Text(
            lv: "Novadītās stundas zināmas klasei, priekšmetam un pedagogam, nevis izglītojamajam.",
            en: "Lessons held are known of classes, subjects and teachers, not of pupils."
        )
    )
}
