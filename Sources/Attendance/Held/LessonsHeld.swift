internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Sekme's own table of lessons held: a line a class or teaching group, subject and day or month.
enum LessonsHeld: ImportFormat {
    struct Known: Sendable {
        let directory: Directory
        let years: Years
        let periods: HeldPeriods
    }

    /// The fields by their place in ``fields``.
    enum Field: Int, CaseIterable {
        case institution, regNo, year, classGroup, group, subject, teacher, teacherCode, day, month, lessons
    }

    static let name = "lessons-held"
    static let title = Text(lv: "Novadītās stundas", en: "Lessons held")
    static let card = DataFlowCard(
        touches: Text(lv: "Notikušo stundu skaits", en: "Numbers of lessons held"),
        origin: Text(
            lv:
                "Skolvadības sistēmas žurnāls vai iestādes tabula: klase, priekšmets, diena vai mēnesis, skaits.",
            en: "The journal of a school management system or a table: class, subject, day or month, number."
        ),
        owner: Text(lv: "Izglītības iestāde", en: "The institution"),
        rhythm: Text(lv: "Reizi mēnesī", en: "Monthly"),
        policy: Text(
            lv: """
                Rinda aizstāj tās pašas klases vai grupas, priekšmeta, pedagoga un dienas vai mēneša skaitu; pārējie \
                paliek.
                """,
            en: """
                A line replaces the number of the same class or group, subject, teacher and day or month; others stay.
                """
        )
    )
    static let fields: [ImportField] = [
        .institution, .regNo, .year, .classGroup(),
        ImportField(
            "group",
            Text(lv: "Mācību grupa", en: "Teaching group"),
            ["grupa"],
            example: "5.a angļu 1. grupa"
        ),
        .subject(required: true),
        ImportField(
            "teacher",
            Text(lv: "Pedagogs", en: "Teacher"),
            ["Skolotājs", "Priekšmeta skolotājs"],
            example: "Anna Liepa"
        ),
        ImportField(
            "teacher_code",
            Text(lv: "Pedagoga kods avota sistēmā", en: "Teacher's code in the source system"),
            example: "S-12"
        ),
        ImportField("date", Text(lv: "Datums", en: "Date"), ["Diena"], example: "12.01.2026."),
        ImportField("month", Text(lv: "Mēnesis", en: "Month"), example: "2026-01"),
        ImportField(
            "lessons_held",
            Text(lv: "Novadītās stundas", en: "Lessons held"),
            ["Novadīto stundu skaits", "Notikušās stundas"],
            required: true,
            example: "18"
        ),
    ]

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            years: try Years.load(tenant, connection),
            periods: try HeldPeriods.load(tenant, connection)
        )
    }

    static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        LessonsHeldReader(known, run)
    }
}

extension LessonsHeld: ExportFormat {
    /// Lessons by teacher name the teacher.
    static let exportPermission = Permission.readTeacherFigures

    static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let keys = PersonKeys(order, connection)
        let filter = CubeFilter(order.selection(exportPermission), kinds: nil)
        // Rows have no pupil: a grant for single pupils opens none of them.
        guard !filter.dimensions.contains(.pupil) else { return }
        let rows: [HeldRow] = try connection.rows(
            """
            SELECT institution_id, class_id, group_id, subject_id, teacher_id, month, day, lessons FROM lesson_held
            WHERE tenant_id = \(order.tenant) AND \(filter.condition)
            ORDER BY institution_id, year, class_id, group_id, subject_id, teacher_id, month, day
            """
        )
        for row in rows {
            let day: TableCell = row.day == 0 ? .blank : .day(Day(number: row.day))
            let month: TableCell = row.day == 0 ? .text(Month(number: row.month).description) : .blank
            let cells =
                try keys.institution(row.institution) + [
                    .text(order.year.description), keys.classGroup(row.classGroup), keys.group(row.group),
                    keys.subject(row.subject),
                ] + keys.teacher(row.teacher) + [day, month, .integer(row.lessons)]
            try take(ExportRow(cells, staff: row.teacher.named))
        }
    }

    private struct HeldRow: Readable {
        let institution: InstitutionID
        let classGroup: ClassID
        let group: GroupID
        let subject: SubjectID
        let teacher: StaffID
        let month: Int
        let day: Int
        let lessons: Int

        init(row: inout Row) throws {
            institution = try row.next()
            classGroup = try row.next()
            group = try row.next()
            subject = try row.next()
            teacher = try row.next()
            month = try row.next()
            day = try row.next()
            lessons = try row.next()
        }
    }
}
