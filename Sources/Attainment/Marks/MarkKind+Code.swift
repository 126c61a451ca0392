extension MarkKind {
    /// The stable word in files.
    var code: String {
        switch self {
        case .lesson: "lesson"
        case .test: "test"
        case .term: "term"
        case .year: "year"
        case .final: "final"
        }
    }
}
