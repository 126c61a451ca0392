internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads lines of results.
final class ResultsReader: LineReader {
    private typealias Field = ResultsTable.Field
    private let run: ImportRun
    private let directory: DirectoryRun
    private let places: PupilPlaces
    private let lines: AssessmentLines
    private let teachers: [Directory.ClassSubject: StaffID]

    init(_ known: ResultsTable.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        places = PupilPlaces(directory)
        lines = AssessmentLines(known.book, run)
        teachers = known.directory.soleTeachers()
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let year = try run.year(values.text(.year), at: values.place(of: .year)) else { return }
        let day = values.day(.day)
        if day == nil, !values.text(.day).isEmpty { return }
        guard let found = try places.find(line, in: year, on: day) else { return }
        guard let assessment = try assessment(values, year, found.institution),
            let part = part(values, of: assessment)
        else { return }
        let reader = ResultValues(values: values)
        guard let status = reader.status(), let score = reader.score(status, assessment, part) else { return }
        guard let teacher = try teacher(values, found, assessment) else { return }
        let fact = ResultFact(
            pupil: found.pupil,
            assessment: assessment.id,
            part: part.number,
            status: status,
            score: score,
            sort: assessment.sort,
            year: year,
            institution: found.institution,
            classGroup: found.classGroup,
            grade: found.grade == 0 ? assessment.grade : found.grade,
            subject: assessment.subject,
            teacher: teacher
        )
        try run.staging.fact(.assessmentResults, fact.columns, at: line.place)
    }

    /// The assessment of a line; a master's is added where there is none.
    private func assessment(
        _ values: LineValues<Field>,
        _ year: SchoolYear,
        _ institution: InstitutionID
    ) throws -> Assessment? {
        guard let wish = try lines.wish(values, year, directory, at: { institution }) else { return nil }
        let name = values.text(.assessment)
        let found = lines.book.find(name, wish)
        if found.count == 1 { return found.first }
        let place = values.place(of: .assessment)
        guard found.isEmpty else {
            run.staging.unmatched(AssessmentProblem.several(name), at: place)
            return nil
        }
        guard directory.isMaster, let kind = wish.kind, !name.isEmpty else {
            run.staging.unmatched(AssessmentProblem.unknown(name), at: place)
            return nil
        }
        return try add(name, kind, wish, values)
    }

    private func add(
        _ name: String,
        _ kind: AssessmentKind,
        _ wish: AssessmentBook.Wish,
        _ values: LineValues<Field>
    ) throws -> Assessment? {
        guard kind != .centralExam || wish.grade != nil else {
            run.staging.reject(AssessmentProblem.examGrade, at: values.place(of: .grade))
            return nil
        }
        let assessment = Assessment(
            id: try lines.newID(),
            code: "",
            words: Text(same: name),
            sort: AssessmentSort(kind, wish.level ?? .none),
            subject: wish.subject ?? SubjectID(rawValue: 0),
            grade: wish.grade ?? 0,
            year: wish.year,
            day: values.day(.day),
            institution: kind.isOwn ? wish.institution : InstitutionID(rawValue: 0),
            most: values.text(.part).isEmpty ? values.decimal(.most, decimals: 2) ?? 0 : 0,
            stateMean: nil
        )
        try lines.keep(assessment, isNew: true, given: [], at: values.place)
        return assessment
    }

    /// The part of a line, 0 for the whole; a master's unknown one is added.
    private func part(_ values: LineValues<Field>, of assessment: Assessment) -> AssessmentPart? {
        guard !values.text(.part).isEmpty else {
            return AssessmentPart(number: 0, words: Text(same: ""), skill: "", most: assessment.most)
        }
        guard let number = values.count(.part) else { return nil }
        guard let part = lines.book.partsByID[assessment.id]?[number] else {
            let text = "\(assessment.words.lv): \(number)"
            run.staging.unmatched(ResultProblem.part(text), at: values.place(of: .part))
            return nil
        }
        return part
    }

    /// The teacher that the line names, else the only one who teaches the subject to the class; `-` is nobody.
    private func teacher(
        _ values: LineValues<Field>,
        _ found: PupilPlaces.Found,
        _ assessment: Assessment
    ) throws -> StaffID? {
        let name = values.text(.teacher)
        if name == ResultsReader.nobody { return StaffID(rawValue: 0) }
        if name.isEmpty, values.text(.teacherCode).isEmpty {
            let place = Directory.ClassSubject(found.classGroup, assessment.subject)
            return teachers[place] ?? StaffID(rawValue: 0)
        }
        return try places.teacher(
            name,
            code: values.text(.teacherCode),
            of: found.institution,
            at: values.place(of: .teacher)
        )
    }

    /// How a file says that a result has no teacher.
    static let nobody = "-"

    /// What the sign for nobody says; nil for a name.
    static func words(teacher name: String) -> Text? {
        name == nobody ? Text(lv: "nav norādīts", en: "not named") : nil
    }
}
