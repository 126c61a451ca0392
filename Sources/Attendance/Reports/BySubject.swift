internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Lessons missed of a class or institution by subject and kind, and classes side by side.
///
/// Figures of a class in one subject point to its teacher; who may not see those, and does not work with all pupils of the
/// class, sees lessons of their own.
enum BySubject: Report {
    static let name = "by-subject"
    static let standsStill = true
    static let title = Text(lv: "Kavējumi pa mācību priekšmetiem", en: "Absence by subject")
    static let purpose = Text(
        lv: "Kuros mācību priekšmetos klase kavē visvairāk stundu, un kāpēc?",
        en: "In which subjects does a class miss most lessons, and why?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .grade, .classGroup, .compared, .institutions, .years, .subject,
    ]
    static let comparesClasses = true
    static let needs: [ReportFilter] = [.institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        guard let placed = question.placed else { return PlaceNeeded.document([subjectColumn]) }
        let asked: Question
        switch TeacherGate(placed, [subjectColumn], isOpen: TeacherGate.isOfOwnClass(placed)) {
        case .closed(let document): return document
        case .open(let question): asked = question
        }
        let isOwn = asked.selection.teacher != nil && question.selection.teacher == nil
        let coverage = try Coverage(
            AttendanceMeasures.recordedShare,
            asked,
            over: .subject,
            countsPeople: false
        )
        let table = try table(asked, coverage)
        let beside = try PlaceBeside(asked, beside(asked.selection), isEmpty: table.rows.isEmpty)
        var sections = [table] + beside.sections
        if let classes = try ClassesBeside(asked)?.section { sections.append(classes) }
        let notes = [HeldColumns.note] + coverage.notes(coverage.members) + beside.notes
        return ReportDocument(notes: (isOwn ? [ownNote] : []) + notes, sections)
    }

    /// What the place is compared by; nothing of one teacher's lessons, as others have other teachers.
    ///
    /// People are counted from single lessons where a subject is chosen, which costs too much for a whole board; lessons
    /// held are counted for classes.
    static func beside(_ selection: Selection) -> [PlaceBeside.Column] {
        guard selection.teacher == nil else { return [] }
        guard selection.subject != nil else { return AbsenceKind.beside }
        return [PlaceBeside.Column("missed_of_held", "attendance/missed-of-held")]
    }

    static let subjectColumn = ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words)

    private static func table(_ question: Question, _ coverage: Coverage) throws -> ReportSection {
        let cells = try KindCells(question, over: [.subject])
        let held = try HeldColumns(question, over: [.subject])
        let whole = try KindCells(question, over: [])
        let wholeHeld = try HeldColumns(question, over: [])
        let known = Set(cells.keys.map { $0[0] }.filter { $0 > 0 }).union(coverage.members)
        var rows = question.members.sorted(.subject, known).map { member in
            let name = question.members.name(.subject, member)
            let numbers: [ReportCell] =
                cells.cells([member]) + [coverage.cell(member)] + held.cells([member])
            return ReportRow([.member(.subject, member, name)] + numbers)
        }
        if cells.keys.contains([0]) {
            let other: [ReportCell] = cells.cells([0]) + [coverage.cell(0), .unknown, .unknown]
            rows.append(ReportRow([.words(noSubject)] + other))
        }
        let total: [ReportCell] = whole.cells([]) + [coverage.total] + wholeHeld.cells([])
        return ReportSection(
            columns: [subjectColumn] + cells.columns + [coverage.column] + HeldColumns.columns,
            rows: rows,
            total: rows.isEmpty ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + total),
            chart: .stack(
                columns: cells.parts.map { $0.code },
                tokens: cells.parts.map { $0.token },
                share: false
            )
        )
    }

    private static let noSubject = Text(lv: "Priekšmets nav norādīts", en: "Subject not given")

    static let ownNote = Text(
        lv: "Rādītas tikai stundas, kuras vadāt jūs: kavējumi priekšmetā norāda uz tā pedagogu.",
        en: "Only lessons that you teach are shown: absence in a subject points to its teacher."
    )
}

/// The chosen class and those to compare it with, by subject: shares where they are known, and lessons.
private struct ClassesBeside {
    private let question: Question
    private let classes: [ClassID]

    /// Nil where nothing is to be compared.
    init?(_ question: Question) throws {
        guard let own = question.selection.classGroup, !question.selection.compared.isEmpty else {
            return nil
        }
        self.question = question
        classes = [own] + question.selection.compared
    }

    var section: ReportSection {
        get throws {
            let parts = try classes.map { try ClassPart($0, question) }
            let subjects = Set(parts.flatMap(\.subjects)).filter { $0 > 0 }
            let members = question.members.sorted(.subject, subjects)
            let columns = parts.flatMap { part in
                [
                    ReportColumn("class_\(part.id)", part.name),
                    ReportColumn("class_\(part.id)_share", part.name + shareWords, optional: true),
                ]
            }
            return ReportSection(
                "classes",
                title: Text(lv: "Klases blakus", en: "Classes side by side"),
                columns: [BySubject.subjectColumn] + columns,
                rows: members.map { member in
                    let name = question.members.name(.subject, member)
                    return ReportRow([.member(.subject, member, name)] + parts.flatMap { $0.cells(member) })
                },
                total: ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + parts.flatMap(\.total))
            )
        }
    }

    private var shareWords: Text { Text(lv: ", no novadītajām", en: ", of lessons held") }
}

/// One class of the comparison.
private struct ClassPart {
    let id: Int
    let name: Text
    private let lessons: KindCells
    private let whole: KindCells
    private let shares: HeldColumns
    private let wholeShare: HeldColumns

    init(_ classGroup: ClassID, _ question: Question) throws {
        id = classGroup.rawValue
        name = question.members.name(.classGroup, id)
        var selection = question.selection
        selection.classGroup = classGroup
        // The gate is asked anew for each class.
        let narrowed = question.about(selection)
        let own =
            try TeacherGate.isOfOwnClass(narrowed)
            ? narrowed : question.about(TeacherFigures.selection(narrowed))
        lessons = try KindCells(own, over: [.subject])
        whole = try KindCells(own, over: [])
        shares = try HeldColumns(own, over: [.subject])
        wholeShare = try HeldColumns(own, over: [])
    }

    var subjects: [Int] { lessons.keys.map { $0[0] } }

    func cells(_ subject: Int) -> [ReportCell] {
        [lessons.cells([subject]).last ?? .unknown, shares.cells([subject]).first ?? .unknown]
    }

    var total: [ReportCell] {
        [whole.cells([]).last ?? .unknown, wholeShare.cells([]).first ?? .unknown]
    }
}
