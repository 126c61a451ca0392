package import Exchange
package import Frame
package import Kernel

/// A plan and its outcome in the words of a terminal.
package struct ImportWords: Sendable {
    let house: HouseBook
    let language: Language

    /// Words in a language.
    package init(_ house: HouseBook, _ language: Language) {
        self.house = house
        self.language = language
    }

    /// What would change, table by table.
    package func plan(_ staged: StagedImport) -> String {
        var lines = [
            "\(title(ofFormat: staged.format)): \(staged.files.map(\.name).joined(separator: ", "))"
        ]
        if let encodings = staged.plan.encodings, !encodings.isEmpty {
            let words = Text(lv: "kodējums", en: "encoding")
            lines.append("  \(words[language]): \(encodings.joined(separator: ", "))")
        }
        if staged.plan.isMended == true {
            let words = Text(lv: "sabojātie burti ir izlaboti", en: "spoiled letters are mended")
            lines.append("  \(words[language])")
        }
        for table in staged.plan.tables { lines.append("  " + row(table)) }
        let rest = [
            (staged.plan.rejected, Text(lv: "noraidīti", en: "rejected")),
            (staged.plan.unmatched, Text(lv: "neatrasti reģistros", en: "not found in the registers")),
            (staged.plan.idle, Text(lv: "rindas bez rezultāta", en: "lines without effect")),
            (
                staged.plan.doubts ?? 0,
                Text(lv: "jāpārbauda pirms saglabāšanas", en: "to be checked before saving")
            ),
        ]
        for (count, words) in rest where count > 0 {
            lines.append("  \(words[language]): \(Format(language).integer(count))")
        }
        if !staged.plan.skippedSheets.isEmpty {
            let words = Text(lv: "lapas, kas nav importētas", en: "sheets not read")
            lines.append("  \(words[language]): \(staged.plan.skippedSheets.joined(separator: "; "))")
        }
        return lines.joined(separator: "\n")
    }

    /// That an import which was cut off went on where it was; nil for one that began at the beginning.
    package func goesOn(_ staged: StagedImport) -> String? {
        guard staged.readBefore > 0 else { return nil }
        let lines = Format(language).integer(staged.readBefore)
        return Text(
            lv: "Turpināts pārtrauktais imports: pirms pārtraukuma jau nolasīto rindu skaits – \(lines).",
            en: "The import that was cut off goes on: lines read before the interruption: \(lines)."
        )[language]
    }

    /// What a person has to look at before it is saved, a line each.
    package func doubts(_ findings: [Finding]) -> String {
        findings.filter { $0.kind == .doubtful }.map { "  " + line($0.problem) }.joined(separator: "\n")
    }

    /// What became of it.
    package func done(_ report: BatchReport) -> String {
        guard let batch = report.batch else {
            return Text(lv: "Nekas nav mainījies.", en: "Nothing has changed.")[language]
        }
        let changes = counted(changes: report.plan.changes)
        return Text(
            lv:
                "Saglabāts: imports Nr. \(batch.rawValue), \(changes.lv). Atsaukt: sekme import undo \(batch.rawValue)",
            en:
                "Saved: import no. \(batch.rawValue), \(changes.en). To undo: sekme import undo \(batch.rawValue)"
        )[language]
    }

    /// Whether to go on, when nobody said so before.
    package var question: String {
        Text(lv: "Saglabāt šīs izmaiņas? [j/N] ", en: "Save these changes? [y/N] ")[language]
    }

    /// Whether an answer means yes.
    package func isYes(_ answer: String?) -> Bool {
        guard let first = answer?.lowercased().first else { return false }
        return first == "j" || first == "y"
    }

    /// What an answer to the question comes to; nil for yes.
    package func refusal(_ answer: String?) -> Refusal? {
        guard !isYes(answer) else { return nil }
        let advice = Text(
            lv: "Lai saglabātu bez jautājuma, pievienojiet --yes; lai tikai apskatītu, --dry-run.",
            en: "To save without a question, add --yes; to look only, --dry-run."
        )
        let nobody = Text(
            lv: "Uz jautājumu neviens neatbildēja; nekas nav saglabāts.",
            en: "Nobody answered the question; nothing was saved."
        )
        let no = Text(
            lv: "Izmaiņas nav apstiprinātas; nekas nav saglabāts.",
            en: "The changes were not confirmed; nothing was saved."
        )
        return Refusal(.invalid, answer == nil ? nobody : no, advice: advice)
    }

    private func row(_ change: ImportPlan.TableChange) -> String {
        let parts: [(Int, Text)] = [
            (change.added, Text(lv: "pievienos", en: "added")),
            (change.changed, Text(lv: "mainīs", en: "changed")),
            (change.unchanged, Text(lv: "nemainīs", en: "unchanged")),
            (change.removed, Text(lv: "izdzēsīs", en: "removed")),
        ]
        let counts = parts.filter { $0.0 > 0 }.map { count, words in
            let number = Format(language).integer(count)
            return language == .lv ? "\(words.lv) \(number)" : "\(number) \(words.en)"
        }
        return "\(name(change.table)): \(counts.isEmpty ? "–" : counts.joined(separator: ", "))"
    }

    /// A number of changes.
    func counted(changes count: Int) -> Text {
        Noun(lv: "izmaiņa", "izmaiņas", en: "change", "changes").counted(count)
    }

    /// What people call a format; its stable name where the program has it no more.
    func title(ofFormat name: String) -> String {
        house.formats.first { $0.name == name }?.title[language] ?? name
    }

    func name(_ table: String) -> String {
        let facts = house.facts.first { $0.name.text == table }?.noun.plural
        let register = house.registers.first { $0.name.text == table }?.noun.plural
        return (facts ?? register)?[language] ?? table
    }
}
