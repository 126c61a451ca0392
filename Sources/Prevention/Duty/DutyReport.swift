internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils over the limit of unexcused absence and the steps recorded for them by institution; for those who work
/// with the pupils, who they are, which step was reached, how many days ago.
enum DutyReport: Report {
    static let name = "absence-duty"
    static let title = Text(
        lv: "Rīcība neattaisnotu kavējumu gadījumā",
        en: "Steps taken over unexcused absence"
    )
    static let purpose = Text(
        lv: "Cik izglītojamo kavējuši virs robežas, un kuri soļi par viņiem jau veikti?",
        en: "How many pupils are over the limit of unexcused absence, and which steps have been taken?"
    )

    static func answer(_ question: Question) throws -> ReportDocument {
        let day = min(question.today, question.selection.year.last)
        let regulations = try Regulations.load(question.tenant, question.connection)
        let steps = try regulations.parameters(of: AbsenceDutyRule.self, on: day)?.steps ?? []
        var sections = [try institutions(question, steps)]
        var finding: Text?
        if let named = try persons(question) {
            sections.append(named.section)
            finding = named.finding
        }
        return ReportDocument(finding: finding, notes: [note], sections)
    }

    private static func institutions(
        _ question: Question,
        _ steps: [AbsenceDutyRule.Step]
    ) throws -> ReportSection {
        let over = try question.figures(DutyBook.overLimit, over: [.institution])
        let names = steps.map { DutyMeasure.name($0.step) }
        let done = try names.map { try question.figures($0, over: [.institution]) }
        let members = question.members.sorted(.institution, over.keys.map { $0[0] }.filter { $0 > 0 })
        let rows = try members.map { member -> ReportRow in
            let head: [ReportCell] = [
                .member(.institution, member, question.members.name(.institution, member)),
                over[[member]].map { .figure($0) } ?? .unknown,
            ]
            let counts = try zip(names, done).map { name, figures -> ReportCell in
                .figure(try figures[[member]] ?? question.unknown(name, [.institution: member]))
            }
            return ReportRow(head + counts)
        }
        let whole: [ReportCell] = [
            .words(Text(lv: "Kopā", en: "Total")), .figure(try question.figure(DutyBook.overLimit)),
        ]
        let sums = try names.map { ReportCell.figure(try question.figure($0)) }
        let total = ReportRow(whole + sums)
        return ReportSection(
            "institutions",
            columns: [
                ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
                ReportColumn("over", Text(lv: "Virs robežas", en: "Over the limit")),
            ] + steps.map { ReportColumn($0.step.rawValue.replacing("-", with: "_"), $0.words) },
            rows: rows,
            total: rows.isEmpty ? nil : total,
            chart: .bars(column: "over")
        )
    }

    /// The pupils by name, for those who may see their signs; with what is late in a sentence.
    private static func persons(_ question: Question) throws -> (section: ReportSection, finding: Text?)? {
        let reach = question.asker.reach(.readSignals, on: question.today)
        guard !reach.isEmpty else { return nil }
        let selection = question.selection
        let book = try DutyBook.load(
            DutyBook.Asked(
                year: selection.year,
                term: selection.term,
                institution: selection.institution,
                reach: reach
            ),
            question.measures,
            today: question.today,
            question.tenant,
            question.connection
        )
        let rows = sorted(book.cases, question.members).map { row($0, question) }
        let late = book.cases.count { $0.isLate(on: question.today) }
        let finding = Text(
            lv: "Virs robežas: \(book.cases.count); nākamais solis kavējas: \(late).",
            en: "Over the limit: \(book.cases.count); the next step is late: \(late)."
        )
        return (
            ReportSection(
                "pupils",
                title: Text(lv: "Izglītojamie un veiktie soļi", en: "Pupils and the steps taken"),
                caption: Text(
                    lv: "Redzams tikai tiem, kuri strādā ar šiem izglītojamajiem.",
                    en: "Seen only by those who work with these pupils."
                ),
                columns: columns,
                rows: rows,
                empty: Text(
                    lv: "Neviens izglītojamais robežu nav pārsniedzis.",
                    en: "No pupil is over the limit."
                )
            ), book.cases.isEmpty ? nil : finding
        )
    }

    private static let columns = [
        ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
        ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
        ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
        ReportColumn("term", Text(lv: "Semestris", en: "Term")).made(DutyMaking.term),
        ReportColumn("unexcused", Text(lv: "Neattaisnotās stundas", en: "Lessons without excuse"))
            .made(DutyMaking.unexcused),
        ReportColumn(
            "days_missed",
            Text(lv: "Neattaisnotās dienas (5–6 g.)", en: "Days without excuse (age 5–6)"),
            optional: true
        ).made(DutyMaking.daysMissed),
        ReportColumn("limit", Text(lv: "Robeža", en: "Limit"), .words),
        ReportColumn("passed", Text(lv: "Robeža pārsniegta", en: "Limit passed"), .day, optional: true),
        ReportColumn("step", Text(lv: "Sasniegtais solis", en: "Step reached"), .words),
        ReportColumn("step_day", Text(lv: "Soļa diena", en: "Its day"), .day, optional: true),
        ReportColumn("days", Text(lv: "Dienas kopš tā", en: "Days since")).made(DutyMaking.days),
        ReportColumn("next", Text(lv: "Nākamais solis", en: "Next step"), .words),
        ReportColumn("due", Text(lv: "Termiņš", en: "Due"), .day),
    ]

    private static func row(_ duty: DutyCase, _ question: Question) -> ReportRow {
        let members = question.members
        func member(_ dimension: Dimension, _ id: Int) -> ReportCell {
            id > 0 ? .member(dimension, id, members.name(dimension, id)) : .unknown
        }
        return ReportRow(
            [
                member(.pupil, duty.pupil.rawValue), member(.institution, duty.institution.rawValue),
                member(.classGroup, duty.classGroup.rawValue), .number(duty.term, decimals: 0),
                missed(duty, .lessons), missed(duty, .days), duty.limit.map { .words($0.above) } ?? .blank,
                duty.passed.map { .day($0) } ?? .unknown,
                duty.reached.map { .words($0.words) } ?? .blank,
                duty.reachedEntry.map { .day($0.day) } ?? .blank,
                duty.last.map { .number(question.today - $0, decimals: 0) } ?? .unknown,
                duty.next.map { .words($0.words) } ?? .blank,
                duty.due.map { .day($0) } ?? .blank,
            ],
            persons: [duty.pupil]
        )
    }

    /// What was missed, in the column of what counts for the pupil.
    private static func missed(_ duty: DutyCase, _ unit: DutyUnit) -> ReportCell {
        guard let missed = duty.missed else { return unit == .lessons ? .unknown : .blank }
        return missed.unit == unit ? .number(missed.count, decimals: 0) : .blank
    }

    /// By institution, class and name, never by how much was missed.
    private static func sorted(_ cases: [DutyCase], _ members: any MemberNames) -> [DutyCase] {
        func places(_ dimension: Dimension, _ ids: [Int]) -> [Int: Int] {
            Dictionary(members.sorted(dimension, Set(ids)).enumerated().map { ($1, $0) }) { first, _ in first
            }
        }
        let institutions = places(.institution, cases.map(\.institution.rawValue))
        let classes = places(.classGroup, cases.map(\.classGroup.rawValue))
        let pupils = places(.pupil, cases.map(\.pupil.rawValue))
        return cases.map { duty in
            (
                [
                    institutions[duty.institution.rawValue] ?? 0, classes[duty.classGroup.rawValue] ?? 0,
                    pupils[duty.pupil.rawValue] ?? 0, duty.term,
                ], duty
            )
        }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private static let note = Text(
        lv: """
            Kurš ir virs robežas, nosaka tas pats rādītājs, ko rāda atskaite „Neattaisnotie kavētāji”. Soļu kolonnās skaitīti \
            visi izglītojamie, kuriem solis pierakstīts, arī tie, kuri robežu nav pārsnieguši. Bērniem obligātajā \
            sagatavošanā skaita dienas. Kur zināmas tikai summas, robežas pārsniegšanas diena nav zināma, un termiņu \
            skaita no dienas, kad ziņas saņemtas.
            """,
        en: """
            Who is over the limit is told by the same measure as the report “Pupils over the limit of absence” prints. \
            Columns of steps count all pupils for whom the step is recorded, those not over the limit too. Of children \
            in preparation for school days count. Where only sums are known the day on which the limit was passed is \
            not, and steps count from the day on which the sums came in.
            """
    )
}
