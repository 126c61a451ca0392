internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Kinds of absence in one subject, by class or by institution.
///
/// Such figures point to the teacher of the subject; who may not see those, and does not work with all pupils of the class
/// chosen, sees lessons of their own, as in absence by subject. Reported totals know no subject, and the share is of lessons held, as people behind a share of lessons recorded
/// would be counted from single lessons.
enum KindsOfSubject {
    /// The answer with a row for each member of a dimension: classes or institutions.
    static func answer(_ question: Question, over dimension: Dimension) throws -> ReportDocument {
        let place =
            dimension == .classGroup
            ? ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
            : ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
        let (whole, classes) = AbsenceKinds.beside(question)
        let asked: Question
        switch TeacherGate(whole, [place], isOpen: TeacherGate.isOfOwnClass(question)) {
        case .closed(let document): return document
        case .open(let question): asked = question
        }
        let coverage = try Coverage(
            AttendanceMeasures.recordedShare,
            asked,
            over: dimension,
            countsPeople: false
        )
        let table = try table(asked, place, dimension, classes, coverage)
        let isOwn = asked.selection.teacher != nil && question.selection.teacher == nil
        // Other institutions and years are asked about what was chosen, not about all classes that are compared.
        var chosen = question.selection
        chosen.teacher = asked.selection.teacher
        let columns = BySubject.beside(chosen)
        let beside = try PlaceBeside(question.about(chosen), columns, isEmpty: table.rows.isEmpty)
        let rows = coverage.members.filter { classes?.contains($0) ?? true }
        let notes = [HeldColumns.note] + coverage.notes(rows) + beside.notes
        return ReportDocument(
            notes: (isOwn ? [BySubject.ownNote] : []) + notes,
            [table] + beside.sections
        )
    }

    private static func table(
        _ question: Question,
        _ place: ReportColumn,
        _ dimension: Dimension,
        _ classes: Set<Int>?,
        _ coverage: Coverage
    ) throws -> ReportSection {
        let cells = try KindCells(question, over: [dimension])
        let held = try HeldColumns(question, over: [dimension])
        let late = try LessonColumn(
            AttendanceMeasures.late,
            question,
            over: dimension,
            countsPeople: false
        )
        let whole = try KindCells(question, over: [])
        let wholeHeld = try HeldColumns(question, over: [])
        let known = Set(cells.keys.map { $0[0] }).union(coverage.members)
            .filter { $0 > 0 && classes?.contains($0) ?? true }
        let rows = question.members.sorted(dimension, known).map { member in
            let name = question.members.name(dimension, member)
            let told: [ReportCell] = cells.cells([member]) + [coverage.cell(member), late.cell(member)]
            return ReportRow([.member(dimension, member, name)] + told + held.cells([member]))
        }
        let total = Text(lv: "Kopā", en: "Total")
        let told: [ReportCell] = whole.cells([]) + [coverage.total, late.total]
        return ReportSection(
            columns: [place] + cells.columns + [coverage.column, LessonColumn.late] + HeldColumns.columns,
            rows: rows,
            total: rows.isEmpty ? nil : ReportRow([.words(total)] + told + wholeHeld.cells([])),
            chart: .stack(
                columns: cells.parts.map { $0.code },
                tokens: cells.parts.map { $0.token },
                share: true
            )
        )
    }
}
