internal import Kernel

/// What a line of the state's results says of the test.
struct VIISTest: Hashable {
    let kind: AssessmentKind
    let level: AssessmentLevel
    /// The subject without what older files write before it.
    let subject: String
    /// The name of the test; nil where the file has none (`N/D`).
    let name: String?

    /// The test of a line; nil where its kind is none that the state sets.
    init?(kind text: String, name: String, subject: String) {
        guard let kind = VIISTest.kind(text) else { return nil }
        self.kind = kind
        level = [subject, name].lazy.compactMap(VIISTest.level).first ?? .none
        self.subject = VIISTest.plain(subject)
        self.name = name.isEmpty || LatvianKey.search(name) == "n d" ? nil : name
    }

    private static func kind(_ text: String) -> AssessmentKind? {
        let key = LatvianKey.search(text)
        let kinds: [(String, AssessmentKind)] = [
            ("centralizet", .centralExam), ("diagnosticej", .stateDiagnostic),
            ("monitoring", .stateMonitoring), ("eksamen", .stateExam),
        ]
        return kinds.first { key.contains($0.0) }?.1
    }

    private static func level(_ text: String) -> AssessmentLevel? {
        let key = LatvianKey.search(text)
        let levels: [(String, AssessmentLevel)] = [
            ("optimal", .optimal), ("augstak", .highest), ("padzilinat", .highest), ("visparig", .general),
        ]
        return levels.first { key.contains($0.0) }?.1
    }

    /// Files before 2022 write the kind before the subject, and some write the level behind it in brackets.
    private static func plain(_ subject: String) -> String {
        var text = Substring(subject)
        for prefix in ["centralizētais eksāmens ", "centralizēts eksāmens "]
        where text.lowercased().hasPrefix(prefix) {
            text = text.dropFirst(prefix.count)
        }
        if level(subject) != nil, let bracket = text.firstIndex(of: "(") { text = text[..<bracket] }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
