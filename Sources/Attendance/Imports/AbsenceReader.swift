internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Reads lines of absences: lessons by date, and totals without one.
final class AbsenceReader: LineReader {
    private let run: ImportRun
    private let directory: DirectoryRun
    private let persons: AbsencePersons
    private let details: AbsenceDetails
    private let calendar: AbsenceCalendar
    private let periods: AbsencePeriods
    private let meanings: AbsenceMeanings
    private let isRated: Bool

    init(_ known: Absences.Known, _ run: ImportRun) throws {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        persons = AbsencePersons(directory)
        details = AbsenceDetails(directory)
        calendar = AbsenceCalendar(known.years, today: run.today)
        periods = known.periods
        let codes = try AbsenceCodes(run.mapping, tokens: known.tokens(run.today), known.reasons)
        meanings = AbsenceMeanings(details, codes, run)
        isRated = run.mapping.isRated
    }

    /// Lessons and totals stand for themselves; what is remembered between them is found again in the registers.
    var goesOn: Bool { true }

    func read(_ line: MappedLine) throws {
        guard let meaning = meanings.meaning(line) else { return }
        let isDated = line.has(.date) && !line.withBytes(Absences.Field.date.rawValue) { $0.isEmpty }
        if isDated {
            try readLesson(line, meaning)
        } else {
            try readTotal(line, meaning)
        }
    }

    private func readLesson(_ line: MappedLine, _ meaning: AbsenceCodes.Meaning) throws {
        guard let day = day(line), !meanings.isEnded(meaning, on: day, line) else { return }
        let (year, term) = calendar.term(day)
        guard let found = try persons.find(line, year: year, day: day) else { return }
        guard !periods.hasTotals(found.institution, year, term: term) else {
            return run.staging.reject(AbsenceProblem.twice, at: line.place(of: .date))
        }
        guard let minutes = number(.minutesLate, line, in: 0...600),
            let lesson = number(.lesson, line, in: 1...20),
            let lessons = number(.lessons, line, in: 1...20),
            let ordinal = number(.number, line, in: 0...19)
        else { return }
        guard let subject = try details.subject(line),
            let teacher = try details.teacher(line, found, subject),
            let group = try details.group(line, found, year)
        else { return }
        let state: LessonRecord.State =
            switch meaning {
            case .present: .present
            case .late: .late(minutes: minutes.value)
            case .absent(let kind, _): .absent(kind)
            case .notRecorded: .notRecorded
            }
        var record = LessonRecord(
            pupil: found.pupil,
            day: day,
            slot: 0,
            state: state,
            institution: found.institution,
            year: year,
            term: term,
            isRated: isRated || (line.has(.presence) && line.text(.presence) == "recorded")
        )
        record.group = group
        record.classGroup = found.classGroup
        record.grade = found.grade
        record.subject = subject
        record.teacher = teacher
        if case .absent(_, let reason) = meaning { record.reason = reason }
        // A number names one lesson; without it so many of the subject are meant.
        if lesson.isGiven {
            record.slot = LessonRecord.slot(lesson: lesson.value)
            return try record.stage(run.staging, at: line.place)
        }
        let ordinals = ordinal.isGiven ? ordinal.value..<ordinal.value + 1 : 0..<max(1, lessons.value)
        for number in ordinals {
            record.slot = LessonRecord.slot(subject: subject, ordinal: number)
            try record.stage(run.staging, at: line.place)
        }
    }

    private func readTotal(_ line: MappedLine, _ meaning: AbsenceCodes.Meaning) throws {
        // A total has a kind and no reason.
        guard case .absent(let kind, _) = meaning else {
            return run.staging.reject(AbsenceProblem.dateNeeded, at: line.place(of: .date))
        }
        guard let lessons = number(.lessons, line, in: 0...2000), lessons.isGiven else {
            if line.text(.lessons).isEmpty {
                run.staging.reject(AbsenceProblem.dateNeeded, at: line.place(of: .date))
            }
            return
        }
        guard let year = try year(line), let term = term(line) else { return }
        guard let found = try persons.find(line, year: year, day: nil) else { return }
        guard !periods.hasLessons(found.institution, year, term: term) else {
            return run.staging.reject(AbsenceProblem.twice, at: line.place(of: .lessons))
        }
        guard let subject = try details.subject(line) else { return }
        var count = AbsenceCount(
            pupil: found.pupil,
            year: year,
            term: term,
            institution: found.institution,
            missed: [kind: lessons.value]
        )
        count.classGroup = found.classGroup
        count.grade = found.grade
        count.subject = subject
        try count.stage(run.staging, at: line.place)
    }

    private func day(_ line: MappedLine) -> Day? {
        do {
            return try line.withBytes(Absences.Field.date.rawValue) { try calendar.day($0) }
        } catch let fault as ParseFault {
            run.staging.reject(Problem(fault, value: line.text(.date)), at: line.place(of: .date))
        } catch {
            run.staging.reject(AbsenceProblem.future, at: line.place(of: .date))
        }
        return nil
    }

    private func number(
        _ field: Absences.Field,
        _ line: MappedLine,
        in range: ClosedRange<Int>
    ) -> (value: Int, isGiven: Bool)? {
        guard line.has(field) else { return (0, false) }
        do {
            let written: Int? = try line.withBytes(field.rawValue) { bytes in
                try bytes.isEmpty ? nil : Parse.integer(bytes)
            }
            guard let number = written else { return (0, false) }
            // Extracts write 0 where there is nothing to count.
            guard range.contains(number) || number == 0 else { throw ParseFault.outOfRange }
            return (number, range.contains(number))
        } catch let fault as ParseFault where fault != .empty {
            run.staging.reject(Problem(fault, value: line.text(field)), at: line.place(of: field))
            return nil
        } catch {
            return (0, false)
        }
    }

    private func year(_ line: MappedLine) throws -> SchoolYear? {
        let text = line.text(.year)
        guard !text.isEmpty else { return try run.year() }
        guard let year = SchoolYear(text) else {
            run.staging.reject(AbsenceProblem.year(text), at: line.place(of: .year))
            return nil
        }
        return year
    }

    private func term(_ line: MappedLine) -> Int? {
        let text = line.text(.term)
        guard !text.isEmpty else { return run.term }
        guard let term = try? Parse.integer(text), (0...2).contains(term) else {
            run.staging.reject(AbsenceProblem.term(text), at: line.place(of: .term))
            return nil
        }
        return term
    }
}

extension Mapping {
    /// Whether the source also tells who was present, so that its lessons count in rates.
    var isRated: Bool { blankMeansNone || constants["presence"] == "recorded" }
}
