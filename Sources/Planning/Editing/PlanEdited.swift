internal import Kernel
internal import Registry

/// A row of a programme that people edit on a page of its own.
protocol PlanEdited: PlanRow {
    /// Its answers as they are kept.
    func texts(_ plan: Plan) -> EditTexts
    /// Takes answers over; what cannot be kept is noted in the reader.
    mutating func take(_ reader: inout FieldReader, _ plan: Plan)
    /// Its questions.
    static func fields(_ plan: Plan) -> [EditField]
    /// What rests on it beside rows that name it by its id, so that it stays; nil where nothing does.
    func held(by plan: Plan) -> Text?
}

extension PlanEdited {
    func held(by plan: Plan) -> Text? { nil }
}

/// A row that was written, and what the programme contradicts itself in since then and did not before.
struct PlanKept<Row: PlanEdited>: Sendable {
    let row: Row
    let findings: [PlanFinding]

    /// What was done, and the findings in the words in which an import tells them.
    func notice(_ words: Text = Text(lv: "Saglabāts.", en: "Saved.")) -> Text {
        // A notice travels in a cookie; the page of the programme shows all findings.
        let told = findings.prefix(3)
        var advice: [Text] = []
        for finding in told where !advice.contains(finding.advice) { advice.append(finding.advice) }
        return (told.map(\.words) + advice).reduce(words) { $0 + Text(same: " ") + $1 }
    }
}
