import Access
import Frame
import Kernel
import Pages
import Storage

/// The board: its institutions of a school year in one table, pupils at both ends of the year and who moved.
///
/// How many came and left, and why, stands in few numbers about few pupils, and pupils at both ends of the year would
/// give away what is hidden of it; so it is shown of the institutions whose pupils the reader works with.
struct BoardPage: Page {
    let method = PageMethod.get
    let path = "/board"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Pašvaldība", en: "Municipality")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let order = BoardOrder(request.query)
        let board = try await desk.database.data.read {
            try Board.load(asked, adding: order.added, desk, $0)
        }
        let language = request.language
        let format = Format(language)
        let noun = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        let lede = [
            noun.counted(board.lines.count)[language], format.schoolYear(board.year),
            board.founders.joined(separator: ", "),
        ]
        let years = board.years.map { Option($0.description, format.schoolYear($0)) }
        let filter = FilterBar(
            language,
            action: "/board",
            choices: [
                FilterBar.Choice(
                    "year",
                    Text(lv: "Mācību gads", en: "School year")[language],
                    years,
                    chosen: board.year.description
                ),
                FilterBar.Choice(
                    BoardOrder.columns,
                    Text(lv: "Papildu kolonnas", en: "More columns")[language],
                    several: BoardColumn.chosenOnes.map { Option($0.rawValue, $0.heading[language]) },
                    chosen: Set(order.added.map(\.rawValue))
                ),
            ],
            keeping: ["sort", "order"].compactMap { name in request.query[name].map { (name, $0) } }
        )
        let page = request.query[BoardMonths.name].flatMap { Int($0) } ?? 1
        let tables = BoardTables(board: board, order: order, language: language, page: page)
        let head = PageHead(board.name, lede: lede.filter { !$0.isEmpty }.joined(separator: " · "))
        return .page(PageContent(Text(same: board.name), "\(head)\(filter)\(tables.html)"))
    }
}

/// Everything that the page of the board shows.
struct Board: Sendable {
    let name: String
    let year: SchoolYear
    let years: [SchoolYear]
    let founders: [String]
    let lines: [Line]
    /// Pupils on 1 September and 31 May, by institution and in all; the second ones not before the day.
    let start: Counted
    let end: Counted?
    /// Mean marks of a year and the two before, the latest first.
    let marks: [Counted]
    /// The year of the latest marks: that of the board, or the one before while it runs and has none yet.
    let markYear: SchoolYear
    /// The share of lessons missed, its parts by kind, and by month.
    let missed: Counted
    let kinds: [[Int: Figure]]
    let months: BoardMonths
    /// The months that the share is of, where it leaves others out that there are records of.
    let missedMonths: Text?
    /// Pupils over the limit.
    let over: Counted
    /// The columns that were added, as far as any room knows of them.
    let added: [BoardColumn: Counted]
    /// Who came and left, in the institutions whose pupils the reader works with.
    let movement: [MovementCount]
    /// The institutions whose movement is shown.
    let moving: Set<Int>
    let codes: CodeLists

    /// One institution.
    struct Line: Sendable {
        let id: Int
        let name: String
        let kind: Text
        let classes: Int
    }

    /// Figures by institution, and that of all together.
    struct Counted: Sendable {
        let byInstitution: [Int: Figure]
        let all: Figure?
    }

    static func load(
        _ asked: SchoolYear?,
        adding columns: [BoardColumn] = [],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Board {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let years = try lookup.years()
        let year = try asked ?? lookup.latestYear(today: desk.today)
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let selection = Selection(year: year, reach: reach)
        let figures = PageFigures(desk, connection)
        let codes = try CodeLists.load(desk.tenant, connection)
        let rows = try institutions(year, reach, desk, connection)
        let works = desk.asker.reach(.readPupils, on: desk.today)
        let moving = Set(rows.map(\.id)).filter { id in
            works.everything || works.institutions.contains(InstitutionID(rawValue: id))
        }
        let counts = PupilCounts(Selection(year: year, reach: works), tenant: desk.tenant)
        let isOver = PupilCounts.end(of: year) <= desk.today
        let (marks, markYear) = try marks(selection, isOver: isOver, figures)
        return Board(
            name: try Tenants.find(desk.tenant, connection)?.name ?? BoardPage.title.lv,
            year: year,
            years: years.contains(year) ? years : [year] + years,
            founders: Array(Set(rows.map(\.founder).filter { !$0.isEmpty })).sorted().prefix(3).map { $0 },
            lines: rows.map { row in
                let kind = codes.words(CodeLists.institutionKinds, row.kind)
                return Line(id: row.id, name: row.name, kind: kind, classes: row.classes)
            },
            start: try counted(RegistryMeasures.pupils, selection, figures),
            end: isOver
                ? try counted(RegistryMeasures.pupilsByProgrammeAtEnd, selection, figures) : nil,
            marks: marks,
            markYear: markYear,
            missed: try counted("attendance/missed-share", selection, figures),
            kinds: try AbsenceMonths.kinds.map {
                try figures.line("attendance/\($0.code)-rate", selection, over: .institution)
            },
            months: try BoardMonths.load(selection, figures),
            missedMonths: try figures.months("attendance/missed-share", selection),
            over: try counted("attendance/over-limit", selection, figures),
            added: try added(columns, selection, figures),
            movement: try moving.isEmpty
                ? [] : counts.movement(connection).filter { moving.contains($0.institution.rawValue) },
            moving: moving,
            codes: codes
        )
    }

    /// Marks of three years, the latest first.
    ///
    /// They come after the lessons, so that a running year has none for months.
    private static func marks(
        _ selection: Selection,
        isOver: Bool,
        _ figures: PageFigures
    ) throws -> ([Counted], SchoolYear) {
        func marks(_ year: SchoolYear) throws -> Counted {
            var past = selection
            past.year = year
            return try counted("attainment/mark", past, figures)
        }
        let now = try marks(selection.year)
        let lacks = !isOver && !now.byInstitution.values.contains(where: \.saysSomething)
        let latest = lacks ? selection.year.previous : selection.year
        let years = [latest, latest.previous, latest.previous.previous]
        return (try years.map { $0 == selection.year ? now : try marks($0) }, latest)
    }

    /// A column that is not known of any institution stays, as it was asked for; one that no room knows goes.
    private static func added(
        _ columns: [BoardColumn],
        _ selection: Selection,
        _ figures: PageFigures
    ) throws -> [BoardColumn: Counted] {
        try columns.reduce(into: [:]) { added, column in
            guard let measure = column.measure, figures.has(measure) else { return }
            added[column] = try counted(measure, selection, figures)
        }
    }

    private static func counted(
        _ measure: String,
        _ selection: Selection,
        _ figures: PageFigures
    ) throws -> Counted {
        Counted(
            byInstitution: try figures.line(measure, selection, over: .institution),
            all: try figures.one(measure, selection)
        )
    }

    private struct Institution: Readable {
        let id: Int
        let name: String
        let kind: String
        let founder: String
        let classes: Int

        init(row: inout Row) throws {
            id = try row.next()
            name = try row.next()
            kind = try row.next()
            founder = try row.next()
            classes = try row.next()
        }
    }

    /// The board's own institutions that were open in the year.
    private static func institutions(
        _ year: SchoolYear,
        _ reach: Reach,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Institution] {
        let seen: SQL =
            reach.everything ? "1 = 1" : "i.id IN (\(list: reach.institutions.sorted()))"
        return try connection.rows(
            """
            SELECT i.id, i.name, i.kind, i.founder, count(c.id) FROM institution i
            LEFT JOIN class_group c ON c.tenant_id = i.tenant_id AND c.institution_id = i.id
                AND c.year = \(year.start)
            WHERE i.tenant_id = \(desk.tenant) AND i.is_reference = 0
                AND \(SQL.isOpen(on: year.first)) AND \(seen)
            GROUP BY i.id, i.name, i.kind, i.founder, i.sort_key ORDER BY i.sort_key, i.id
            """
        )
    }
}
