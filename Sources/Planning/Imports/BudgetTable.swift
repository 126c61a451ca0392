package import Frame
package import Kernel
package import Storage
internal import Tabular

/// The budget annex of a programme: numbered lines by calendar years, with sums down and across.
///
/// The headings are years, so that no list of fields can name them; rows are read as they stand.
package enum BudgetTable: ImportFormat {
    package static let name = "programme-budget"
    package static let title = Text(lv: "Programmas budžeta tabula", en: "Budget table of a programme")
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Programmas budžeta rindas un summas pa gadiem",
            en: "Budget lines of a programme and amounts by year"
        ),
        origin: Text(
            lv: "Programmas finanšu pielikums: „Nr.”, „Pasākums”, kalendārie gadi, „Kopā”.",
            en: "The financial annex of a programme: number, activity, calendar years, total."
        ),
        owner: Text(lv: "Izglītības pārvalde", en: "The education board"),
        rhythm: Text(
            lv: "Kad programma apstiprināta vai tās budžets grozīts",
            en: "When a programme is decided or its budget amended"
        ),
        policy: Text(
            lv: """
                Rindas pievieno programmai, kuras kods ir kolonnā „Programma” vai norādīts visam failam (--set \
                programme=KODS), citādi vienīgajai šo gadu programmai vai jaunai. Rindu meklē pēc Sekmes numura pirmajā kolonnā, \
                ja tas ir, citādi pēc dokumenta numura. Tukša šūna nav nulle. Summas pārbauda pa rindām un pa gadiem; nepareizu nosauc ar rindu.
                """,
            en: """
                Lines go to the programme whose code stands in the column “Programme” or is given for the file (--set \
                programme=CODE), else to the only one of these years, or to a new one. A line is found by Sekme's number in the \
                first column where there is one, else by its number in the document. A blank is no nought. Sums are checked by line and by year; a wrong one is named with its line.
                """
        )
    )
    package static let fields: [ImportField] = []
    package static let layout = ImportLayout.raw

    package static func recognise(_ sample: SheetSample) -> Int {
        guard let head = sample.rows.lazy.compactMap({ BudgetHead($0.cells) }).first else { return 0 }
        // A number, a name and years are the headings of any list over years: of institutions, of posts.
        return head.isOfActivities ? 85 : 20
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> ProgrammeTable.Known {
        try ProgrammeTable.known(tenant, connection)
    }

    package static func reader(_ known: ProgrammeTable.Known, _ run: ImportRun) throws -> any LineReader {
        BudgetReader(known.plans, run)
    }
}

/// The heading row of a budget: where its columns stand.
struct BudgetHead {
    /// Sekme's own number of each line, where the file was written by it.
    let sekme: Int?
    let number: Int
    let name: Int
    let years: [(column: Int, year: Int)]
    let total: Int?
    let note: Int?
    /// The code of each line's programme, where a file has several.
    let programme: Int?
    /// Whether the names are said to be those of activities or lines of a budget.
    let isOfActivities: Bool

    /// Nil where the row is no such heading: the first column is the number, then the name and the years; before them may
    /// stand Sekme's own number.
    init?(_ cells: [CellValue]) {
        let words = cells.map { LatvianKey.search($0.text) }
        let isOwn = words.first.map { ["sekme", "sekmes numurs"].contains($0) } ?? false
        sekme = isOwn ? 0 : nil
        number = isOwn ? 1 : 0
        guard words.count >= number + 3,
            ["nr", "n p k", "no", "number", "numurs"].contains(words[number])
        else { return nil }
        years = words.enumerated().compactMap { column, word in
            Int(word).flatMap { PlanYear.range.contains($0) ? (column, $0) : nil }
        }
        guard let first = years.first?.column, first >= number + 2,
            Set(years.map(\.year)).count == years.count
        else {
            return nil
        }
        name = first - 1
        isOfActivities = BudgetHead.activities.contains(words[name])
        total = words.firstIndex { BudgetHead.totals.contains($0) }
        note = words.firstIndex { ["piezimes", "piezime", "note", "notes"].contains($0) }
        let behind = years.last?.column ?? words.count
        programme = words.indices.first { column in
            column > behind && ["programma", "programme"].contains(words[column])
        }
    }

    /// The first and the last year.
    var span: (first: Int, last: Int) {
        let numbers = years.map(\.year)
        return (numbers.min() ?? 0, numbers.max() ?? 0)
    }

    private static let activities: Set<String> = [
        "pasakums", "pasakumi", "pasakuma nosaukums", "aktivitate", "aktivitates", "darbiba", "darbibas",
        "uzdevums", "uzdevumi", "izdevumi", "pozicija", "budzeta rinda", "activity", "activities",
        "budget line", "expenditure",
    ]

    static let totals: Set<String> = ["kopa", "kopsumma", "total", "sum"]
}
