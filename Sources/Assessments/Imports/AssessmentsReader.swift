internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads lines of assessments and their parts.
final class AssessmentsReader: LineReader {
    private typealias Field = AssessmentsTable.Field
    private let run: ImportRun
    private let directory: DirectoryRun
    private let lines: AssessmentLines

    init(_ known: AssessmentsTable.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        lines = AssessmentLines(known.book, run)
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let year = try run.year(values.text(.year), at: values.place(of: .year)),
            let wish = try wish(values, year)
        else { return }
        let code = values.text(.code)
        let name = values.text(.assessment)
        let found = find(code, name, wish)
        guard found.count < 2 else {
            return run.staging.reject(AssessmentProblem.several(name), at: values.place(of: .assessment))
        }
        guard !name.isEmpty, let kind = wish.kind else {
            let missing: Field = name.isEmpty ? .assessment : .kind
            return run.staging.reject(Problem(ParseFault.empty), at: values.place(of: missing))
        }
        guard let numbers = numbers(values) else { return }
        let known = found.first
        var assessment = try known ?? blank(name, kind, wish)
        take(values, code, kind, wish, numbers, into: &assessment)
        guard assessment.sort.kind != .centralExam || assessment.grade > 0 else {
            return run.staging.reject(AssessmentProblem.examGrade, at: values.place(of: .grade))
        }
        let given = given(values, wish)
        try lines.keep(assessment, isNew: known == nil, given: given, at: line.place)
        try readPart(values, of: assessment.id)
    }

    /// The assessment of the code; else the one of the same name, kind, level, subject, grade and institution, unless
    /// it has another code.
    private func find(_ code: String, _ name: String, _ wish: AssessmentBook.Wish) -> [Assessment] {
        if !code.isEmpty {
            let anything = AssessmentBook.Wish(
                year: wish.year,
                institution: wish.institution,
                isOfAnybody: false
            )
            let coded = lines.book.find(code, anything).filter { $0.code == code }
            if !coded.isEmpty { return coded }
        }
        var whole = wish
        whole.level = wish.level ?? AssessmentLevel.none
        whole.subject = wish.subject ?? SubjectID(rawValue: 0)
        whole.grade = wish.grade ?? 0
        whole.isOfAnybody = false
        return lines.book.find(name, whole).filter { code.isEmpty || $0.code.isEmpty }
    }

    /// What the line says of the assessment; nil where something of it cannot be read or found.
    private func wish(_ values: LineValues<Field>, _ year: SchoolYear) throws -> AssessmentBook.Wish? {
        try lines.wish(values, year, directory) { try institution(values, year) }
    }

    /// The institution that set the assessment, 0 where the line names none; nil where it is not found.
    private func institution(_ values: LineValues<Field>, _ year: SchoolYear) throws -> InstitutionID? {
        guard !values.text(.institution).isEmpty || !values.text(.regNo).isEmpty else {
            return InstitutionID(rawValue: 0)
        }
        return try directory.institution(
            name: values.text(.institution),
            regNo: values.text(.regNo),
            year: year,
            at: values.place(of: .institution)
        )
    }

    /// The numbers of a line; nil where one of them cannot be read.
    private func numbers(_ values: LineValues<Field>) -> (most: Int?, mean: Int?, day: Day?)? {
        let most = values.decimal(.most, decimals: 2)
        if most == nil, !values.text(.most).isEmpty { return nil }
        if let most, most < 0 {
            run.staging.reject(Problem(ParseFault.outOfRange), at: values.place(of: .most))
            return nil
        }
        let day = values.day(.day)
        if day == nil, !values.text(.day).isEmpty { return nil }
        let text = values.text(.stateMean)
        guard !text.isEmpty else { return (most, nil, day) }
        guard let mean = try? Parse.percent(text, decimals: 2), (0...ResultCells.full).contains(mean) else {
            run.staging.reject(AssessmentProblem.percent(text), at: values.place(of: .stateMean))
            return nil
        }
        return (most, mean, day)
    }

    private func blank(
        _ name: String,
        _ kind: AssessmentKind,
        _ wish: AssessmentBook.Wish
    ) throws -> Assessment {
        Assessment(
            id: try lines.newID(),
            code: "",
            words: Text(same: name),
            sort: AssessmentSort(kind, wish.level ?? .none),
            subject: wish.subject ?? SubjectID(rawValue: 0),
            grade: wish.grade ?? 0,
            year: wish.year,
            day: nil,
            institution: wish.institution,
            most: 0,
            stateMean: nil
        )
    }

    private func take(
        _ values: LineValues<Field>,
        _ code: String,
        _ kind: AssessmentKind,
        _ wish: AssessmentBook.Wish,
        _ numbers: (most: Int?, mean: Int?, day: Day?),
        into assessment: inout Assessment
    ) {
        let name = values.text(.assessment)
        let english = values.text(.nameEn)
        assessment.words = Assessment.words(name, english.isEmpty ? assessment.words.ownEnglish : english)
        if !code.isEmpty { assessment.code = code }
        assessment.sort = AssessmentSort(kind, wish.level ?? assessment.sort.level)
        assessment.subject = wish.subject ?? assessment.subject
        assessment.grade = wish.grade ?? assessment.grade
        assessment.most = numbers.most ?? assessment.most
        assessment.stateMean = numbers.mean ?? assessment.stateMean
        assessment.day = numbers.day ?? assessment.day
    }

    /// The columns that the line fills in.
    private func given(_ values: LineValues<Field>, _ wish: AssessmentBook.Wish) -> Set<Name> {
        var given: Set<Name> = ["name_lv", "search_key", "kind"]
        let fields: [(Field, Name)] = [
            (.code, "code"), (.nameEn, "name_en"), (.level, "level"), (.subject, "subject_id"),
            (.grade, "grade"), (.day, "day"), (.most, "max_points"), (.stateMean, "state_mean"),
        ]
        for (field, column) in fields where !values.text(field).isEmpty { given.insert(column) }
        return given
    }

    private func readPart(_ values: LineValues<Field>, of id: Int) throws {
        guard !values.text(.part).isEmpty, let number = values.count(.part) else { return }
        let most = values.decimal(.partMost, decimals: 2)
        if most == nil, !values.text(.partMost).isEmpty { return }
        guard (1...999).contains(number), (most ?? 0) >= 0 else {
            return run.staging.reject(Problem(ParseFault.outOfRange), at: values.place(of: .part))
        }
        let known = lines.book.partsByID[id]?[number]
        let name = values.text(.partName)
        let english = values.text(.partNameEn)
        let part = AssessmentPart(
            number: number,
            words: Assessment.words(name.isEmpty ? known?.words.lv ?? "" : name, english),
            skill: values.text(.skill).isEmpty ? known?.skill ?? "" : values.text(.skill),
            most: most ?? known?.most ?? 0
        )
        var columns: [(Name, Value)] = []
        if !name.isEmpty { columns.append(("name_lv", .text(name))) }
        if !english.isEmpty { columns.append(("name_en", .text(english))) }
        if !values.text(.skill).isEmpty { columns.append(("skill", .text(values.text(.skill)))) }
        if let most { columns.append(("max_points", most.sqlValue)) }
        try lines.keep(part, of: id, columns, at: values.place)
    }
}

extension Text {
    /// The English words where they are words of their own.
    fileprivate var ownEnglish: String { en == lv ? "" : en }
}
