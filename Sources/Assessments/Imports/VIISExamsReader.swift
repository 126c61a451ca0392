internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads lines of the state's results.
final class VIISExamsReader: LineReader {
    private typealias Field = VIISExams.Field
    private let run: ImportRun
    private let directory: DirectoryRun
    private let lines: AssessmentLines
    private let zeroIsResult: Bool
    private var tests: [Key: Assessment] = [:]
    private var persons: [String: PupilID]

    private struct Key: Hashable {
        let year: SchoolYear
        let test: VIISTest
        let grade: Int
    }

    init(_ known: VIISExams.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.registers.directory, run)
        lines = AssessmentLines(known.registers.book, run)
        persons = known.persons
        zeroIsResult = run.mapping.constants[VIISExams.zero.constant] == VIISExams.zero.result
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let year = try run.year(values.text(.year), at: values.place(of: .year)),
            let institution = try directory.ownInstitution(
                name: values.text(.institution),
                regNo: values.text(.regNo),
                year: year,
                at: values.place(of: .institution)
            )
        else { return }
        let written = values.text(.kind)
        guard let test = VIISTest(kind: written, name: values.text(.test), subject: values.text(.subject))
        else {
            return run.staging.reject(AssessmentProblem.kind(written), at: values.place(of: .kind))
        }
        guard let grade = grade(values, .grade) ?? grade(values, .pupilGrade) else {
            return run.staging.reject(
                AssessmentProblem.grade(values.text(.grade)),
                at: values.place(of: .grade)
            )
        }
        guard let score = score(values),
            let assessment = try assessment(Key(year: year, test: test, grade: grade), values)
        else { return }
        let fact = ResultFact(
            pupil: try person(values, year),
            assessment: assessment.id,
            part: 0,
            status: score.counts ? .took : .notCounted,
            score: score.score,
            sort: assessment.sort,
            year: year,
            institution: institution,
            classGroup: ClassID(rawValue: 0),
            grade: self.grade(values, .pupilGrade) ?? grade,
            subject: assessment.subject,
            teacher: StaffID(rawValue: 0)
        )
        try run.staging.fact(.assessmentResults, fact.columns, at: line.place)
    }

    /// A grade from its leading digits; nil where there is none of 1 to 12.
    private func grade(_ values: LineValues<Field>, _ field: Field) -> Int? {
        let digits = values.text(field).prefix { $0.isNumber }
        return Int(digits).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    /// The result, and whether it counts; nil where it cannot be read, which is reported.
    private func score(_ values: LineValues<Field>) -> (score: Score, counts: Bool)? {
        let text = values.text(.percent)
        guard !text.isEmpty else { return (Score.none, false) }
        guard let percent = try? Parse.percent(text, decimals: 2), (0...ResultCells.full).contains(percent)
        else {
            run.staging.reject(AssessmentProblem.percent(text), at: values.place(of: .percent))
            return nil
        }
        guard let score = try? Score(points: nil, most: 0, percent: percent, isWhole: false) else {
            return nil
        }
        return (score, percent > 0 || zeroIsResult)
    }

    /// The test of a line: the state's work of the same kind, level, subject and grade, else a new one.
    private func assessment(_ key: Key, _ values: LineValues<Field>) throws -> Assessment? {
        if let known = tests[key] { return known }
        guard
            let subject = try directory.subject(
                name: key.test.subject,
                mayAdd: true,
                at: values.place(of: .subject)
            )
        else { return nil }
        let wish = AssessmentBook.Wish(
            year: key.year,
            kind: key.test.kind,
            level: key.test.level,
            subject: subject,
            grade: key.grade,
            institution: InstitutionID(rawValue: 0)
        )
        var found = lines.book.all(in: key.year).filter { wish.fits($0) }
        if found.count > 1, let name = key.test.name { found = lines.book.find(name, wish) }
        guard found.count < 2 else {
            run.staging.unmatched(AssessmentProblem.several(key.test.subject), at: values.place(of: .subject))
            return nil
        }
        let assessment = try found.first ?? add(key, subject, values)
        tests[key] = assessment
        return assessment
    }

    private func add(_ key: Key, _ subject: SubjectID, _ values: LineValues<Field>) throws -> Assessment {
        let level = key.test.level.words.lv.lowercased()
        let topic = [key.test.subject, "\(key.grade). klase", level].filter { !$0.isEmpty }
        let name = key.test.name ?? "\(key.test.kind.words.lv): \(topic.joined(separator: ", "))"
        let assessment = Assessment(
            id: try lines.newID(),
            code: "",
            words: Text(same: name),
            sort: AssessmentSort(key.test.kind, key.test.level),
            subject: subject,
            grade: key.grade,
            year: key.year,
            day: nil,
            institution: InstitutionID(rawValue: 0),
            most: 0,
            stateMean: nil
        )
        try lines.keep(assessment, isNew: true, given: [], at: values.place)
        return assessment
    }

    /// The person of a line, who is no pupil: the file says that a test was taken, and nothing of who took it.
    private func person(_ values: LineValues<Field>, _ year: SchoolYear) throws -> PupilID {
        let number = values.text(.person)
        let isUnknown = number.isEmpty || number == "0"
        let code = VIISExams.prefix + (isUnknown ? "\(year)-\(values.place.line)" : number)
        if let known = persons[code] { return known }
        let person = try directory.referencePerson(code: code, at: values.place)
        persons[code] = person
        return person
    }
}
