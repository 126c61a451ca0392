import Frame
package import Kernel
import Storage

/// The days of a term with their row version, as an editor sees them.
package struct TermRecord: Sendable {
    /// The school year.
    package let year: SchoolYear
    /// The term.
    package let term: Term
    /// The days: as kept, else those that hold where nobody says otherwise.
    package let days: ClosedRange<Day>
    /// The version of its row, for changes; 0 where the usual days hold.
    package let version: Int

    /// Its answers.
    package var texts: EditTexts {
        ["from": EditTexts.day(days.lowerBound), "to": EditTexts.day(days.upperBound)]
    }

    /// How the row is named in history and in the audit trail.
    var row: String { TermRecord.row(year, term) }

    static func row(_ year: SchoolYear, _ term: Term) -> String { "\(year)/\(term.rawValue)" }

    /// Both terms of the years with data or with days of their own, and of the present and the next year; the latest
    /// year first.
    static func all(today: Day, _ tenant: TenantID, _ connection: Connection) throws -> [TermRecord] {
        let known = try Years.load(tenant, connection)
        let rows = try connection.rows(
            "SELECT year, term, version FROM term WHERE tenant_id = \(tenant) ORDER BY year, term",
            Int.self,
            Int.self,
            Int.self
        )
        let versions = Dictionary(rows.map { ([$0.0, $0.1], $0.2) }) { first, _ in first }
        let present = SchoolYear(containing: today)
        let years = Set(known.withData + rows.map { SchoolYear($0.0) } + [present, present.next])
        return years.sorted(by: >).flatMap { year in
            Term.allCases.map { term in
                TermRecord(
                    year: year,
                    term: term,
                    days: known.days(of: term, in: year),
                    version: versions[[year.start, term.rawValue]] ?? 0
                )
            }
        }
    }
}

extension TermRecord {
    /// The questions of a term.
    package static let fields = [
        EditField("from", Text(lv: "Pirmā diena", en: "First day"), .day),
        EditField("to", Text(lv: "Pēdējā diena", en: "Last day"), .day),
    ]

    /// What a term of a year is called.
    package var title: Text {
        Text(
            lv: "\(term.rawValue). semestris, \(Format(.lv).schoolYear(year))",
            en: "Term \(term.rawValue), \(Format(.en).schoolYear(year))"
        )
    }
}
