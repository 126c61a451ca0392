package import Frame
package import Kernel
import Storage

/// The days of terms.
package enum TermsTable: OwnTable {
    package static let name = "terms"
    package static let title = Text(
        lv: "Semestru datumi (Sekmes tabula)",
        en: "Days of terms (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Semestru datumi", en: "Days of terms"),
        Text(
            lv: "Ministru kabineta noteiktais mācību gada sākuma un beigu laiks",
            en: "The start and end of the school year as set by the Cabinet"
        )
    )

    enum Field: Int, CaseIterable { case year, term, from, to }

    package static let fields: [ImportField] = [
        ImportField.year.needed,
        ImportField(
            "term",
            Text(lv: "Semestris", en: "Term"),
            required: true,
            example: "1"
        ),
        ImportField.from.needed, ImportField.to.needed,
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard let year = try table.run.year(values.text(.year), at: values.place(of: .year)) else { return }
        let term = values.text(.term).hasPrefix("II") || values.text(.term).hasPrefix("2") ? 2 : 1
        guard ["1", "2", "1.", "2.", "I", "II"].contains(values.text(.term)) else {
            return table.run.staging.reject(badTerm(values.text(.term)), at: values.place(of: .term))
        }
        guard let from = values.day(.from), let to = values.day(.to) else { return }
        guard from <= to, year.contains(from), year.contains(to) else {
            return table.run.staging.reject(badDays, at: values.place(of: .from))
        }
        try table.stage(
            .terms,
            [year.start, term],
            [("from_day", from.sqlValue), ("to_day", to.sqlValue)],
            at: values.place
        )
    }

    private static func badTerm(_ value: String) -> Problem {
        Problem(
            "term.invalid",
            value: value,
            Text(lv: "Semestrim jābūt 1 vai 2.", en: "A term is 1 or 2."),
            advice: Text(lv: "Rakstiet 1 vai 2.", en: "Write 1 or 2.")
        )
    }

    private static let badDays = Problem(
        "term.days",
        Text(
            lv: "Semestra datumi nav secīgi vai neietilpst mācību gadā.",
            en: "The days of the term are out of order or outside the school year."
        ),
        advice: Text(
            lv: "Mācību gads ilgst no 1. septembra līdz 31. augustam; pārbaudiet abus datumus.",
            en: "The school year runs from 1 September to 31 August; check both days."
        )
    )
}
