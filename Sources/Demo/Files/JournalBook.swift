internal import Foundation
internal import Kernel
internal import Tabular

/// The journal of one class as e-klase exports it: pupils in columns, a row for each lesson, then terms and year.
///
/// Row 1 holds the class, rows 2 to 4 surnames, first names and personal codes from column F on; from row 5 on A
/// is the kind of row, B the subject, D the day, E what the marks are for. Two further sheets are no class's.
///
/// A class's name is that of a class of every institution, and the history of imports shows a file without its folder: so that
/// the file's name has the institution's number too.
struct JournalBook {
    private let book: ClassBook
    private let stays: [BoardStay]
    private let path: String
    private var cells: [JournalKey: [Int: String]] = [:]
    private let columns: [Int: Int]

    init(_ book: ClassBook, _ stays: [BoardStay], folder: String) throws {
        self.book = book
        // Somebody who left and came back within the year has one column.
        var seen: Set<Int> = []
        self.stays = stays.filter { seen.insert($0.pupil.number).inserted }
        let places = self.stays.enumerated().map { ($1.pupil.number, $0) }
        columns = Dictionary(places) { first, _ in first }
        let group = book.classGroup
        let inner = "\(folder)/\(JournalBook.folder(group.institution))"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        path = "\(inner)/\(group.institution.registrationNumber)-\(group.name).xlsx"
    }

    /// The folder of an institution's journals within that of the board's files: a folder is imported at once, and a
    /// registration number needs no marks of quotation in a shell.
    static func folder(_ institution: BoardInstitution) -> String {
        "eklase/\(institution.registrationNumber)"
    }

    mutating func add(_ marks: [BoardMark], of stay: BoardStay) {
        guard let column = columns[stay.pupil.number] else { return }
        for mark in marks { put(mark.text, JournalKey(mark), column) }
    }

    /// Absences; presence stays a blank cell.
    mutating func add(_ lessons: [BoardLesson], of stay: BoardStay) {
        guard let column = columns[stay.pupil.number] else { return }
        for lesson in lessons where lesson.state.isAbsent {
            put(lesson.state.token, JournalKey(lesson, book), column)
        }
    }

    /// A pupil who missed a test and wrote it later has both in one cell.
    private mutating func put(_ text: String, _ key: JournalKey, _ column: Int) {
        let before = cells[key]?[column]
        cells[key, default: [:]][column] = before.map { "\(text)|\($0)" } ?? text
    }

    func write(through today: Day) throws {
        let writer = try XLSXWriter(path: path)
        try writer.begin(SheetLayout(name: book.classGroup.name))
        for row in head { try writer.row(row) }
        for subject in BoardSubject.taught(in: book.classGroup.grade) {
            for key in keys(subject, through: today) { try writer.row(row(key)) }
        }
        for name in JournalBook.otherSheets {
            try writer.begin(SheetLayout(name: name))
            try writer.row([.text(book.classGroup.name)])
        }
        try writer.finish()
    }

    /// The sheets that are no class's.
    static let otherSheets = ["Apv. žurn. - žurn. pārb.", "Ind. d. žurn. - žurn. pārb."]

    private static let trailing = [
        "Tēma", "Mājasdarba uzdevums", "Piezīmes", "Autors", "Priekšmeta skolotājs",
    ]

    private var head: [[TableCell]] {
        let lead = Array(repeating: TableCell.blank, count: 5)
        return [
            [.text(book.classGroup.name)],
            lead + stays.map { .text($0.pupil.name.surname) } + JournalBook.trailing.map(TableCell.text),
            lead + stays.map { .text($0.pupil.name.forename) },
            lead + stays.map { .text($0.pupil.personalCode) },
        ]
    }

    /// The rows of a subject: each lesson that was held, then the terms and the year.
    private func keys(_ subject: Int, through today: Day) -> [JournalKey] {
        var keys: [JournalKey] = []
        for day in book.calendar.days where day <= today && !book.isMissing(day) {
            let count = book.timetable.subjects(day).count { $0 == subject }
            for ordinal in 0..<count { keys.append(JournalKey(subject, day, ordinal, book)) }
        }
        let periods: [JournalKey.Kind] = [.firstTerm, .secondTerm, .year, .final]
        return keys
            + periods.map { JournalKey(subject: subject, day: 0, ordinal: 0, kind: $0) }.filter {
                cells[$0] != nil
            }
    }

    private func row(_ key: JournalKey) -> [TableCell] {
        let found = cells[key] ?? [:]
        let teacher = book.teachings.first { $0.subject == key.subject }?.teacher.name
        let lead: [TableCell] = [
            .text("Žurnāls"), .text(BoardSubject.all[key.subject].name), .blank,
            key.day == 0 ? .blank : .text(String(Format(.lv).day(Day(number: key.day)).dropLast())),
            .text(key.kind.words),
        ]
        let name = teacher.map { TableCell.text("\($0.forename) \($0.surname)") } ?? .blank
        return lead + stays.indices.map { column in found[column].map(TableCell.mark) ?? .blank }
            + [.blank, .blank, .blank, name, name]
    }
}

extension TableCell {
    /// A whole mark stands as a number, everything else as text.
    fileprivate static func mark(_ text: String) -> TableCell {
        Int(text).map { .integer($0) } ?? .text(text)
    }
}

extension LessonState {
    /// The letters of a journal for an absence.
    fileprivate var token: String {
        switch self {
        case .illness: "ns"
        case .excused: "nc"
        default: "n"
        }
    }
}
