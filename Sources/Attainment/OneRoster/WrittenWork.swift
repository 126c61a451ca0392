internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// What marks are of, to be written: a work of a class on a day, or a term or year.
struct WrittenWork: Readable, Hashable {
    let unit: RosterUnit
    let kind: MarkKind
    let term: Int
    let day: Int
    let ordinal: Int
    let scale: Int

    init(row: inout Row) throws {
        unit = try RosterUnit(row: &row)
        kind = try row.next()
        term = try row.next()
        day = try row.next()
        ordinal = try row.next()
        scale = try row.next()
    }

    static var columns: SQL {
        "m.institution_id, m.class_id, m.group_id, m.subject_id, m.kind, m.term, m.day, m.ordinal, m.scale_id"
    }

    /// The works of an order; pupils of several classes have marks of one group, whose work is one.
    static func all(_ order: ExportOrder, _ connection: Connection) throws -> Set<WrittenWork> {
        let filter = CubeFilter(order.selection(OneRoster.exportPermission), kinds: nil)
        let works: [WrittenWork] = try connection.rows(
            """
            SELECT DISTINCT \(columns)
            FROM (SELECT * FROM mark WHERE tenant_id = \(order.tenant) AND \(filter.condition)) AS m
            ORDER BY \(columns)
            """
        )
        return Set(works)
    }

    /// What it is called: it is told apart by what it is.
    func name(_ export: RosterExport, _ scales: MarkScales) -> String {
        let when = day == 0 ? "-" : Day(number: day).description
        return "\(export.name(unit)):\(kind.code):\(term):\(when):\(ordinal):\(code(scales))"
    }

    /// The code of its scale.
    func code(_ scales: MarkScales) -> String { scales.numbered(scale)?.code ?? "" }

    var date: TableCell { day == 0 ? .blank : .day(Day(number: day)) }
}

/// A stored mark to be written.
struct WrittenResult: Readable {
    let work: WrittenWork
    let text: String
    let classGroup: ClassID
    let teacher: StaffID

    init(row: inout Row) throws {
        work = try WrittenWork(row: &row)
        text = try row.next()
        classGroup = try row.next()
        teacher = try row.next()
    }

    /// The cells of the mark of a pupil.
    func cells(_ pupil: String, _ export: RosterExport, _ scales: MarkScales) -> [TableCell] {
        let line = work.name(export, scales)
        let isNumber = Int(text) != nil
        let status = ["nv": "not submitted", "a": "exempt"][text.lowercased()] ?? "fully graded"
        let ofClass = export.names.name(.classGroup, classGroup.rawValue)
        let hasTeacher = export.staff.contains(teacher)
        return [
            .text("\(line):\(pupil)"), .text(line), .text(pupil), .text(status),
            isNumber ? .text(text) : .blank, work.date, .blank, isNumber ? .blank : .text(text),
            .text(export.name(work.unit)), .blank, .blank, .blank, .blank,
            // 1.1 has no place for a mark that is no number.
            isNumber || export.edition == .second ? .blank : .text(text),
            classGroup.rawValue == 0 || work.unit.classGroup.rawValue != 0 ? .blank : .text(ofClass),
            hasTeacher ? .text(export.names.name(.staff, teacher.rawValue)) : .blank,
        ]
    }
}
