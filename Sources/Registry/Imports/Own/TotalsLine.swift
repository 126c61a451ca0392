import Frame
import Kernel
import Tabular

/// A line of totals under a list: it names nobody, and would be taken for a class or a person.
enum TotalsLine {
    private static let words: Set<String> = [
        "kopa", "pavisam", "kopskaits", "summa", "total", "totals", "sum",
    ]

    /// The first filled column, where it says that the line is of totals.
    static func column(of line: MappedLine) -> Int? {
        guard let first = (0..<line.width).first(where: { !line.isBlank(column: $0) }) else { return nil }
        return words.contains(LatvianKey.search(line.cell(first).text)) ? first : nil
    }

    static func problem(_ value: String) -> Problem {
        Problem(
            "line.total",
            value: value,
            Text(lv: "Rinda ir kopsavilkums, nevis ieraksts.", en: "The line is a total and no record."),
            advice: Text(
                lv: "Kopsavilkuma rinda nav vajadzīga; to var izņemt.",
                en: "The line of totals is not needed; it can be taken out."
            )
        )
    }
}
