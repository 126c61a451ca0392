internal import Evidence
internal import Frame
internal import Kernel
internal import Storage
internal import Tabular

/// Reads lines of pupils with their marks by period.
final class PeriodMarksReader: LineReader {
    private let run: ImportRun
    private let year: SchoolYear
    private let people: ImportPeople
    private let marks: MarkWriter
    private let scale: MarkReader

    init(_ known: MarkKnown, _ run: ImportRun) throws {
        self.run = run
        year = try run.year()
        people = ImportPeople(known, run)
        marks = MarkWriter(run, known.texts)
        scale = MarkReader(known.scales, run.mapping, known.rules)
    }

    func read(_ line: MappedLine) throws {
        guard var mark = try people.place(line, in: year) else { return }
        let name = line.text(PeriodField.subject.rawValue)
        guard let subject = try people.subject(name, at: line.place(of: PeriodField.subject.rawValue)) else {
            return
        }
        mark.subject = subject.rawValue
        mark.year = year.start
        for field in PeriodField.allCases {
            guard let period = field.period else { continue }
            mark.kind = period.kind
            mark.term = period.term
            try read(field, mark, line)
        }
        try readAbsences(line, mark)
        try readFailures(line, mark)
    }

    private func read(_ field: PeriodField, _ place: MarkFact, _ line: MappedLine) throws {
        guard let written = WrittenMark(line.text(field.rawValue)) else { return }
        guard let text = written.mark else { return }
        guard let reading = try scale.read(text, of: MarkReader.Place(place)) else {
            return run.staging.reject(MarkReader.unreadable(written.text), at: line.place(of: field.rawValue))
        }
        var mark = place
        mark.reading = reading
        try marks.stage(mark, written: written.text, at: line.place(of: field.rawValue))
    }

    /// A total says neither reason nor subject nor term.
    private func readAbsences(_ line: MappedLine, _ pupil: MarkFact) throws {
        guard let lessons = count(.absences, line) else { return }
        var absences = AbsenceCount(
            pupil: PupilID(rawValue: pupil.pupil),
            year: year,
            term: 0,
            institution: InstitutionID(rawValue: pupil.institution),
            missed: [.unstated: lessons]
        )
        absences.classGroup = ClassID(rawValue: pupil.classGroup)
        absences.grade = pupil.grade
        try absences.stage(run.staging, at: line.place(of: PeriodField.absences.rawValue))
    }

    private func readFailures(_ line: MappedLine, _ pupil: MarkFact) throws {
        guard let failures = count(.failures, line) else { return }
        let place = line.place(of: PeriodField.failures.rawValue)
        try run.staging.fact(.pastFailures, [pupil.pupil, year.start, failures], at: place)
    }

    /// A number that is not negative, nil where the field is blank or was rejected.
    private func count(_ field: PeriodField, _ line: MappedLine) -> Int? {
        let text = line.text(field.rawValue)
        guard !text.isEmpty else { return nil }
        do throws(ParseFault) {
            let number = try Parse.integer(text)
            guard number >= 0 else { throw .outOfRange }
            return number
        } catch {
            run.staging.reject(Problem(error, value: text), at: line.place(of: field.rawValue))
            return nil
        }
    }
}
