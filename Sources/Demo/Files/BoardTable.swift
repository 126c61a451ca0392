/// The tables of Sekme's own that a board is written to, in the order in which they are read again.
package enum BoardTable: String, CaseIterable, Sendable {
    case institutions, programmes, terms, subjects, classes, pupils, staff, groups, teaching, marks
    /// Absences of the time in which nothing tells who was present.
    case absences
    /// All lessons of the time in which the journals tell who was present.
    case lessons
    /// Tests and examinations, and what pupils reached in them.
    case assessments, results
    /// Entries of behaviour.
    case behaviour
    /// Lessons held by month.
    case held
    /// The programme of prevention.
    case planning

    /// The tables of many lines, which are put together from parts.
    static let large: [BoardTable] = [.marks, .absences, .lessons, .results]
    /// The others.
    static let small = allCases.filter { !large.contains($0) }

    /// The name of the table's file; the number says in which order the files are imported.
    package var fileName: String {
        let number = (BoardTable.allCases.firstIndex(of: self) ?? 0) + 1
        return "\(number < 10 ? "0" : "")\(number)-\(rawValue).csv"
    }

    /// The format that reads it.
    package var format: String {
        switch self {
        case .lessons: BoardTable.absences.rawValue
        case .held: "lessons-held"
        case .planning: "action-programmes"
        default: rawValue
        }
    }

    /// The shipped mapping that the file needs beside its format, or nil.
    package var mapping: String? { self == .lessons ? "lessons" : nil }

    /// The headings: codes of the fields of the format.
    package var headings: [String] {
        switch self {
        case .institutions: ["name", "reg_no", "kind", "type", "founder", "subordination", "address"]
        case .programmes: ["institution", "code", "name", "licence_no", "licence_day", "address", "from"]
        case .terms: ["year", "term", "from", "to"]
        case .subjects: ["subject", "subject_code", "area"]
        case .classes: ["institution", "year", "class", "grade", "programme"]
        case .groups: ["institution", "year", "group", "class", "subject", "external_code", "from", "to"]
        case .pupils:
            [
                "institution", "external_code", "personal_code", "surname", "forename", "birth_day", "sex",
                "study_form", "special", "ukraine", "reemigrant", "year", "class", "programme", "from", "to",
                "reason_in", "reason_out",
            ]
        case .staff:
            [
                "institution", "external_code", "surname", "forename", "role", "from", "to", "load",
                "contact_lessons",
            ]
        case .teaching:
            [
                "institution", "year", "class", "group", "subject", "teacher_code", "teacher_surname",
                "teacher_forename",
            ]
        case .marks:
            [
                "institution", "class", "pupil_code", "subject", "mark", "kind", "year", "term", "day",
                "scale",
                "teacher_code",
            ]
        case .assessments:
            [
                "institution", "year", "assessment_code", "assessment", "name_en", "assessment_kind", "level",
                "subject", "grade", "date", "max_points", "state_mean",
            ]
        case .results:
            [
                "institution", "class", "pupil_code", "year", "assessment", "points", "percent", "status",
                "teacher_code",
            ]
        case .behaviour:
            ["institution", "class", "pupil_code", "date", "behaviour", "text", "author_code"]
        case .held:
            [
                "institution", "year", "class", "group", "subject", "teacher_code", "month", "lessons_held",
            ]
        case .planning: DemoProgramme.headings
        case .absences, .lessons:
            [
                "institution", "class", "pupil_code", "date", "lesson", "subject", "code", "minutes_late",
            ]
        }
    }
}
