internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Reads the journals of one workbook: marks, and absences as lesson records.
final class JournalReader: LineReader {
    private let run: ImportRun
    private let people: ImportPeople
    private let marks: MarkWriter
    private let scale: MarkReader
    private let signs: AbsenceSigns
    private let givenYear: SchoolYear?
    private var sheet = JournalSheet()
    private var roll: JournalRoll?
    private var strays: JournalStrays?
    /// The year whose pupils cannot be found; it was reported once and its rows are passed over.
    private var lostYear: SchoolYear?
    private var subject = ""
    private var year: SchoolYear?
    private var numbers = RowNumbers()

    init(_ known: MarkKnown, _ run: ImportRun) throws {
        self.run = run
        people = ImportPeople(known, run)
        marks = MarkWriter(run, known.texts)
        scale = MarkReader(known.scales, run.mapping, known.rules)
        signs = try AbsenceSigns(known.tokens(run.today), run.mapping)
        givenYear = try run.optionalYear()
    }

    func begin(sheet name: String, index: Int) -> Bool {
        sheet = JournalSheet()
        roll = nil
        strays = nil
        lostYear = nil
        subject = ""
        year = givenYear
        numbers = RowNumbers()
        return !JournalSheet.isSkipped(name)
    }

    func read(_ line: MappedLine) throws {
        if line.place.line <= JournalSheet.headLines { return sheet.take(line) }
        let row: JournalRow
        do throws(ParseFault) {
            guard let found = try JournalRow(line) else { return }
            row = found
        } catch {
            return reject(Problem(error, value: line.cell(3).text), line, 3)
        }
        if !row.subject.isEmpty { subject = row.subject }
        guard try isInOrder(row, line), let year else { return }
        guard let roll = try roll(year, line), let subject = try people.subject(subject, at: line.place)
        else {
            return
        }
        try read(line, row, roll, subject: subject, year)
    }

    /// Whether day, year and subject of a row are known and agree.
    private func isInOrder(_ row: JournalRow, _ line: MappedLine) throws -> Bool {
        if let day = row.day {
            let own = SchoolYear(containing: day)
            if let givenYear, givenYear != own { return refuse(.otherYear, line) }
            if day > run.today { return refuse(.ahead, line) }
            year = own
        } else if !row.kind.isPeriod {
            return refuse(.noDay, line)
        }
        if year == nil { year = try run.year() }
        return subject.isEmpty ? refuse(.noSubject, line) : true
    }

    private func read(
        _ line: MappedLine,
        _ row: JournalRow,
        _ roll: JournalRoll,
        subject: SubjectID,
        _ year: SchoolYear
    ) throws {
        var mark = MarkFact()
        mark.subject = subject.rawValue
        mark.year = year.start
        mark.term = row.term ?? row.day.map { people.term(of: $0) } ?? 0
        mark.institution = roll.institution.rawValue
        mark.group = roll.unit.group.rawValue
        mark.teacher = try teacher(line, roll)
        mark.day = row.kind.isPeriod ? 0 : row.day?.number ?? 0
        mark.ordinal = row.kind.isPeriod ? 0 : numbers.next(subject.rawValue, mark.day)
        mark.kind = row.kind
        let day = row.day ?? year.last
        strays?.tell(line, run.staging)
        for seat in roll.seats {
            doubt(seat, on: row.kind.isPeriod ? nil : row.day, line)
            let classGroup = roll.classGroup(of: seat.pupil, on: day, people)
            mark.pupil = seat.pupil.rawValue
            mark.classGroup = classGroup.rawValue
            mark.grade = people.grade(of: classGroup)
            try read(line.cell(seat.column).text, mark, on: day, at: line.place(ofColumn: seat.column))
        }
    }

    /// Reports an entry of a pupil who is not in the class at that time; it is taken over all the same.
    private func doubt(_ seat: JournalRoll.Seat, on day: Day?, _ line: MappedLine) {
        guard !line.isBlank(column: seat.column), !seat.isIn(on: day) else { return }
        people.directory.doubtClass(seat.pupil, seat.name, at: line.place(ofColumn: seat.column))
    }

    private func read(_ cell: String, _ lesson: MarkFact, on day: Day, at place: SourcePlace) throws {
        var mark = lesson
        let isLesson = !mark.kind.isPeriod
        guard let written = WrittenMark(cell, signs: isLesson ? signs : .none) else {
            if isLesson { try stage(.present, mark, day, at: place) }
            return
        }
        if isLesson { try stage(written.absence.map { .absent($0) } ?? .present, mark, day, at: place) }
        guard let text = written.mark else { return }
        guard let reading = try scale.read(text, of: MarkReader.Place(mark)) else {
            return run.staging.reject(MarkReader.unreadable(written.text), at: place)
        }
        if written.isTest, mark.kind == .lesson { mark.kind = .test }
        mark.reading = reading
        try marks.stage(mark, written: written.text, at: place)
    }

    /// Only where the mapping says that a cell without an absence means so is anybody known to be present.
    private func stage(
        _ state: LessonRecord.State,
        _ lesson: MarkFact,
        _ day: Day,
        at place: SourcePlace
    ) throws {
        let tellsPresence = run.mapping.tellsPresence
        guard state != .present || tellsPresence else { return }
        let subject = SubjectID(rawValue: lesson.subject)
        var record = LessonRecord(
            pupil: PupilID(rawValue: lesson.pupil),
            day: day,
            slot: LessonRecord.slot(subject: subject, ordinal: lesson.ordinal),
            state: state,
            institution: InstitutionID(rawValue: lesson.institution),
            year: SchoolYear(lesson.year),
            term: lesson.term,
            isRated: tellsPresence
        )
        record.classGroup = ClassID(rawValue: lesson.classGroup)
        record.grade = lesson.grade
        record.group = GroupID(rawValue: lesson.group)
        record.subject = subject
        record.teacher = StaffID(rawValue: lesson.teacher)
        try record.stage(run.staging, at: place)
    }

    private func teacher(_ line: MappedLine, _ roll: JournalRoll) throws -> Int {
        guard let column = sheet.teacherColumn else { return 0 }
        let name = HeadingMatch.clean(line.cell(column).text)
        guard !name.isEmpty else { return 0 }
        return try people.teacher(name, of: roll.institution, at: line.place(ofColumn: column))
    }

    /// The pupils of the sheet, found when the first row tells the year.
    private func roll(_ year: SchoolYear, _ line: MappedLine) throws -> JournalRoll? {
        if let roll, roll.year == year { return roll }
        guard lostYear != year else { return nil }
        if sheet.columns.isEmpty {
            _ = refuse(.noPupils, line)
        } else {
            roll = try JournalRoll(sheet, year, people, at: line.place)
            if strays == nil { strays = JournalStrays(sheet) }
        }
        if roll?.year != year { lostYear = year }
        return roll?.year == year ? roll : nil
    }

    private func refuse(_ fault: JournalFault, _ line: MappedLine) -> Bool {
        reject(fault.problem(value: line.cell(fault.column).text), line, fault.column)
        return false
    }

    private func reject(_ problem: Problem, _ line: MappedLine, _ column: Int) {
        run.staging.reject(problem, at: line.place(ofColumn: column))
    }
}

/// Numbers rows of the same subject and day, in the order of the sheet.
struct RowNumbers {
    private var counts: [[Int]: Int] = [:]

    mutating func next(_ subject: Int, _ day: Int) -> Int {
        let number = counts[[subject, day], default: 0]
        counts[[subject, day]] = number + 1
        return number
    }
}
