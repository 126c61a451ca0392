internal import Frame
internal import Kernel
internal import Tabular

/// The numbers of one table of totals, with its own totals checked.
///
/// An institution whose total is wrong is left out, and so is a kind or year: one of its numbers must be wrong.
struct TotalsSheet {
    private let table: TotalsTable
    private let staging: any Staging
    private var numbers: [Int: [Int: Int]] = [:]
    private var badInstitutions: Set<Int> = []
    private var badLabels: Set<Int> = []

    init(_ table: TotalsTable, _ staging: any Staging) {
        self.table = table
        self.staging = staging
        read()
        checkInstitutions()
        checkLabels()
    }

    /// Institutions whose numbers can be read and add up.
    var goodInstitutions: [TotalsTable.Line] {
        table.institutions.filter { !badInstitutions.contains($0.index) }
    }

    /// The numbers of an institution, without totals and without blanks.
    func numbers(
        _ institution: TotalsTable.Line
    ) -> [(label: TableLabel, number: Int, place: SourcePlace)] {
        members.filter { !badLabels.contains($0.line.index) }.compactMap { line, label in
            numbers[institution.index]?[line.index].map { (label, $0, table.cell(institution, line).place) }
        }
    }

    private var members: [(line: TotalsTable.Line, label: TableLabel)] {
        table.labels.filter { $0.label != .total }
    }

    /// A dash says, as a blank does, that there is no number.
    private static let dashes: Set<String> = ["", "-", "–", "—"]

    private mutating func read() {
        for institution in table.institutions + (table.total.map { [$0] } ?? []) {
            for (line, _) in table.labels {
                let (value, place) = table.cell(institution, line)
                let text = HeadingMatch.clean(value.text)
                if TotalsSheet.dashes.contains(text) { continue }
                do throws(ParseFault) {
                    let number = try Parse.integer(text)
                    guard number >= 0 else { throw .notANumber }
                    numbers[institution.index, default: [:]][line.index] = number
                } catch {
                    staging.reject(Problem(error, value: text), at: place)
                    badInstitutions.insert(institution.index)
                    badLabels.insert(line.index)
                }
            }
        }
    }

    /// Each institution's numbers against its own total.
    private mutating func checkInstitutions() {
        guard let total = table.labels.first(where: { $0.label == .total })?.line else { return }
        for institution in table.institutions where !badInstitutions.contains(institution.index) {
            guard let said = numbers[institution.index]?[total.index] else { continue }
            let sum = members.reduce(0) { $0 + (numbers[institution.index]?[$1.line.index] ?? 0) }
            guard sum != said else { continue }
            badInstitutions.insert(institution.index)
            staging.reject(TableProblem.total(said, sum), at: table.cell(institution, total).place)
        }
    }

    /// The numbers of each kind or year, and those of the column of totals, against the row of totals.
    private mutating func checkLabels() {
        guard let total = table.total else { return }
        for (line, _) in table.labels where !badLabels.contains(line.index) {
            guard let said = numbers[total.index]?[line.index] else { continue }
            let sum = table.institutions.reduce(0) { $0 + (numbers[$1.index]?[line.index] ?? 0) }
            guard sum != said else { continue }
            badLabels.insert(line.index)
            staging.reject(TableProblem.total(said, sum), at: table.cell(total, line).place)
        }
    }
}

/// What can be wrong with a table of totals as a whole.
enum TableProblem {
    /// Neither kinds nor years among the headings.
    static let noHeadings = Problem(
        "table.headings",
        Text(
            lv: "Tabulā nav atrasti ne kavējumu veidi, ne mācību gadi.",
            en: "The table names neither kinds nor school years."
        ),
        advice: Text(
            lv: "Pārbaudiet virsrakstus: mācību gadu raksta „2022./2023.”, kopsummu – „Kopā”.",
            en: "Check the headings: a school year is written “2022/2023”, the sum “Total”."
        )
    )

    /// A heading over numbers that stands for nothing known.
    static func heading(_ text: String) -> Problem {
        Problem(
            "table.heading",
            value: text,
            Text(
                lv: "Virsraksts nav ne veids, ne mācību gads, ne kopsumma.",
                en: "The heading is neither a kind nor a school year nor a total."
            ),
            advice: Text(
                lv: "Izlabojiet virsrakstu vai dzēsiet šo daļu no tabulas.",
                en: "Correct the heading, or take this part out of the table."
            )
        )
    }

    /// A total that is not the sum of its parts.
    static func total(_ said: Int, _ sum: Int) -> Problem {
        let (lv, en) = (Format(.lv), Format(.en))
        return Problem(
            "table.total",
            value: String(said),
            Text(
                lv: "Kopsumma ir \(lv.integer(said)), bet saskaitot iznāk \(lv.integer(sum)).",
                en: "The total says \(en.integer(said)), but the numbers add up to \(en.integer(sum))."
            ),
            advice: Text(
                lv: "Pārbaudiet skaitļus un kopsummu; kamēr tie nesakrīt, šī daļa netiek importēta.",
                en: "Check the numbers and the total; until they agree, this part is not imported."
            )
        )
    }
}
