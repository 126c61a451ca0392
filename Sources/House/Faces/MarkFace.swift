import Frame
import Kernel
import Pages

/// The mark of a report on paper: what it was narrowed to under the head, how its numbers are counted at the end.
///
/// A screen shows neither: there the bar of filters says the one, and each number leads to the other.
struct MarkFace {
    let mark: ReportMark
    let language: Language

    /// What is chosen and what a reader of the sheet has to know.
    var head: HTML? {
        let facts = mark.facts
        guard !facts.isEmpty else { return nil }
        let words = facts.map { "\($0.label[language]): \($0.words[language])" }.joined(separator: " · ")
        return "<p class=\"legend on-paper\">\(words)</p>"
    }

    /// How the measures are counted.
    var definitions: HTML? {
        let all = mark.measures + mark.formulas
        guard !all.isEmpty else { return nil }
        let title = Text(lv: "Kā skaitļi aprēķināti", en: "How the numbers are made")
        let items: [HTML] = all.map { measure in
            "<li><strong>\(measure.title, language)</strong>: \(measure.words, language)</li>"
        }
        return """
            <section class="on-paper legend"><h3>\(title, language)</h3><ul>\(items)</ul></section>
            """
    }
}
