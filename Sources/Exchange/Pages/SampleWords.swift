import Kernel

/// The values of a planned change as people read them.
///
/// A sample carries columns of tables. Numbers of other rows that nobody can name, keys for sorting and what is not set
/// say nothing to a person and are left out.
struct SampleWords {
    /// What a value of a column is called where it stands for something else: a pupil, a subject, a code.
    typealias Naming = (_ column: String, _ value: String) -> Text?

    let language: Language

    /// What the row is about and its changed values, one after the other; empty where nothing of it can be read.
    func line(
        _ sample: ChangeSample,
        of table: String = "",
        naming: Naming = { _, _ in nil }
    ) -> String {
        let hasDay = sample.fields.contains { $0.column == "day" && ($0.new ?? $0.old ?? "0") != "0" }
        return sample.fields.compactMap { field in
            // The day tells its year, month and term.
            let isSame = sample.kind != .changed || field.old == field.new
            let isTold = SampleWords.toldByDay.contains(field.column)
            if hasDay, isSame, isTold, !SampleWords.isOfItsOwn(field.column, of: table) { return nil }
            let (old, new) = (value(field.column, field.old, naming), value(field.column, field.new, naming))
            guard let name = SampleWords.name(field.column, of: table)?[language] else { return nil }
            if isSame { return (new ?? old).map { "\(name): \($0)" } }
            // What a reader may not tell apart does not change for them.
            guard old != new else { return nil }
            return "\(name): \(old ?? "–") → \(new ?? "–")"
        }
        .joined(separator: "; ")
    }

    private func value(_ column: String, _ text: String?, _ naming: Naming) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if let words = naming(column, text)?[language] { return words.isEmpty ? nil : words }
        if SampleWords.silent.contains(column) || SampleWords.isNumberOfRow(column) { return nil }
        guard let number = Int(text) else { return text }
        if column == "day" || column.hasSuffix("_day") {
            return number == 0 ? nil : Format(language).day(Day(number: number))
        }
        if column.hasPrefix("is_") { return number == 0 ? nil : Text(lv: "jā", en: "yes")[language] }
        if column == "year" { return number == 0 ? nil : Format(language).schoolYear(SchoolYear(number)) }
        // Lessons that are known by their subject only have places from 1,000 on.
        if column == "slot" { return (1..<1000).contains(number) ? text : nil }
        let isCount = SampleWords.counts.contains(column) || column.hasPrefix("below")
        // A number below nought says that none is known.
        if number < 0 || (number == 0 && !isCount) { return nil }
        return SampleWords.hundredths.contains(column) ? Format(language).decimal(number, 2) : text
    }
}
