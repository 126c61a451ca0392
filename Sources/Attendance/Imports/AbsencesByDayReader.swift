internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Tabular

/// Reads tables whose columns are days.
final class AbsencesByDayReader: LineReader {
    private let run: ImportRun
    private let persons: AbsencePersons
    private let details: AbsenceDetails
    private let calendar: AbsenceCalendar
    private let periods: AbsencePeriods
    private let codes: AbsenceCodes
    private let constants: [String]
    private var headings: DayHeadings?

    init(_ known: Absences.Known, _ run: ImportRun) throws {
        self.run = run
        let directory = DirectoryRun(known.directory, run)
        persons = AbsencePersons(directory)
        details = AbsenceDetails(directory)
        calendar = AbsenceCalendar(known.years, today: run.today)
        periods = known.periods
        codes = try AbsenceCodes(run.mapping, tokens: known.tokens(run.today), known.reasons)
        constants = Absences.fields.map { run.mapping.constants[$0.code] ?? "" }
    }

    func begin(sheet: String, index: Int) throws -> Bool {
        headings = nil
        return true
    }

    func read(_ line: MappedLine) throws {
        guard let headings else {
            self.headings = DayHeadings(line)
            return
        }
        let line = MappedLine(
            place: line.place,
            cells: line.cells,
            columnOfField: headings.columnOfField,
            constants: constants
        )
        for (column, day) in headings.days {
            let place = line.place(ofColumn: column)
            let text = line.cell(column).text
            guard let signs = DaySigns(text, codes) else {
                run.staging.reject(AbsenceProblem.code(text), at: place)
                continue
            }
            guard !signs.isEmpty else { continue }
            guard day <= run.today else {
                run.staging.reject(AbsenceProblem.future, at: place)
                continue
            }
            if let ended = signs.ended(on: day, codes.reasons) {
                let choices = codes.reasons.choices(on: day)
                run.staging.reject(AbsenceProblem.ended(ended, text, choices), at: place)
                continue
            }
            try stage(signs, line, day, at: place)
        }
    }

    private func stage(_ signs: DaySigns, _ line: MappedLine, _ day: Day, at place: SourcePlace) throws {
        let (year, term) = calendar.term(day)
        guard let found = try persons.find(line, year: year, day: day) else { return }
        guard !periods.hasTotals(found.institution, year, term: term) else {
            return run.staging.reject(AbsenceProblem.twice, at: place)
        }
        guard let subject = try details.subject(line),
            let teacher = try details.teacher(line, found, subject)
        else { return }
        for (ordinal, lesson) in signs.lessons.enumerated() {
            var record = LessonRecord(
                pupil: found.pupil,
                day: day,
                slot: LessonRecord.slot(subject: subject, ordinal: ordinal),
                state: lesson.state,
                institution: found.institution,
                year: year,
                term: term,
                isRated: run.mapping.isRated
            )
            record.classGroup = found.classGroup
            record.grade = found.grade
            record.subject = subject
            record.teacher = teacher
            record.reason = lesson.reason
            try record.stage(run.staging, at: place)
        }
    }
}
