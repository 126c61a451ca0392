internal import Kernel
internal import Tabular

/// The large tables: marks, absences, lessons with those present, and results of assessments.
final class JournalTables {
    private let marks: LineFile
    private let absences: LineFile
    private let lessons: LineFile
    private let results: LineFile
    private var parts: JournalParts

    init(_ folder: String) throws {
        marks = try JournalTables.file(.marks, folder)
        absences = try JournalTables.file(.absences, folder)
        lessons = try JournalTables.file(.lessons, folder)
        results = try JournalTables.file(.results, folder)
        parts = try JournalParts()
    }

    func write(_ rows: [BoardMark], of stay: BoardStay, _ book: ClassBook) throws {
        let head = try head(stay)
        let year = try parts.text(stay.classGroup.year.description)
        var teachers: [Int: [UInt8]] = [:]
        for mark in rows {
            let teacher = try teachers[mark.subject] ?? teacher(mark.subject, stay, book)
            teachers[mark.subject] = teacher
            try marks.line(
                head,
                parts.subject(mark.subject),
                parts.text(mark.text),
                parts.text(mark.kind.rawValue),
                year,
                parts.number(mark.term),
                mark.day.map { try parts.day($0.number) } ?? [],
                parts.text(mark.scale.code),
                teacher
            )
        }
    }

    /// Lessons before a day go to the absences, later ones to the lessons.
    func write(_ rows: [BoardLesson], of stay: BoardStay, presentFrom day: Day?) throws {
        let head = try head(stay)
        let from = day?.number ?? Int.max
        for lesson in rows {
            let file = lesson.day < from ? absences : lessons
            try file.line(
                head,
                parts.day(lesson.day),
                parts.number(lesson.slot),
                parts.subject(lesson.subject),
                parts.state(lesson.state),
                parts.number(lesson.minutes)
            )
        }
    }

    func write(_ rows: [BoardResult], of stay: BoardStay, _ book: ClassBook) throws {
        guard !rows.isEmpty else { return }
        let head = try head(stay)
        let year = try parts.text(stay.classGroup.year.description)
        for result in rows {
            let work = result.assessment
            let teacher = book.teaching(work.subject, stay.pupil)?.teacher
            try results.line(
                head,
                year,
                parts.text(work.code),
                parts.count(result.points),
                parts.count(work.most == 0 ? result.percent : nil),
                parts.text(result.status.code),
                teacher.map { try parts.text($0.code) } ?? []
            )
        }
    }

    func finish() throws {
        for file in [marks, absences, lessons, results] { try file.finish() }
    }

    private func head(_ stay: BoardStay) throws -> [UInt8] {
        let group = stay.classGroup
        return try LineFile.part([.text(group.institution.name), .text(group.name), .text(stay.pupil.code)])
    }

    /// The code: in a large school two teachers may have one name.
    private func teacher(_ subject: Int, _ stay: BoardStay, _ book: ClassBook) throws -> [UInt8] {
        guard let teacher = book.teaching(subject, stay.pupil)?.teacher else { return [] }
        return try parts.text(teacher.code)
    }

    private static func file(_ table: BoardTable, _ folder: String) throws -> LineFile {
        try LineFile("\(folder)/\(table.fileName)", headings: table.headings)
    }
}
