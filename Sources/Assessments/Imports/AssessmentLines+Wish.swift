internal import Frame
internal import Kernel
internal import Registry

/// The fields by which lines of several formats say which assessment they mean, besides its name.
protocol AssessmentField: RawRepresentable where RawValue == Int {
    static var kind: Self { get }
    static var level: Self { get }
    static var grade: Self { get }
    static var subject: Self { get }
}

extension AssessmentsTable.Field: AssessmentField {}

extension ResultsTable.Field: AssessmentField {}

extension AssessmentLines {
    /// What a line says of the assessment that it means; nil where something of it cannot be read or found.
    ///
    /// What is wrong is reported in the order of the fields; `institution` is asked before the subject is.
    func wish<Field: AssessmentField>(
        _ values: LineValues<Field>,
        _ year: SchoolYear,
        _ directory: DirectoryRun,
        at institution: () throws -> InstitutionID?
    ) throws -> AssessmentBook.Wish? {
        guard let kind = kind(values.text(.kind), at: values.place(of: .kind)),
            let level = level(values.text(.level), at: values.place(of: .level)),
            let grade = grade(values.text(.grade), at: values.place(of: .grade)),
            let place = try institution()
        else { return nil }
        var subject: SubjectID?
        if !values.text(.subject).isEmpty {
            subject = try directory.subject(name: values.text(.subject), at: values.place(of: .subject))
            if subject == nil { return nil }
        }
        return AssessmentBook.Wish(
            year: year,
            kind: kind,
            level: level,
            subject: subject,
            grade: grade,
            institution: place
        )
    }
}
