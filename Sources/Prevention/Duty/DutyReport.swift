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
        let counts = Dictionary(grouping: book.cases) { $0.standing(on: question.today) }.mapValues(\.count)
        let (untouched, late) = (counts[.untouched] ?? 0, counts[.late] ?? 0)
        let finding = Text(
            lv: """
                Virs robežas: \(book.cases.count); nekas nav pierakstīts: \(untouched); kavējas nākamais solis: \(late).
                """,
            en: """
                Over the limit: \(book.cases.count); nothing is recorded: \(untouched); the next step is late: \(late).
                """
        )
        let table = DutyReportTable(book.cases)
        return (
            ReportSection(
                "pupils",
                title: Text(lv: "Izglītojamie un veiktie soļi", en: "Pupils and the steps taken"),
                caption: Text(
                    lv: "Redzams tikai tiem, kuri strādā ar šiem izglītojamajiem.",
                    en: "Seen only by those who work with these pupils."
                ) + table.sameLimit,
                columns: table.columns,
                rows: sorted(book.cases, question.members).map { table.row($0, question) },
                empty: Text(
                    lv: "Neviens izglītojamais robežu nav pārsniedzis.",
                    en: "No pupil is over the limit."
                )
            ), book.cases.isEmpty ? nil : finding
        )
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
