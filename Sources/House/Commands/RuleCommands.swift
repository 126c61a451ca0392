package import Kernel
import Registry

/// What `sekme rules` does: the dated records of regulations.
package struct RuleCommands: Sendable {
    private let editor: RuleEditor
    private let language: Language

    /// Commands of a session.
    package init(_ session: CommandSession, _ language: Language) {
        editor = RuleEditor(session.desk)
        self.language = language
    }

    /// The records in force and to come, one a line: name, period, title.
    package func list() async throws -> String {
        try await editor.list().flatMap { entry in
            entry.records.map { record in
                "\(entry.kind.name)\t\(period(record.rule))\t\(entry.kind.title[language])"
            }
        }
        .joined(separator: "\n")
    }

    /// All records of a rule with every answer, the latest first.
    package func show(_ name: String) async throws -> String {
        try await editor.records(name).map { record in
            let texts = try record.texts
            let answers = record.kind.questions(texts).map { field in
                "  \(field.name)=\(texts[field.name] ?? "")\t\(field.label[language])"
            }
            return ([period(record.rule)] + answers).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }

    /// Changes the record of today, or adds one from a day; each answer is `name=value`.
    ///
    /// Its period, and on a line of its own what to know of a rule beside it.
    package func set(_ name: String, from: Day?, _ answers: [String]) async throws -> String {
        let record = try await editor.set(name, from: from, try Answers.read(answers))
        let warning = try await editor.warning(record)
        return [period(record.rule), warning?[language]].compactMap(\.self).joined(separator: "\n")
    }

    private func period(_ rule: Regulation) -> String {
        let format = Format(language)
        return "\(format.day(rule.from))–\(rule.to.map { format.day($0) } ?? "")"
    }
}

/// What `sekme codes` does: the lists of codes.
package struct CodeCommands: Sendable {
    private let editor: CodeEditor
    private let session: CommandSession
    private let language: Language

    /// Commands of a session.
    package init(_ session: CommandSession, _ language: Language) {
        editor = CodeEditor(session.desk)
        self.session = session
        self.language = language
    }

    /// The lists with the number of their codes, or the codes of one.
    package func list(_ name: String?) async throws -> String {
        guard let name else {
            return try await editor.counts(on: session.world.today)
                .map { "\($0.list.name)\t\($0.count)\t\($0.list.title[language])" }
                .joined(separator: "\n")
        }
        return try await editor.items(name).map { record in
            let kind = record.countsAs.map { "\t\($0[language])" } ?? ""
            return "\(record.item.code)\t\(record.item.words[language])\(kind)"
        }
        .joined(separator: "\n")
    }

    /// Changes a code, or adds it from today; each answer is `name=value`.
    package func set(_ list: String, _ code: String, _ answers: [String]) async throws {
        _ = try await editor.set(list, code, try Answers.read(answers))
    }
}
