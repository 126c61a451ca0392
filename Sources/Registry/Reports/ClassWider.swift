import Frame
import Kernel

/// A class beside its grade in the institution, in similar institutions and in the municipality.
///
/// Absence is not shown by grade to those who do not see the pupils: single classes could be told from it. There it is
/// laid beside whole institutions, in a table of its own.
struct ClassWider {
    let sections: [ReportSection]
    /// What similar institutions are.
    let notes: [Text]

    private static let byGrade = [
        PlaceBeside.Column("mark", "attainment/mark"),
        PlaceBeside.Column("level-insufficient", "attainment/level-insufficient"),
        PlaceBeside.Column("result", "assessments/result"),
    ]
    private static let absence = [
        PlaceBeside.Column("missed-share", "attendance/missed-share", restsOn: ["attendance/missed"])
    ]

    init(_ question: Question) throws {
        let parts = try [ClassWider.byGrade, ClassWider.absence].map {
            try PlaceBeside(question, $0, isEmpty: false, withYears: false)
        }
        let titles: [(code: String, words: Text)] = [
            ("comparison", Text(lv: "Tā pati klases pakāpe citur", en: "The same grade elsewhere")),
            ("absence", Text(lv: "Kavējumi citur", en: "Absence elsewhere")),
        ]
        sections = zip(parts, titles).compactMap { part, title in
            guard var section = part.wider else { return nil }
            section.code = title.code
            section.title = title.words
            return section
        }
        notes = Array(parts.map(\.notes).first { !$0.isEmpty } ?? [])
    }
}
