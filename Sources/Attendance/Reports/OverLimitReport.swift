internal import Evidence
internal import Frame
internal import Kernel

/// Pupils over the limit of unexcused absence by institution and year (E19), and, for those who work with them,
/// who they are (D11).
enum OverLimitReport: Report {
    static let name = "over-limit"
    static let title = Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit of absence")
    static let purpose = Text(
        lv: "Cik izglītojamo semestrī bez attaisnojoša iemesla kavējuši virs noteiktās robežas?",
        en: "How many pupils missed more lessons in a term without excuse than the limit allows?"
    )

    /// How many years the table looks back, the chosen one included.
    private static let span = 5

    static func answer(_ question: Question) throws -> ReportDocument {
        let years = try years(question)
        var section = table(question, years)
        if !section.rows.isEmpty, let whole = try Municipality(question) {
            let all = try years.map { try OverLimitYear(whole.question, $0.year).total }
            section.rows.append(ReportRow([.words(Municipality.words)] + all))
        }
        var sections = [section]
        if let persons = try OverLimitPersons.section(question) { sections.append(persons) }
        return ReportDocument(notes: try notes(question, years), sections)
    }

    /// The years up to the chosen one that have figures, the oldest first.
    private static func years(_ question: Question) throws -> [OverLimitYear] {
        let last = question.selection.year.start
        return try (last - span + 1...last).map { try OverLimitYear(question, SchoolYear($0)) }
            .filter { !$0.members.isEmpty }
    }

    private static func heading(_ year: SchoolYear) -> Text {
        Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
    }

    private static func table(_ question: Question, _ years: [OverLimitYear]) -> ReportSection {
        let known = years.reduce(into: Set<Int>()) { $0.formUnion($1.members) }
        let members = question.members.sorted(.institution, known.filter { $0 > 0 })
        return ReportSection(
            columns: [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
                + years.map { ReportColumn($0.code, heading($0.year)) },
            rows: members.map { member in
                let name = question.members.name(.institution, member)
                return ReportRow([.member(.institution, member, name)] + years.map { $0.cell(member) })
            },
            total: members.isEmpty
                ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + years.map(\.total)),
            chart: years.count > 1 ? .lines(columns: years.map(\.code)) : nil
        )
    }

    private static func notes(_ question: Question, _ years: [OverLimitYear]) throws -> [Text] {
        let limit = try AbsenceLimit(question.selection.year, question.tenant, question.connection)
        var notes = [limit.words(term: question.selection.term)]
        if years.contains(where: \.hasReported) {
            notes.append(
                Text(
                    lv: """
                        Kur stundu ierakstu nav, rādīts iestādes ziņotais skaits. Tukša aile nozīmē, ka ziņu nav; \
                        nulle nozīmē, ka tādu izglītojamo nav.
                        """,
                    en: """
                        Where there are no lesson records, the number that the institution reported is shown. \
                        A blank means that nothing is known; zero means that there are no such pupils.
                        """
                )
            )
        }
        return notes
    }
}

/// The column of one year: computed where there are records of lessons, else as reported.
struct OverLimitYear {
    let year: SchoolYear
    private let computed: [MemberKey: Figure]
    private let reported: [MemberKey: Figure]
    private let computedTotal: Figure
    private let reportedTotal: Figure

    init(_ question: Question, _ year: SchoolYear) throws {
        self.year = year
        var selection = question.selection
        selection.year = year
        computed = try question.figures("attendance/over-limit", over: [.institution], in: selection)
        reported = try question.figures("attendance/over-limit-reported", over: [.institution], in: selection)
        computedTotal = try question.figure("attendance/over-limit", in: selection)
        reportedTotal = try question.figure("attendance/over-limit-reported", in: selection)
    }

    /// The stable heading.
    var code: String { "y\(year.start)_\(year.start + 1)" }

    /// The institutions that have a figure.
    var members: Set<Int> { Set((Array(computed.keys) + Array(reported.keys)).compactMap(\.first)) }

    /// Whether some figure is a reported one.
    var hasReported: Bool { reported.keys.contains { computed[$0] == nil } }

    func cell(_ member: Int) -> ReportCell {
        (computed[[member]] ?? reported[[member]]).map { .figure($0) } ?? .unknown
    }

    var total: ReportCell {
        if computed.isEmpty { return reportedTotal.tally == nil ? .unknown : .figure(reportedTotal) }
        var sum = computedTotal
        for (key, figure) in reported where computed[key] == nil {
            guard let part = figure.tally, let tally = sum.tally else { continue }
            let count = tally.numerator + part.numerator
            sum.tally = Tally(count, people: count)
        }
        return sum.tally == nil ? .unknown : .figure(sum)
    }
}
