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

    /// The kind with a stable word.
    init?(code: String) {
        guard let kind = MarkKind.allCases.first(where: { $0.code == code }) else { return nil }
        self = kind
    }
}
