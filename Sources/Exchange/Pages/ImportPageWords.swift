import Frame
import Kernel
import Pages

/// What the pages of an import share: the steps, the way back, names.
enum ImportPageWords {
    static let crumb = PageContent.Crumb(ImportsPage.title, "/imports")

    static func steps(_ current: Int, _ language: Language) -> Steps {
        let names = [
            Text(lv: "Fails", en: "File"), Text(lv: "Kolonnas", en: "Columns"),
            Text(lv: "Izmaiņas", en: "Changes"), Text(lv: "Gatavs", en: "Done"),
        ]
        return Steps(language, names.map { $0[language] }, current: current)
    }

    static func state(_ batch: BatchSummary, _ language: Language) -> Badge {
        if let undone = batch.undoneAt {
            let moment = Format(language).moment(undone)
            return Badge(Text(lv: "atsaukts \(moment)", en: "undone \(moment)")[language])
        }
        guard batch.undoEnded == nil else {
            return Badge(Text(lv: "spēkā, vairs neatsaucams", en: "in force, for good")[language])
        }
        return Badge(Text(lv: "spēkā", en: "in force")[language], .good)
    }
}

extension Format {
    /// What was said of all lines: a school year as people write it, anything else as it stands.
    func said(_ text: String) -> String { SchoolYear(text).map { schoolYear($0) } ?? text }
}

extension HouseBook {
    /// What people call a format; its stable name where the program has it no more.
    func title(ofFormat name: String) -> Text {
        formats.first { $0.name == name }?.title ?? Text(same: name)
    }

    /// The noun beside a number of rows of a table.
    func noun(_ table: String) -> Noun {
        facts.first { $0.name.text == table }?.noun.noun
            ?? registers.first { $0.name.text == table }?.noun.noun
            ?? Noun(lv: "ieraksts", "ieraksti", en: "row", "rows")
    }
}

extension Refusal {
    /// The refusal in one text: what is wrong and what to do.
    func inWords(_ language: Language) -> String { "\(message[language]) \(advice[language])" }
}
