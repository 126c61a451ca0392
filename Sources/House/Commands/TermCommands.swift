package import Kernel
import Registry

/// What `sekme terms` does: the days of terms.
package struct TermCommands: Sendable {
    private let editor: TermEditor
    private let language: Language

    /// Commands of a session.
    package init(_ session: CommandSession, _ language: Language) {
        editor = TermEditor(session.desk)
        self.language = language
    }

    /// The terms, one a line: year, term, first day, last day.
    package func list() async throws -> String {
        let format = Format(language)
        return try await editor.terms().map { term in
            let days = [term.days.lowerBound, term.days.upperBound].map { format.day($0) }
            return "\(term.year)\t\(term.term.rawValue)\t\(days.joined(separator: "\t"))"
        }
        .joined(separator: "\n")
    }

    /// Changes the days of a term; each answer is `name=value`.
    package func set(_ year: String, _ term: Int, _ answers: [String]) async throws {
        guard let year = SchoolYear(year), let term = Term(rawValue: term) else {
            throw Refusal(
                .usage,
                Text(lv: "Tāda semestra nav.", en: "There is no such term."),
                advice: Text(
                    lv: "Rakstiet mācību gadu un semestri, piemēram, 2025/2026 1.",
                    en: "Write the school year and the term, such as 2025/2026 1."
                )
            )
        }
        try await editor.set(year, term, try Answers.read(answers))
    }
}
