package import Kernel
import Registry

/// What `sekme scales` does: the scales of marks and their values.
package struct ScaleCommands: Sendable {
    private let editor: ScaleEditor
    private let language: Language

    /// Commands of a session.
    package init(_ session: CommandSession, _ language: Language) {
        editor = ScaleEditor(session.desk)
        self.language = language
    }

    /// The scales, one a line: code, days in use, name.
    package func list() async throws -> String {
        try await editor.scales()
            .map { "\($0.code)\t\(period($0.period))\t\($0.words[language])" }
            .joined(separator: "\n")
    }

    /// A scale with all its answers, then its marks, one a line with theirs.
    package func show(_ code: String) async throws -> String {
        let scale = try await editor.scale(code)
        let head = ScaleRecord.fields.map { field in
            "  \(field.name)=\(scale.texts[field.name] ?? "")\t\(field.label[language])"
        }
        let marks = scale.values.map { value in
            let texts = value.texts
            let answers = ScaleRecord.valueFields.map { "\($0.name)=\(texts[$0.name] ?? "")" }
            return "\(value.text)\t\(answers.joined(separator: " "))"
        }
        return ([scale.code] + head + marks).joined(separator: "\n")
    }

    /// Changes a scale, or adds one; each answer is `name=value`.
    package func set(_ code: String, _ answers: [String]) async throws {
        try await editor.set(code, try Answers.read(answers))
    }

    /// Changes a mark of a scale, or adds one; each answer is `name=value`.
    package func mark(_ code: String, _ text: String, _ answers: [String]) async throws {
        try await editor.set(code, value: text, try Answers.read(answers))
    }

    private func period(_ period: ScalePeriod) -> String {
        let format = Format(language)
        let from = period.from.number > 0 ? format.day(period.from) : ""
        return "\(from)–\(period.to.map { format.day($0) } ?? "")"
    }
}
