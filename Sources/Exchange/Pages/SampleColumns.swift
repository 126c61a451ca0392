import Kernel

extension SampleWords {
    /// What a column of a table is called; nil where it says nothing to a person.
    static func name(_ column: String, of table: String = "") -> Text? {
        if let name = ofTables["\(table).\(column)"] ?? names[column] { return name }
        if column.hasPrefix("below"), let percent = Int(column.dropFirst("below".count)) {
            return Text(lv: "zem \(percent)\u{a0}%", en: "below \(percent)%")
        }
        return silent.contains(column) || isNumberOfRow(column) ? nil : Text(same: column)
    }

    /// Whether a column holds the number of a row, which is shown only where somebody can name it.
    static func isNumberOfRow(_ column: String) -> Bool { column == "id" || column.hasSuffix("_id") }

    /// Whether a column has words of its own, or is silent on purpose.
    static func knows(_ column: String, of table: String = "") -> Bool {
        name(column, of: table).map { $0 != Text(same: column) } ?? true
    }

    /// Columns that say nothing to a person where nobody can name their values.
    static let silent: Set<String> = [
        "sort_key", "search_key", "version", "level", "standing", "scale_id", "code_index", "code_sealed",
        "text_key",
        "ordinal", "is_rated", "language", "former", "measure", "text_index", "role", "sex",
    ]

    /// What the day of a row tells.
    static let toldByDay: Set<String> = ["year", "term", "month"]

    /// Numbers whose nought is a value.
    static let counts: Set<String> = [
        "hundredths", "points", "percent", "mean", "state_mean", "lessons", "recorded", "count", "takers",
        "numerator",
    ]

    /// Numbers that are kept in hundredths.
    static let hundredths: Set<String> = [
        "load_hundredths", "hundredths", "points", "max_points", "percent", "mean", "state_mean",
    ]

    private static let names = people.merging(values) { first, _ in first }
        .merging(registers) { first, _ in first }.merging(plans) { first, _ in first }

    private static let people: [String: Text] = [
        "address": Text(lv: "adrese", en: "address"),
        "assessment_id": Text(lv: "pārbaudes darbs", en: "assessment"),
        "birth_day": Text(lv: "dzimšanas datums", en: "born on"),
        "class_id": Text(lv: "klase", en: "class"),
        "code": Text(lv: "kods", en: "code"),
        "external_code": Text(lv: "kods", en: "code"),
        "forename": Text(lv: "vārds", en: "forename"),
        "founder": Text(lv: "dibinātājs", en: "founder"),
        "group_id": Text(lv: "grupa", en: "group"),
        "institution_id": Text(lv: "iestāde", en: "institution"),
        "measure_id": Text(lv: "rādītājs", en: "measure"),
        "name": Text(lv: "nosaukums", en: "name"),
        "pupil_id": Text(lv: "izglītojamais", en: "pupil"),
        "reason_in": Text(lv: "uzņemšanas iemesls", en: "reason for coming"),
        "reason_out": Text(lv: "atskaitīšanas iemesls", en: "reason for leaving"),
        "reg_no": Text(lv: "reģistrācijas numurs", en: "registration number"),
        "study_form": Text(lv: "izglītības ieguves forma", en: "form of study"),
        "subject_id": Text(lv: "mācību priekšmets", en: "subject"),
        "surname": Text(lv: "uzvārds", en: "surname"),
        "teacher_id": Text(lv: "pedagogs", en: "teacher"),
        "type": Text(lv: "tips", en: "type"),
    ]

    private static let values: [String: Text] = [
        "count": Text(lv: "skaits", en: "count"),
        "day": Text(lv: "diena", en: "day"),
        "denominator": Text(lv: "no cik", en: "of how many"),
        "from_day": Text(lv: "no", en: "from"),
        "grade": Text(lv: "klases pakāpe", en: "grade"),
        "hundredths": Text(lv: "vērtība", en: "value"),
        "is_reference": Text(lv: "nav pašu reģistrā", en: "not of the own register"),
        "is_public": Text(lv: "publicēts", en: "published"),
        "kind": Text(lv: "veids", en: "kind"),
        "lessons": Text(lv: "stundas", en: "lessons"),
        "level": Text(lv: "līmenis", en: "level"),
        "max_points": Text(lv: "lielākais punktu skaits", en: "most points"),
        "mean": Text(lv: "vidējais, %", en: "mean, %"),
        "minutes_late": Text(lv: "nokavētas minūtes", en: "minutes late"),
        "month": Text(lv: "mēnesis", en: "month"),
        "numerator": Text(lv: "skaits", en: "count"),
        "part": Text(lv: "daļa", en: "part"),
        "people": Text(lv: "personas", en: "people"),
        "percent": Text(lv: "rezultāts, %", en: "result, %"),
        "points": Text(lv: "punkti", en: "points"),
        "reason": Text(lv: "iemesls", en: "reason"),
        "recorded": Text(lv: "reģistrētās stundas", en: "lessons recorded"),
        "slot": Text(lv: "stunda", en: "lesson"),
        "state": Text(lv: "stāvoklis", en: "state"),
        "state_mean": Text(lv: "valsts vidējais, %", en: "mean of the state, %"),
        "status": Text(lv: "dalība", en: "taking part"),
        "takers": Text(lv: "kārtotāji", en: "takers"),
        "term": Text(lv: "semestris", en: "term"),
        "text": Text(lv: "pieraksts", en: "as written"),
        "text_id": Text(lv: "pieraksts", en: "as written"),
        "to_day": Text(lv: "līdz", en: "until"),
        "year": Text(lv: "mācību gads", en: "school year"),
    ]
}
