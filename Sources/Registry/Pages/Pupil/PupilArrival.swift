import Frame
import Kernel
import Storage

/// How a pupil came from another institution: what came along of the years there, and what is missing.
///
/// All of it is counted from what the page shows to its reader, so that the list tells nothing beside the page.
struct PupilArrival: Sendable {
    let former: PupilStay
    /// The first day at the institution of today.
    let day: Day
    let words: TransferWords

    /// How many rows of a sheet it takes: its heading, two facts, and the lines of both lists.
    var rows: Int { 4 + max(1, words.came.count) + max(1, words.missing.count) }

    /// From this grade on a pupil has sat the first tests of the state.
    private static let firstTested = 3

    /// The arrival, while it is of this school year or of the one before; nil where the pupil did not come from
    /// elsewhere, or attends nothing today.
    ///
    /// `stays` and `years` are those of the page, the latest first.
    static func load(
        _ stays: [PupilStay],
        _ years: [PupilBrief.Year],
        _ tests: [PupilBrief.Row],
        _ asking: PupilAsking
    ) throws -> PupilArrival? {
        guard let found = find(stays, on: asking.desk.today) else { return nil }
        let (now, former, day) = found
        let transfer = Transfer(
            asking.pupil,
            from: InstitutionID(rawValue: former.institution),
            to: InstitutionID(rawValue: now.institution),
            on: day
        )
        var words = try data(years, tests, before: day, besides: now.institution, asking)
        words.missing += left(former, now, day)
        for part in asking.desk.house.rooms.flatMap(\.transferParts) {
            let more = try part.words(of: transfer, asking.desk, asking.connection)
            words.came += more.came
            words.missing += more.missing
        }
        return PupilArrival(former: former, day: day, words: words)
    }

    /// The stay of today, the last one elsewhere before it, and the first day at the institution of today since.
    static func find(
        _ stays: [PupilStay],
        on today: Day
    ) -> (now: PupilStay, former: PupilStay, day: Day)? {
        let begun = stays.filter { $0.from <= today }
        guard let now = begun.first(where: { $0.to.map { today <= $0 } ?? true }) else { return nil }
        var day = now.from
        for stay in begun where stay.from <= day {
            if stay.institution == now.institution {
                day = stay.from
            } else if stay.from < day {
                let oldest = SchoolYear(containing: today).previous
                return oldest <= SchoolYear(containing: day) ? (now, stay, day) : nil
            }
        }
        return nil
    }

    /// Marks, absences and tests of the time elsewhere: of which years they are known, and of which not.
    private static func data(
        _ years: [PupilBrief.Year],
        _ tests: [PupilBrief.Row],
        before day: Day,
        besides here: Int,
        _ asking: PupilAsking
    ) throws -> TransferWords {
        var (marks, absences) = (Known(), Known())
        var highest = 0
        for year in years.reversed() {
            let elsewhere = year.stays.filter { $0.institution != here && $0.from < day }
            let grade = elsewhere.map(\.grade).max() ?? 0
            // Before the first grade nobody is marked, and days are counted in another way.
            guard grade > 0 else { continue }
            let isClosed = year.year.last < day
            if isClosed { highest = max(highest, grade) }
            try marks.add(year.year, isKnown: hasMarks(year.year, elsewhere, asking))
            let missed = try isClosed ? year.absences : PupilAbsences.load(year.year, elsewhere, asking)
            absences.add(year.year, isKnown: missed.isKnown)
        }
        let sat = tests.filter { ($0.day ?? $0.year.last) < day }.count
        var words = TransferWords()
        marks.tell(Text(lv: "Vērtējumi", en: "Marks"), in: &words)
        absences.tell(Text(lv: "Kavējumi", en: "Absences"), in: &words)
        let results = Text(lv: "Pārbaudes darbu rezultāti", en: "Results of tests")
        if sat > 0 {
            words.came.append(results + Text(same: ": \(sat)"))
        } else if highest >= firstTested {
            words.missing.append(results)
        }
        return words
    }

    private static func hasMarks(
        _ year: SchoolYear,
        _ stays: [PupilStay],
        _ asking: PupilAsking
    ) throws -> Bool {
        try Set(stays.map(\.institution)).sorted().contains { institution in
            var selection = asking.selection(year)
            selection.institution = InstitutionID(rawValue: institution)
            return try !asking.figures("attainment/mark", selection, over: [.subject, .scale]).isEmpty
        }
    }

    /// What the registers leave open: a stay that was not ended, days at no institution, no class.
    private static func left(_ former: PupilStay, _ now: PupilStay, _ day: Day) -> [Text] {
        var left: [Text] = []
        if let last = former.to, last < day {
            let isSameYear = SchoolYear(containing: last) == SchoolYear(containing: day)
            if isSameYear, day - last > 1 {
                let (from, to) = (last + 1, day - 1)
                left.append(
                    Text(
                        lv: "Iestāde laikā no \(Format(.lv).day(from)) līdz \(Format(.lv).day(to))",
                        en: "An institution from \(Format(.en).day(from)) to \(Format(.en).day(to))"
                    )
                )
            }
        } else {
            left.append(
                Text(
                    lv: "Atskaitīšana no iepriekšējās iestādes",
                    en: "The end of the stay at the former institution"
                )
            )
        }
        if now.classGroup == 0 {
            left.append(Text(lv: "Klase jaunajā iestādē", en: "The class at the new institution"))
        }
        return left
    }
}

/// Years of which something is known, and those of which it is not.
private struct Known {
    private var known: [SchoolYear] = []
    private var unknown: [SchoolYear] = []

    mutating func add(_ year: SchoolYear, isKnown: Bool) {
        if isKnown { known.append(year) } else { unknown.append(year) }
    }

    func tell(_ what: Text, in words: inout TransferWords) {
        if !known.isEmpty { words.came.append(line(what, known)) }
        if !unknown.isEmpty { words.missing.append(line(what, unknown)) }
    }

    private func line(_ what: Text, _ years: [SchoolYear]) -> Text {
        func listed(_ language: Language) -> String {
            years.map { Format(language).schoolYear($0) }.joined(separator: ", ")
        }
        return what + Text(lv: ": \(listed(.lv))", en: ": \(listed(.en))")
    }
}
