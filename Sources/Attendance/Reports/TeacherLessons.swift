internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Lessons missed at the lessons of each teacher by class and kind: for the teacher, the head and the board's
/// specialist, in the order of names and never of numbers.
enum TeacherLessons: Report {
    static let name = "teacher-lessons-missed"
    static let standsStill = true
    static let title = Text(lv: "Kavētās stundas pie pedagoga", en: "Lessons missed by teacher")
    static let purpose = Text(
        lv: "Cik pedagoga vadīto stundu izglītojamie kavējuši katrā klasē, un kāpēc?",
        en: "How many of a teacher's lessons did pupils of each class miss, and why?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .grade, .classGroup, .years, .subject, .teacher,
    ]
    static let needs: [ReportFilter] = [.institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let asked: Question
        switch TeacherGate(question, [teacherColumn]) {
        case .closed(let document): return document
        case .open(let question): asked = question
        }
        // A teacher's own lessons are few wherever they are.
        let placed = asked.selection.teacher == nil ? asked.placed : asked
        guard let placed else { return PlaceNeeded.document([teacherColumn]) }
        let beside = try beside(placed)
        return ReportDocument(
            notes: [note, HeldColumns.note] + (beside?.notes ?? []),
            try sections(placed) + [beside?.section].compactMap { $0 }
        )
    }

    /// One teacher's share of lessons missed beside that of the same subjects and grades, of lessons held: of lessons recorded
    /// people would be counted from single lessons.
    ///
    /// Of all teachers there is none: each would be measured by it against the others.
    private static func beside(_ question: Question) throws -> SubjectsBeside? {
        guard question.selection.teacher != nil else { return nil }
        return try SubjectsBeside(
            question,
            SubjectsBeside.Asked("attendance/missed-of-held", hands: "attendance/held"),
            of: question.selection,
            SubjectsBeside.ofTeacher
        )
    }

    private static let teacherColumn = ReportColumn("teacher", Text(lv: "Pedagogs", en: "Teacher"), .words)

    private static let classColumn = ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)

    /// The table, and a picture where it is of one teacher, so that nobody is measured against others.
    private static func sections(_ question: Question) throws -> [ReportSection] {
        let along: [Dimension] = [.teacher, .classGroup]
        let cells = try KindCells(question, over: along)
        let held = try HeldColumns(question, over: along)
        let keys = sorted(cells.keys, question.members)
        let table = ReportSection(
            columns: [teacherColumn, classColumn] + cells.columns + HeldColumns.columns,
            rows: keys.map { key in
                let teacher = question.members.name(.teacher, key[0])
                let classGroup = question.members.name(.classGroup, key[1])
                let names: [ReportCell] = [
                    .member(.teacher, key[0], teacher), .member(.classGroup, key[1], classGroup),
                ]
                return ReportRow(names + cells.cells(key) + held.cells(key))
            },
            empty: Text(
                lv: "Stundu ierakstos nav norādīts pedagogs, vai izvēlētajā periodā ierakstu nav.",
                en: "Lesson records name no teacher, or there are none in the period chosen."
            )
        )
        guard question.selection.teacher != nil, !keys.isEmpty else { return [table] }
        return [table, picture(cells, keys, question.members)]
    }

    /// The kinds of each class, by the columns of the table that they are drawn from.
    private static func picture(
        _ cells: KindCells,
        _ keys: [MemberKey],
        _ names: any MemberNames
    ) -> ReportSection {
        let parts = cells.parts
        let drawn = parts.compactMap { part in cells.columns.firstIndex { $0.code == part.code } }
        return ReportSection(
            "picture",
            title: Text(lv: "Kavējumu veidi klasēs", en: "Kinds of absence by class"),
            columns: [classColumn] + drawn.map { cells.columns[$0] },
            rows: keys.map { key in
                let numbers = cells.cells(key)
                let classGroup = ReportCell.member(.classGroup, key[1], names.name(.classGroup, key[1]))
                return ReportRow([classGroup] + drawn.map { numbers[$0] })
            },
            chart: .stack(columns: parts.map { $0.code }, tokens: parts.map { $0.token }, share: true)
        )
    }

    /// By the teacher's name, then by class; records that name no teacher or class have no row.
    private static func sorted(_ keys: Set<MemberKey>, _ names: any MemberNames) -> [MemberKey] {
        let named = keys.filter { $0[0] > 0 && $0[1] > 0 }
        let classes = names.sorted(.classGroup, Set(named.map { $0[1] }))
        return names.sorted(.teacher, Set(named.map { $0[0] })).flatMap { teacher in
            classes.map { [teacher, $0] }.filter { named.contains($0) }
        }
    }

    private static let note = Text(
        lv: """
            Pedagogi ir alfabēta secībā. Ja ierakstā pedagoga nav, stunda ir tā pedagoga, kurš klasē priekšmetu māca \
            viens pats; pārējās stundas nav ieskaitītas. Kavējumus nosaka daudz kas, ko pedagogs neietekmē – slimības, stundu saraksts, \
            klase; skaitļi nav vērtējums par pedagoga darbu.
            """,
        en: """
            Teachers are in the order of names. A lesson whose record names no teacher is that of the teacher who alone \
            teaches the class the subject; others are left out. Much that makes pupils absent is beyond a teacher – illness, the \
            timetable, the class; the numbers are no judgement of a teacher's work.
            """
    )
}
