internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Sekme's own wide table of absences: a line a pupil, a column a day, in each cell the signs of that day.
///
/// A cell holds signs with their numbers of lessons: `ns`, `3ns`, `2ns 1n`. The columns before the days are those
/// of ``Absences``.
enum AbsencesByDay: ImportFormat {
    static let name = "absences-by-day"
    static let title = Text(lv: "Kavējumi pa dienām", en: "Absences by day")
    static let card = DataFlowCard(
        touches: Text(
            lv: "Stundu ieraksti; ja fails ir pamatavots, arī izglītojamie un klases",
            en: "Lesson records; of a master source pupils and classes too"
        ),
        origin: Text(
            lv:
                "Iestādes tabula: rinda ir izglītojamais, kolonna ir diena, šūnā – kavējuma zīmes un stundu skaits.",
            en: "A table of the institution: a line is a pupil, a column a day, a cell the signs of absence."
        ),
        owner: Absences.card.owner,
        rhythm: Absences.card.rhythm,
        policy: Absences.card.policy
    )
    static let fields: [ImportField] = []
    static let settings = AbsenceSettings.all
    static let layout = ImportLayout.raw

    static func recognise(_ sample: SheetSample) -> Int {
        let rows = sample.rows.map { MappedLine(place: SourcePlace(line: $0.line), cells: $0.cells) }
        return rows.contains { DayHeadings($0) != nil } ? 70 : 0
    }

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> Absences.Known {
        try Absences.known(tenant, connection)
    }

    static func reader(_ known: Absences.Known, _ run: ImportRun) throws -> any LineReader {
        try AbsencesByDayReader(known, run)
    }
}

/// The heading row of a table whose columns are days.
struct DayHeadings {
    /// The days by column.
    let days: [(column: Int, day: Day)]
    /// For each field of ``Absences`` its column, or -1.
    let columnOfField: [Int]

    /// The headings of a row; nil where it has no two days, or no pupil.
    init?(_ line: MappedLine) {
        let cells = line.cells
        days = cells.enumerated().compactMap { column, cell in
            DayHeadings.day(cell).map { (column, $0) }
        }
        let headings = cells.map { HeadingMatch.normal($0.text) }
        columnOfField = Absences.fields.map { field in
            let names = Set(field.names)
            return headings.firstIndex { !$0.isEmpty && names.contains($0) } ?? -1
        }
        let persons: [Absences.Field] = [.personalCode, .pupilCode, .surname]
        guard days.count > 1, persons.contains(where: { columnOfField[$0.rawValue] >= 0 }) else { return nil }
    }

    private static func day(_ cell: CellValue) -> Day? {
        if case .day(let day) = cell { return day }
        return try? Parse.day(cell.text)
    }
}
