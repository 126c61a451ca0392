internal import Frame
internal import Kernel
internal import Storage

/// Stages marks, each with the text as written, which is kept once.
final class MarkWriter {
    private let run: ImportRun
    private var texts: [String: Int]

    init(_ run: ImportRun, _ texts: [String: Int]) {
        self.run = run
        self.texts = texts
    }

    /// Stages a mark.
    func stage(_ mark: MarkFact, written text: String, at place: SourcePlace) throws {
        var mark = mark
        mark.text = try number(of: text, at: place)
        try run.staging.fact(.marks, mark.columns, at: place)
    }

    /// Loads the texts that are known.
    static func texts(_ tenant: TenantID, _ connection: Connection) throws -> [String: Int] {
        let rows = try connection.rows(
            "SELECT text, id FROM mark_text WHERE tenant_id = \(tenant) ORDER BY id",
            String.self,
            Int.self
        )
        return Dictionary(rows) { first, _ in first }
    }

    private func number(of text: String, at place: SourcePlace) throws -> Int {
        if let known = texts[text] { return known }
        let number = try run.staging.newID("mark_text")
        try run.staging.register(.markTexts, key: [number], [("text", .text(text))], at: place)
        texts[text] = number
        return number
    }
}
