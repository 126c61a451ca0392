import Kernel

/// The values of a planned change as people read them.
///
/// A sample carries columns of tables. Numbers of other rows, keys for sorting and what is not set say nothing to
/// a person and are left out.
struct SampleWords {
    let language: Language

    /// The changed values of a row, one after the other; empty where nothing of it can be read.
    func line(_ sample: ChangeSample) -> String {
        sample.fields.compactMap { field in
            guard let name = name(field.column) else { return nil }
            let old = field.old.flatMap { value(field.column, $0) }
            let new = field.new.flatMap { value(field.column, $0) }
            guard sample.kind == .changed else { return (new ?? old).map { "\(name): \($0)" } }
            guard old != nil || new != nil else { return nil }
            return "\(name): \(old ?? "–") → \(new ?? "–")"
        }
        .joined(separator: "; ")
    }

    private func name(_ column: String) -> String? {
        if SampleWords.silent.contains(column) || column == "id" || column.hasSuffix("_id") { return nil }
        return SampleWords.names[column]?[language] ?? column
    }

    private func value(_ column: String, _ text: String) -> String? {
        if text.isEmpty { return nil }
        guard let number = Int(text) else { return text }
        if number == 0, column != "hundredths" { return nil }
        if column == "day" || column.hasSuffix("_day") { return Format(language).day(Day(number: number)) }
        return column == "hundredths" ? Format(language).decimal(number, 2) : text
    }

    private static let silent: Set<String> = [
        "sort_key", "search_key", "version", "standing", "level", "code_index", "code_sealed", "year",
    ]

    private static let names: [String: Text] = [
        "address": Text(lv: "adrese", en: "address"),
        "birth_day": Text(lv: "dzimšanas datums", en: "born on"),
        "code": Text(lv: "kods", en: "code"),
        "external_code": Text(lv: "kods", en: "code"),
        "forename": Text(lv: "vārds", en: "forename"),
        "founder": Text(lv: "dibinātājs", en: "founder"),
        "from_day": Text(lv: "no", en: "from"),
        "grade": Text(lv: "klases pakāpe", en: "grade"),
        "hundredths": Text(lv: "vērtība", en: "value"),
        "kind": Text(lv: "veids", en: "kind"),
        "lessons": Text(lv: "stundas", en: "lessons"),
        "name": Text(lv: "nosaukums", en: "name"),
        "reason_in": Text(lv: "uzņemšanas iemesls", en: "reason for coming"),
        "reason_out": Text(lv: "atskaitīšanas iemesls", en: "reason for leaving"),
        "reg_no": Text(lv: "reģistrācijas numurs", en: "registration number"),
        "state": Text(lv: "stāvoklis", en: "state"),
        "study_form": Text(lv: "izglītības ieguves forma", en: "form of study"),
        "surname": Text(lv: "uzvārds", en: "surname"),
        "term": Text(lv: "semestris", en: "term"),
        "text": Text(lv: "pieraksts", en: "as written"),
        "to_day": Text(lv: "līdz", en: "until"),
        "type": Text(lv: "tips", en: "type"),
    ]
}
