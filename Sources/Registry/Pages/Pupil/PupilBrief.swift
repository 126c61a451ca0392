import Frame
import Kernel
import Storage

/// Everything that the page of a pupil shows, on the screen and on paper.
struct PupilBrief: Sendable {
    let id: PupilID
    let name: String
    let birthday: Day?
    /// The form of study, where it is known.
    let studyForm: Text?
    /// Marks of special status, for readers who may know them.
    let status: [Text]
    /// Where the pupil was, the latest first.
    let stays: [PupilStay]
    /// Years with their sums, the latest first.
    let years: [Year]
    let marks: PupilMarks
    let tests: [Row]
    /// Entries of behaviour of the time that is shown; nil for readers who may not see them.
    let behaviour: [Row]?
    /// Whether there are older entries that were not asked for.
    let hasOlder: Bool
    /// How much of the past was asked for.
    let past: ShownPast
    /// Scopes of the past whose figures the reader may open.
    let open: Set<Scope>
    /// Institutions of the past whose pages the reader may open.
    let institutions: Set<Int>
    /// How many tests and entries there are beside those shown.
    let testsLeft: Int
    let behaviourLeft: Int
    /// What came along from another institution, where the pupil came lately.
    let arrival: PupilArrival?

    /// A year of a pupil.
    struct Year: Sendable {
        let year: SchoolYear
        let stays: [PupilStay]
        let mark: Figure?
        var absences: PupilAbsences
    }

    /// A test or an entry with its day, where that is known, and its year.
    struct Row: Sendable {
        let year: SchoolYear
        let day: Day?
        let words: Text
    }

    /// A sheet of paper holds no more of each; the screen has all for whoever asks for it.
    static let most = 14
    private static let mostYears = 12

    /// What two sheets hold, or, as a whole, everything; of behaviour what the shown past has, which is the last year
    /// where nobody asked for more.
    static func load(
        _ id: PupilID,
        isWhole: Bool = false,
        past: ShownPast? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilBrief? {
        let found = try connection.rows(
            """
            SELECT surname, forename, external_code, birth_day, study_form FROM pupil
            WHERE tenant_id = \(desk.tenant) AND id = \(id)
            """,
            String.self,
            String.self,
            String.self,
            Int?.self,
            String.self
        ).first
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: id, on: desk.today)
        guard let found, let scope else { return nil }
        let asking = PupilAsking(desk: desk, pupil: id, scope: scope, connection: connection)
        let stays = try PupilStay.all(id, desk.tenant, connection)
        let span = span(stays, desk.today)
        var years = try span.map { year in
            Year(
                year: year,
                stays: stays.filter { $0.touches(year) },
                mark: try asking.figures("attainment/mark", asking.selection(year))[[]],
                absences: try PupilAbsences.load(year, stays, asking)
            )
        }
        let shown = years.indices.filter { years[$0].absences.isKnown }.prefix(PupilView.mostAbsenceYears)
        for index in shown { try years[index].absences.tellReasons(stays, asking) }
        let tests = try rows("assessments/result", span, asking)
        let missed = try rows("assessments/absent", span, asking)
        let past = past ?? ShownPast(on: desk.today)
        let kept = asking.may(.readBehaviour) ? try rows("behaviour/entries", span, asking) : nil
        let entries = kept?.filter { $0.order >= past.since.number }
        let room = isWhole ? Int.max : most
        let works = (tests + missed).sorted { ($0.order, $0.words.lv) > ($1.order, $1.words.lv) }
        return PupilBrief(
            id: id,
            name: PupilPage.name(found.0, found.1, found.2),
            birthday: found.3.flatMap { $0 == 0 ? nil : Day(number: $0) },
            studyForm: try found.4.isEmpty
                ? nil : CodeLists.load(desk.tenant, connection).words(CodeLists.studyForms, found.4),
            status: try PupilStatus.words(id, asking),
            stays: stays,
            years: years,
            marks: try PupilMarks.load(span, isWhole: isWhole, asking),
            tests: Array(works.prefix(room)),
            behaviour: entries.map { Array($0.prefix(room)) },
            hasOlder: (entries?.count ?? 0) < (kept?.count ?? 0),
            past: past,
            open: Set(stays.map(\.scope).filter { desk.asker.may(.readPupils, in: $0, on: desk.today) }),
            institutions: Set(stays.map(\.institution)).filter { institution in
                let scope = Scope(institution: InstitutionID(rawValue: institution))
                return desk.asker.may(.readFigures, in: scope, on: desk.today)
            },
            testsLeft: max(0, works.count - room),
            behaviourLeft: max(0, (entries?.count ?? 0) - room),
            arrival: try PupilArrival.load(stays, years, tests, asking)
        )
    }

    /// School years from the first stay to the last that has begun, the latest first.
    private static func span(_ stays: [PupilStay], _ today: Day) -> [SchoolYear] {
        guard let first = stays.last?.from else { return [] }
        let last = stays.map { $0.to.map { min($0, today) } ?? today }.max() ?? today
        let years = SchoolYear(containing: first).start...SchoolYear(containing: max(first, last)).start
        return years.reversed().prefix(mostYears).map { SchoolYear($0) }
    }

    private static func rows(
        _ measure: String,
        _ years: [SchoolYear],
        _ asking: PupilAsking
    ) throws -> [Row] {
        try years.flatMap { year in
            try asking.rows(measure, asking.selection(year), limit: 1000)
                .map { Row(year: year, day: $0.day, words: $0.words) }
                .sorted { $0.order > $1.order }
        }
    }
}

extension PupilBrief.Row {
    /// Rows without a day stand at the end of their year.
    fileprivate var order: Int { day?.number ?? year.last.number }
}
