internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Finds the assessments that lines name, and adds what is new.
final class AssessmentLines {
    let run: ImportRun
    private(set) var book: AssessmentBook

    init(_ book: AssessmentBook, _ run: ImportRun) {
        self.book = book
        self.run = run
    }

    /// Keeps an assessment: the columns of a new one all, of a present one those that a line gives.
    func keep(_ assessment: Assessment, isNew: Bool, given: Set<Name>, at place: SourcePlace) throws {
        book.add(assessment)
        let columns = assessment.columns.filter { isNew || given.contains($0.0) }
        guard !columns.isEmpty else { return }
        try run.staging.register(.assessments, key: [assessment.id], columns, at: place)
    }

    /// Keeps a part.
    func keep(_ part: AssessmentPart, of id: Int, _ columns: [(Name, Value)], at place: SourcePlace) throws {
        book.add(part, of: id)
        try run.staging.register(.assessmentParts, key: [id, part.number], columns, at: place)
    }

    /// The next id of an assessment.
    func newID() throws -> Int { try run.staging.newID("assessment") }

    /// The kind of a text; nil inside where it is blank, nil where it means none, which is reported.
    func kind(_ text: String, at place: SourcePlace) -> AssessmentKind?? {
        guard !text.isEmpty else { return .some(nil) }
        if let kind = AssessmentKind(written: text) { return .some(kind) }
        run.staging.reject(AssessmentProblem.kind(text), at: place)
        return nil
    }

    /// The level of a text; nil inside where it is blank, nil where it means none, which is reported.
    func level(_ text: String, at place: SourcePlace) -> AssessmentLevel?? {
        guard !text.isEmpty else { return .some(nil) }
        if let level = AssessmentLevel(written: text) { return .some(level) }
        run.staging.reject(AssessmentProblem.level(text), at: place)
        return nil
    }

    /// The grade of a text; nil inside where it is blank, nil where it is none of 1 to 12, which is reported.
    func grade(_ text: String, at place: SourcePlace) -> Int?? {
        guard !text.isEmpty else { return .some(nil) }
        if let grade = try? Parse.integer(text), (1...12).contains(grade) { return .some(grade) }
        run.staging.reject(AssessmentProblem.grade(text), at: place)
        return nil
    }
}

/// What can be wrong with a line of assessments or results.
enum AssessmentProblem {
    static func kind(_ text: String) -> Problem {
        let codes = AssessmentKind.allCases.map(\.code).joined(separator: ", ")
        return Problem(
            "assessment.kind",
            value: text,
            Text(lv: "Nav šāda pārbaudes darba veida.", en: "There is no such kind of assessment."),
            advice: Text(lv: "Izmantojiet kādu no šiem: \(codes).", en: "Use one of these: \(codes).")
        )
    }

    static func level(_ text: String) -> Problem {
        Problem(
            "assessment.level",
            value: text,
            Text(lv: "Nav šāda eksāmena līmeņa.", en: "There is no such level of examinations."),
            advice: Text(
                lv: "Rakstiet general, optimal vai highest vai atstājiet lauku tukšu.",
                en: "Write general, optimal or highest, or nothing."
            )
        )
    }

    static func grade(_ text: String) -> Problem {
        Problem(
            "assessment.grade",
            value: text,
            Text(lv: "Klases pakāpe ir no 1 līdz 12.", en: "The grade is 1 to 12."),
            advice: Text(lv: "Rakstiet skaitli, piemēram, 9.", en: "Write a number such as 9.")
        )
    }

    static let examGrade = Problem(
        "assessment.examGrade",
        Text(
            lv: "Centralizētajam eksāmenam jānorāda klases pakāpe: no tās atkarīgs snieguma slieksnis.",
            en: "A central examination needs its grade: the threshold depends on it."
        ),
        advice: Text(lv: "Ierakstiet 9 vai 12.", en: "Enter 9 or 12.")
    )

    static func unknown(_ text: String) -> Problem {
        Problem(
            "assessment.unknown",
            value: text,
            Text(
                lv: "Šajā mācību gadā nav šāda pārbaudes darba.",
                en: "There is no such assessment in that school year."
            ),
            advice: Text(
                lv: "Pārbaudiet nosaukumu, veidu un gadu vai vispirms importējiet pārbaudes darbu sarakstu.",
                en: "Check name, kind and year, or import the list of assessments first."
            )
        )
    }

    static func several(_ text: String) -> Problem {
        Problem(
            "assessment.ambiguous",
            value: text,
            Text(
                lv: "Šim nosaukumam atbilst vairāki pārbaudes darbi.",
                en: "Several assessments have this name."
            ),
            advice: Text(
                lv: "Norādiet darba kodu vai veidu, priekšmetu, klases pakāpi un līmeni.",
                en: "Give the code, or the kind, subject, grade and level."
            )
        )
    }

    static func percent(_ text: String) -> Problem {
        Problem(
            "assessment.percent",
            value: text,
            Text(lv: "Procenti ir no 0 līdz 100.", en: "Per cents are 0 to 100."),
            advice: Text(lv: "Rakstiet, piemēram, 58,5.", en: "Write for example 58.5.")
        )
    }
}
