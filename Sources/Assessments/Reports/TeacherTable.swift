internal import Frame
internal import Kernel

/// The classes of teachers, a row for each test.
struct TeacherTable {
    /// A class that a teacher teaches.
    private struct Lesson: Hashable {
        let teacher: Int
        let institution: Int
        let classGroup: Int
        let subject: Int
    }

    private let question: Question
    private let year: SchoolYear
    private let isOfOne: Bool
    private let results: [MemberKey: [Work: Figure]]
    private let takers: [MemberKey: [Work: Figure]]
    private let marks: [Lesson: Figure]
    private let means: StateMeans

    private static let place: [Dimension] = [.teacher, .institution, .classGroup]
    static let kinds = AssessmentKind.ofMunicipality + AssessmentKind.ofState

    /// The classes within a selection, of one teacher or of all.
    init(_ question: Question, _ selection: Selection) throws {
        self.question = question
        year = selection.year
        isOfOne = selection.teacher != nil
        func read(_ measure: String) throws -> [MemberKey: [Work: Figure]] {
            try WorkFigures(
                question,
                measure,
                along: TeacherTable.place,
                of: TeacherTable.kinds,
                in: selection
            ).byPlace
        }
        results = try read("assessments/result")
        takers = try read("assessments/results")
        marks = try TeacherTable.marks(question, selection)
        means = try StateMeans.load(question.tenant, question.connection)
    }

    /// The annual marks: those of the year, whatever term is asked for.
    private static func marks(_ question: Question, _ selection: Selection) throws -> [Lesson: Figure] {
        var year = selection
        year.term = nil
        let figures = try question.figures("attainment/mark", over: place + [.subject], in: year)
        return try question.shown(figures).reduce(into: [:]) { marks, element in
            let key = element.key
            let lesson = Lesson(teacher: key[0], institution: key[1], classGroup: key[2], subject: key[3])
            marks[lesson] = element.value
        }
    }

    /// The table, and the classes of one teacher as points.
    var sections: [ReportSection] {
        let rows = places.flatMap { place in
            (results[place] ?? [:]).keys.ordered(question.members).map { row(place, $0) }
        }
        let table = ReportSection(columns: columns, rows: rows)
        return isOfOne && !rows.isEmpty ? [table, picture] : [table]
    }

    /// Results without a teacher belong to nobody.
    private var places: [MemberKey] {
        let names = question.members
        let byTeacher = Dictionary(grouping: results.keys.filter { $0[0] > 0 && $0[2] > 0 }) { $0[0] }
        return names.sorted(.teacher, byTeacher.keys).flatMap { teacher -> [MemberKey] in
            let byInstitution = Dictionary(grouping: byTeacher[teacher] ?? []) { $0[1] }
            return names.sorted(.institution, byInstitution.keys).flatMap { institution in
                names.sorted(.classGroup, (byInstitution[institution] ?? []).map { $0[2] })
                    .map { [teacher, institution, $0] }
            }
        }
    }

    private var columns: [ReportColumn] {
        [
            ReportColumn("teacher", Text(lv: "Pedagogs", en: "Teacher"), .words),
            ReportColumn("class", Text(lv: "Klase", en: "Class"), .words), WorkColumns.topic,
            WorkColumns.kind,
            WorkColumns.takers, WorkColumns.result, WorkColumns.state, WorkColumns.difference,
            ReportColumn("mark", Text(lv: "Gada vērtējums", en: "Annual mark")),
        ]
    }

    private func mark(_ place: MemberKey, _ work: Work) -> Figure? {
        marks[
            Lesson(teacher: place[0], institution: place[1], classGroup: place[2], subject: work.subject)
        ]
    }

    private func row(_ place: MemberKey, _ work: Work) -> ReportRow {
        let names = question.members
        let result = results[place]?[work]
        let mean = means.mean(work, in: year)?.hundredths
        return ReportRow([
            .member(.teacher, place[0], names.name(.teacher, place[0])),
            .member(.classGroup, place[2], names.name(.classGroup, place[2])),
            .words(work.topic(names)), .words(work.sort.kind.words), ReportCell(takers[place]?[work]),
            ReportCell(result), ReportCell(tenths: mean), ReportCell(result, above: mean),
            ReportCell(mark(place, work)),
        ])
    }

    /// Classes by annual mark and result; only of one teacher, so that nobody is measured by it against others.
    private var picture: ReportSection {
        let names = question.members
        let rows = places.flatMap { place in
            (results[place] ?? [:]).keys.ordered(names).map { work in
                let classGroup = names.name(.classGroup, place[2])
                return ReportRow([
                    .words(classGroup + Text(same: ", ") + work.topic(names)),
                    ReportCell(mark(place, work)), ReportCell(results[place]?[work]),
                ])
            }
        }
        return ReportSection(
            "picture",
            title: Text(lv: "Gada vērtējums un rezultāts", en: "Annual mark and result"),
            columns: [
                ReportColumn("class", Text(lv: "Klase un priekšmets", en: "Class and subject"), .words),
                ReportColumn("mark", Text(lv: "Gada vērtējums", en: "Annual mark")),
                ReportColumn("result", Text(lv: "Vidējais rezultāts", en: "Mean result")),
            ],
            rows: rows,
            chart: .scatter(x: "mark", y: "result")
        )
    }
}
