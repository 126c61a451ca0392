import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage

@testable import Attendance

/// Lessons and totals that a test states one by one, and the answers of reports on them.
struct School {
    let connection: Connection
    let staging = CollectingStaging()

    /// Runs a body in an empty database.
    static func with(_ engine: Engine, _ body: @escaping @Sendable (School) throws -> Void) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { try body(School(connection: $0)) }
        }
    }

    func lesson(
        _ pupil: Int,
        _ day: Day,
        _ number: Int,
        _ state: LessonRecord.State,
        classGroup: Int = 11,
        institution: Int = 1,
        grade: Int = 7,
        subject: Int = 1,
        teacher: Int = 0,
        isRated: Bool = true,
        reason: Int = 0
    ) throws {
        var record = LessonRecord(
            pupil: PupilID(rawValue: pupil),
            day: day,
            slot: number,
            state: state,
            institution: InstitutionID(rawValue: institution),
            year: World.year,
            term: day.month < Month(2026, 1) ? 1 : 2,
            isRated: isRated
        )
        record.classGroup = ClassID(rawValue: classGroup)
        record.grade = grade
        record.subject = SubjectID(rawValue: subject)
        record.teacher = StaffID(rawValue: teacher)
        record.reason = reason
        try record.stage(staging, at: SourcePlace(line: 1))
    }

    func total(
        _ pupil: Int,
        _ missed: [AbsenceKind: Int],
        of recorded: Int?,
        term: Int = 1,
        classGroup: Int = 11,
        institution: Int = 1
    ) throws {
        var count = AbsenceCount(
            pupil: PupilID(rawValue: pupil),
            year: World.year,
            term: term,
            institution: InstitutionID(rawValue: institution),
            missed: missed,
            recorded: recorded
        )
        count.classGroup = ClassID(rawValue: classGroup)
        count.grade = 7
        try count.stage(staging, at: SourcePlace(line: 1))
    }

    func held(
        _ lessons: Int,
        subject: Int,
        teacher: Int = 0,
        classGroup: Int = 11,
        group: Int = 0,
        institution: Int = 1,
        _ month: Month
    ) throws {
        var fact = HeldFact(
            institution: InstitutionID(rawValue: institution),
            year: World.year,
            subject: SubjectID(rawValue: subject),
            month: month,
            day: nil,
            term: month < Month(2026, 1) ? 1 : 2,
            lessons: lessons
        )
        fact.classGroup = ClassID(rawValue: classGroup)
        fact.group = GroupID(rawValue: group)
        fact.teacher = StaffID(rawValue: teacher)
        fact.grade = 7
        try staging.fact(.lessonsHeld, fact.columns, at: SourcePlace(line: 1))
    }

    /// Writes what was stated.
    func write() throws { try staging.write(World.registers, World.tenant, connection) }

    /// The selection of institution 1, narrowed.
    static func selection(_ narrow: (inout Selection) -> Void = { _ in }) -> Selection {
        var selection = Selection(year: World.year, institution: InstitutionID(rawValue: 1))
        narrow(&selection)
        return selection
    }

    /// What a report answers, with disclosure control.
    func answer(
        _ report: any Report.Type,
        _ selection: Selection = School.selection(),
        asker: Asker = School.insider,
        extra: [any Measure] = []
    ) throws -> ReportDocument {
        let question = World.question(connection, selection, asker: asker, extra: extra)
        return try Disclosure().applied(to: report.answer(question), question)
    }

    /// What a report answers that asks by itself what its reader may see.
    func seen(
        _ report: any Report.Type,
        _ selection: Selection = School.selection(),
        asker: Asker = School.insider
    ) throws -> ReportDocument {
        let control = Disclosure()
        let question = World.question(connection, selection, asker: asker, disclosure: control)
        return try control.applied(to: report.answer(question), question)
    }

    func figures(
        _ measure: String,
        over dimensions: [Dimension] = [],
        _ selection: Selection = School.selection()
    ) throws -> [MemberKey: Tally] {
        try World.question(connection, selection).figures(measure, over: dimensions).compactMapValues(\.tally)
    }

    /// Sees figures, teachers' figures and pupils.
    static let insider = World.asker([
        ([.readFigures, .readTeacherFigures, .readPupils, .readHealth], .tenant)
    ])

    static func teacher(_ staff: Int, in institution: Int = 1) -> Asker {
        let reader = World.asker([([.readFigures], Scope(institution: InstitutionID(rawValue: institution)))])
        return Asker(
            account: reader.account,
            name: reader.name,
            language: .lv,
            grants: reader.grants,
            staff: StaffID(rawValue: staff)
        )
    }
}

extension ReportSection {
    /// The rows as words and numbers, for comparison.
    var facts: [String: [Int?]] {
        Dictionary(rows.map { ($0.words ?? "", $0.numbers) }) { first, _ in first }
    }
}

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
