internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// Which measures are open, for whom, since when and until when: of those cases whose plan is open to the reader.
///
/// Each case passes its gate as its own page does, so that nobody reads here what that page does not show.
struct OpenMeasureList {
    let question: Question

    init(_ question: Question) {
        self.question = question
    }

    /// A measure with the pupil and the case that it is of.
    private struct Line: Readable {
        let measure: Int
        let file: Int
        let pupil: PupilID
        let institution: InstitutionID
        let classGroup: ClassID
        let born: Day?
        let kind: MeasureKind
        let subject: Int
        let body: CaseBody
        let provider: String
        let from: Day
        let to: Day

        init(row: inout Row) throws {
            measure = try row.next()
            file = try row.next()
            pupil = try row.next()
            institution = try row.next()
            classGroup = try row.next()
            born = try row.next(Day?.self)
            kind = try row.next()
            subject = try row.next()
            body = try row.next()
            provider = try row.next()
            from = try row.next()
            to = try row.next()
        }
    }

    /// The list; nil for those to whom no plan with an open measure is open.
    var section: ReportSection? {
        get throws {
            let lines = try sorted(seen(try all))
            guard !lines.isEmpty else { return nil }
            let lists = try CodeLists.load(question.tenant, question.connection)
            return ReportSection(
                "list",
                title: Text(lv: "Kuri pasākumi turpinās", en: "Which measures go on"),
                caption: Text(
                    lv: """
                        Redzams tikai tiem, kuriem ir pieejams gadījuma plāns. Dienas skaita no pasākuma sākuma līdz \
                        šodienai, nokavētās – no pēdējās dienas; beigušos mācību gadu skaita līdz tā beigām.
                        """,
                    en: """
                        Seen only by those to whom the plan of the case is open. Days count from the start of a measure \
                        to today, overdue ones from its last day; of a year that is over, to its end.
                        """
                ),
                columns: OpenMeasureList.columns,
                rows: lines.map { row($0, lists) }
            )
        }
    }

    private static let columns = [
        ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
        ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
        ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
        ReportColumn("age", Text(lv: "Vecums", en: "Age"), optional: true),
        ReportColumn("measure", Text(lv: "Pasākums", en: "Measure"), .words),
        ReportColumn("body", Text(lv: "Institūcija", en: "Body"), .words, optional: true),
        ReportColumn("provider", Text(lv: "Kas sniedz", en: "Provider"), .words),
        ReportColumn("from", Text(lv: "No", en: "Since"), .day),
        ReportColumn("to", Text(lv: "Līdz", en: "Until"), .day),
        ReportColumn("open_days", Text(lv: "Atvērts, dienas", en: "Days open")),
        ReportColumn("overdue_days", Text(lv: "Nokavēts, dienas", en: "Days overdue")),
    ]

    /// The day on which the list stands: today, and of a year that is over its last one.
    private var day: Day { min(question.today, question.selection.year.last) }

    private var all: [Line] {
        get throws {
            let place: SQL =
                question.selection.institution.map { "m.institution_id = \($0)" } ?? "1 = 1"
            return try question.connection.rows(
                """
                SELECT m.id, p.case_id, m.pupil_id, m.institution_id, m.class_id, u.birth_day, m.kind, m.subject_id,
                    m.body, m.provider, m.from_day, m.to_day
                FROM plan_measure m
                JOIN support_plan p ON p.tenant_id = m.tenant_id AND p.id = m.plan_id
                JOIN pupil u ON u.tenant_id = m.tenant_id AND u.id = m.pupil_id
                WHERE m.tenant_id = \(question.tenant) AND \(MeasuresOpen.isOpen(question.selection.year))
                    AND \(place)
                ORDER BY m.to_day, m.id
                """
            )
        }
    }

    /// The lines of cases whose plan the reader's key opens.
    private func seen(_ lines: [Line]) throws -> [Line] {
        let gate = CaseGate(question)
        let open = try Set(lines.map(\.file)).filter { id in
            guard let file = try CaseFile.find(id, question.tenant, question.connection) else { return false }
            return try gate.key(to: file)?.opens(.plan) ?? false
        }
        return lines.filter { open.contains($0.file) }
    }

    /// By institution, class and name, and of one pupil by the last day.
    private func sorted(_ lines: [Line]) -> [Line] {
        let members = question.members
        let institutions = places(members.sorted(.institution, Set(lines.map(\.institution.rawValue))))
        let classes = places(members.sorted(.classGroup, Set(lines.map(\.classGroup.rawValue))))
        let pupils = places(members.sorted(.pupil, Set(lines.map(\.pupil.rawValue))))
        func place(_ line: Line) -> [Int] {
            [
                institutions[line.institution.rawValue] ?? 0, classes[line.classGroup.rawValue] ?? 0,
                pupils[line.pupil.rawValue] ?? 0, line.to.number, line.measure,
            ]
        }
        return lines.map { (place($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private func places(_ ids: [Int]) -> [Int: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    private func row(_ line: Line, _ lists: CodeLists) -> ReportRow {
        let members = question.members
        func member(_ dimension: Dimension, _ id: Int) -> ReportCell {
            id == 0 ? .unknown : .member(dimension, id, members.name(dimension, id))
        }
        let subject =
            line.subject == 0 ? Text(same: "") : Text(same: ": ") + members.name(.subject, line.subject)
        return ReportRow(
            [
                member(.pupil, line.pupil.rawValue), member(.institution, line.institution.rawValue),
                member(.classGroup, line.classGroup.rawValue), age(line),
                .words(line.kind.words(lists).capitalised + subject), .words(line.body.words.capitalised),
                .words(Text(same: line.provider)), .day(line.from), .day(line.to),
                // A measure may be planned ahead, and is late from the day after its last one.
                days(from: line.from, isCounted: line.from <= day),
                days(from: line.to, isCounted: line.to < day),
            ],
            persons: [line.pupil]
        )
    }

    private func days(from start: Day, isCounted: Bool) -> ReportCell {
        isCounted ? .number(day - start, decimals: 0) : .blank
    }

    /// Full years on 1 September of the school year, as the table by age has them.
    private func age(_ line: Line) -> ReportCell {
        guard let born = line.born?.parts else { return .unknown }
        let isLater = (born.month, born.day) > (9, 1)
        return .number(question.selection.year.start - born.year - (isLater ? 1 : 0), decimals: 0)
    }
}
