package import Frame
package import Kernel
import Storage

/// Subjects with their learning areas.
package enum SubjectsTable: OwnTable {
    package static let name = "subjects"
    package static let title = Text(
        lv: "Mācību priekšmeti (Sekmes tabula)",
        en: "Subjects (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Mācību priekšmeti", en: "Subjects"),
        Text(lv: "Mācību priekšmetu saraksts ar mācību jomām", en: "List of subjects with learning areas")
    )

    enum Field: Int, CaseIterable { case sekme, subject, code, area }

    package static let fields: [ImportField] = [
        .sekme(.subject), .subject(required: true),
        ImportField(
            "subject_code",
            Text(lv: "Mācību priekšmeta kods", en: "Subject code"),
            ["priekšmeta kods"],
            example: "MAT"
        ),
        ImportField(
            "area",
            Text(lv: "Mācību joma", en: "Learning area"),
            ["joma"],
            required: true,
            example: "Matemātikas mācību joma"
        ),
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard let id = try subject(values, table.directory) else { return }
        var columns = table.columns([("code", values.text(.code))])
        // A subject that was found by its code takes over the name, with the keys that go by it.
        if !values.text(.subject).isEmpty { columns += DirectoryRun.named(values.text(.subject)) }
        if !values.text(.area).isEmpty {
            guard let area = area(values.text(.area), table.codes, table.run.today) else {
                return table.run.staging.reject(
                    badArea(values.text(.area), table.codes, table.run.today),
                    at: values.place(of: .area)
                )
            }
            columns.append(("area", area.sqlValue))
        }
        try table.stage(.subjects, [id.rawValue], columns, at: values.place)
    }

    /// The subject of a line: by its number, else by code or name.
    ///
    /// Another board's number is not kept: a subject is of no institution, and has a code or a name of its own.
    private static func subject(
        _ values: LineValues<Field>,
        _ directory: DirectoryRun
    ) throws -> SubjectID? {
        let (name, code) = (values.text(.subject), values.text(.code))
        switch directory.subject(values.number(.sekme), name: name, code: code) {
        case .one(let id): return id
        case .refused: return nil
        case .unsaid: return try directory.subject(name: name, code: code, at: values.place(of: .subject))
        }
    }

    /// The number of an area that is given by its number, its name, or its name without the words for "area".
    private static func area(_ text: String, _ codes: CodeLists, _ day: Day) -> Int? {
        let lists = [text, "\(text) mācību joma"]
        return lists.lazy.compactMap { codes.code(CodeLists.learningAreas, written: $0, on: day) }.first
            .flatMap { Int($0) }
    }

    private static func badArea(_ value: String, _ codes: CodeLists, _ day: Day) -> Problem {
        let areas = codes.items(CodeLists.learningAreas, on: day)
        let lv = areas.map { "\($0.code) – \($0.words.lv)" }.joined(separator: "; ")
        let en = areas.map { "\($0.code) – \($0.words.en)" }.joined(separator: "; ")
        return Problem(
            "area.unknown",
            value: value,
            Text(lv: "Šādas mācību jomas nav.", en: "There is no such learning area."),
            advice: Text(
                lv: "Rakstiet jomas numuru vai nosaukumu: \(lv).",
                en: "Write its number or name: \(en)."
            )
        )
    }
}
