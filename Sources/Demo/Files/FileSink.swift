internal import Foundation
package import Kernel
internal import Tabular

/// Writes a board as files to be imported: tables of registers, marks, absences, results and behaviour, and the
/// journals of institutions as e-klase exports them.
///
/// One class is held at a time, be the journals of all institutions written or of none.
package final class FileSink: BoardSink {
    private let folder: String
    private let journals: JournalChoice
    private let tables: TableFiles
    private let large: JournalTables
    private var plan: BoardPlan?
    private var journal: JournalBook?

    /// Files in a folder, which is made where it is not there.
    ///
    /// - Parameters:
    ///   - folder: where the files go.
    ///   - journals: the institutions whose journals of the last year are written.
    /// - Throws: `TabularFault` where a file cannot be written.
    package init(_ folder: String, journals: JournalChoice = .all) throws {
        self.folder = folder
        self.journals = journals
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        tables = try TableFiles(folder)
        large = try JournalTables(folder)
    }

    package func begin(_ plan: BoardPlan) throws {
        self.plan = plan
        for subject in BoardSubject.all { try tables.write(.subjects, subject.cells) }
    }

    package func term(_ year: SchoolYear, _ term: Int, _ span: ClosedRange<Day>) throws {
        try tables.write(
            .terms,
            [.text(year.description), .integer(term), .day(span.lowerBound), .day(span.upperBound)]
        )
    }

    package func assessment(_ assessment: BoardAssessment) throws {
        try tables.write(.assessments, assessment.cells)
    }

    package func institution(_ institution: BoardInstitution) throws {
        try tables.write(.institutions, institution.cells)
    }

    package func programme(_ programme: ProgrammeKind, of institution: BoardInstitution) throws {
        try tables.write(.programmes, programme.cells(institution))
    }

    package func classGroup(_ group: BoardClass) throws {
        try tables.write(.classes, group.cells)
    }

    package func stay(_ stay: BoardStay) throws {
        try tables.write(.pupils, stay.cells)
    }

    package func post(_ post: BoardPost, _ year: SchoolYear) throws {
        try tables.write(.staff, post.cells(year, isLast: year == plan?.schoolYears.last))
    }

    package func teaching(_ teaching: BoardTeaching) throws {
        try tables.write(.teaching, teaching.cells)
    }

    package func begin(_ book: ClassBook, _ stays: [BoardStay]) throws {
        for teaching in book.teachings where teaching.part > 0 {
            for stay in stays where book.part(teaching.subject, stay.pupil) == teaching.part {
                try tables.write(.groups, teaching.cells(stay))
            }
        }
        let group = book.classGroup
        guard journals.holds(group.institution), group.year == plan?.schoolYears.last else { return }
        journal = try JournalBook(book, stays, folder: folder)
    }

    package func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) throws {
        try large.write(marks, of: stay, book)
        journal?.add(marks, of: stay)
    }

    package func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) throws {
        try large.write(lessons, of: stay, presentFrom: plan?.presentFrom)
        journal?.add(lessons, of: stay)
    }

    package func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) throws {
        try large.write(results, of: stay, book)
    }

    package func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) throws {
        for entry in entries { try tables.write(.behaviour, entry.cells(stay)) }
    }

    package func held(_ held: [BoardHeld], _ book: ClassBook) throws {
        for month in held { try tables.write(.held, month.cells) }
    }

    package func end(_ book: ClassBook) throws {
        try journal?.write(through: plan?.today ?? book.calendar.last)
        journal = nil
    }

    package func end() throws {
        if let plan {
            for row in DemoProgramme(plan: plan).rows { try tables.write(.planning, row) }
        }
        try tables.finish()
        try large.finish()
        guard let plan else { return }
        for table in PastTotals.all(plan) { try write(table.text, to: table.fileName) }
        let list = StateList(plan: plan)
        try write(list.text, to: list.fileName)
        try write(Readme.text(plan, journals: journals), to: "LASI.txt")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
}
