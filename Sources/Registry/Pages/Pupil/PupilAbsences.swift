import Evidence
import Frame
import Kernel
import Storage

/// Lessons that a pupil missed in a year, by month and kind.
struct PupilAbsences: Sendable {
    let year: SchoolYear
    /// Lessons by month and kind; month 0 holds totals without dates.
    private(set) var lessons: [Int: [Int: Int]] = [:]
    private(set) var isHidden = false
    /// Whether illness stands under other excuses, for readers who may not know of the pupil's health.
    private(set) var isTogether = false
    /// Lessons by the reason that was told, most first; empty for readers who may not know of the pupil's health.
    private(set) var reasons: [(words: Text, lessons: Int)] = []

    /// Whether anything is known; no lesson missed is known too.
    var isKnown: Bool { !lessons.isEmpty }

    /// Months in their order, those without a date last.
    var months: [Int] { lessons.keys.sorted { ($0 == 0 ? Int.max : $0) < ($1 == 0 ? Int.max : $1) } }

    /// Lessons of some kinds, or of all, in the whole year.
    func total(_ kind: AbsenceKind? = nil) -> Int {
        lessons.values.reduce(0) { $0 + PupilAbsences.sum($1, kind) }
    }

    /// Lessons of a kind, or of all, in a month.
    func count(_ month: Int, _ kind: AbsenceKind? = nil) -> Int {
        PupilAbsences.sum(lessons[month] ?? [:], kind)
    }

    /// Whether the sources tell a kind, or any, of a month; none of it is told too.
    func tells(_ month: Int, _ kind: AbsenceKind? = nil) -> Bool {
        kind.map { lessons[month]?[$0.rawValue] != nil } ?? (lessons[month] != nil)
    }

    private static func sum(_ kinds: [Int: Int], _ kind: AbsenceKind?) -> Int {
        if let kind { return kinds[kind.rawValue] ?? 0 }
        return kinds.values.reduce(0, +)
    }

    /// The absences of a year.
    ///
    /// They are asked for class by class and term by term: cells lie in that order, and a pupil has no index in
    /// them.
    static func load(
        _ year: SchoolYear,
        _ stays: [PupilStay],
        _ asking: PupilAsking
    ) throws -> PupilAbsences {
        var absences = PupilAbsences(year: year)
        var seen: Set<Scope> = []
        for stay in stays where stay.touches(year) && seen.insert(stay.scope).inserted {
            var selection = asking.selection(year)
            selection.institution = InstitutionID(rawValue: stay.institution)
            selection.classGroup = ClassID(rawValue: stay.classGroup)
            selection.grade = stay.grade
            for term in 0...2 {
                selection.term = term
                let figures = try asking.figures("attendance/missed", selection, over: [.month, .kind])
                let closed = figures.filter { $0.value.isHidden && PupilAbsences.tellsOfHealth($0.key) }
                absences.add(figures.filter { closed[$0.key] == nil }) { $0[1] }
                guard !closed.isEmpty else { continue }
                absences.isTogether = true
                let together = try asking.figures("attendance/excused-all", selection, over: [.month])
                absences.add(together) { _ in AbsenceKind.excused.rawValue }
            }
        }
        return absences
    }

    /// Reads why lessons were missed, where the reader may know it of all of them: of kinds that stand together no reason is
    /// told, and the others' alone would look like all.
    mutating func tellReasons(_ stays: [PupilStay], _ asking: PupilAsking) throws {
        guard !isHidden, !isTogether, asking.may(.readHealth) else { return }
        var lessons: [Text: Int] = [:]
        var seen: Set<Scope> = []
        for stay in stays where stay.touches(year) && seen.insert(stay.scope).inserted {
            var selection = asking.selection(year)
            selection.institution = InstitutionID(rawValue: stay.institution)
            selection.classGroup = ClassID(rawValue: stay.classGroup)
            for row in try asking.rows("attendance/missed", selection, limit: PupilAbsences.mostRows) {
                if let reason = row.reason { lessons[reason, default: 0] += row.numerator }
            }
        }
        reasons = lessons.map { (words: $0.key, lessons: $0.value) }
            .sorted { ($1.lessons, $0.words.lv) < ($0.lessons, $1.words.lv) }
    }

    /// More lessons than a year has.
    private static let mostRows = 2_000

    private static func tellsOfHealth(_ key: MemberKey) -> Bool {
        HealthFacts.kinds.contains { $0.rawValue == key[1] }
    }

    private mutating func add(_ figures: [MemberKey: Figure], _ kind: (MemberKey) -> Int) {
        for (key, figure) in figures {
            isHidden = isHidden || figure.isHidden
            lessons[key[0], default: [:]][kind(key), default: 0] += figure.tally?.numerator ?? 0
        }
    }
}
