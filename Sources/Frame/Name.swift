package import Storage

/// The name of a table or column, written in the source: no name comes from input.
package struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name.
    package let text: String

    /// A name from a literal.
    ///
    /// `StaticString` keeps values that were computed out.
    package init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    private init(text: String) {
        self.text = text
    }

    /// The usual name of a column that refers to a table: `pupil` gives `pupil_id`.
    var id: Name { Name(text: text + "_id") }

    /// The name as a fragment of SQL.
    package var sql: SQL { SQL(stringLiteral: text) }
}

extension Dimension {
    /// The column that carries the dimension in every cube and fact table.
    package var column: Name {
        switch self {
        case .institution: "institution_id"
        case .classGroup: "class_id"
        case .group: "group_id"
        case .grade: "grade"
        case .subject: "subject_id"
        case .teacher: "teacher_id"
        case .pupil: "pupil_id"
        case .year: "year"
        case .term: "term"
        case .month: "month"
        case .weekday: "weekday"
        case .kind: "kind"
        case .scale: "scale_id"
        case .assessment: "assessment_id"
        }
    }
}
