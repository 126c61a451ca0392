import Frame
import Kernel
import Pages
import Storage

/// One subject across institutions: marks, levels, absence and tests.
///
/// Figures of a subject point to those who teach it, so they are for readers of figures about teachers; who teaches it
/// sees the own classes.
struct SubjectYearPage: Page {
    let method = PageMethod.get
    let path = "/subjects/:subject/year"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = SubjectID(rawValue: try request.number("subject"))
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let year = try await desk.database.data.read { try SubjectYear.load(id, asked, desk, $0) }
        guard let year else { throw Refusal.noSuchPage }
        return .page(
            PageContent(
                Text(same: year.name),
                year.html(request.language),
                crumbs: [PageContent.Crumb(SubjectsPage.title, "/subjects")]
            )
        )
    }
}

/// Everything that the page of a subject shows.
struct SubjectYear: Sendable {
    /// An institution, or a class where the reader sees one institution.
    struct Line: Sendable {
        let name: Text
        let address: Address?
        let marks: [Figure?]
        let counted: Figure?
        let missed: Figure?
        let tests: Figure?
        let state: Figure?
    }

    let id: SubjectID
    let name: String
    let year: SchoolYear
    let years: [SchoolYear]
    let lines: [Line]
    let whole: Line?
    /// The year that the marks are of: the page's own, or the one before while it runs and has none yet.
    let markYear: SchoolYear
    let levels: LevelBars
    let along: Dimension
    let isOpen: Bool
    /// Whether it is of the reader's own classes only.
    let isOwn: Bool
    /// The reader's page of own figures.
    let own: Address?

    static func load(
        _ id: SubjectID,
        _ asked: SchoolYear?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> SubjectYear? {
        let found = try connection.rows(
            "SELECT name FROM subject WHERE tenant_id = \(desk.tenant) AND id = \(id)",
            String.self
        ).first
        guard let found else { return nil }
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let year = try asked ?? lookup.latestYear(today: desk.today)
        let years = try lookup.years()
        let reach = desk.asker.reach(.readTeacherFigures, on: desk.today)
        let taught = try reach.isEmpty ? SubjectYear.taught(id, year, desk, lookup) : nil
        let selection = taught ?? SubjectYear.within(reach, id, year)
        let isOpen = taught != nil || !reach.isEmpty
        let figures = PageFigures(desk, connection)
        let along: Dimension =
            taught == nil && selection.institution == nil ? .institution : .classGroup
        let columns = isOpen ? try SubjectYear.columns(selection, along, figures) : nil
        return SubjectYear(
            id: id,
            name: found,
            year: year,
            years: years.contains(year) ? years : [year] + years,
            lines: columns?.lines ?? [],
            whole: columns?.whole,
            markYear: columns?.markYear ?? year,
            levels: columns?.levels ?? LevelBars(bars: []),
            along: along,
            isOpen: isOpen,
            isOwn: taught != nil,
            own: desk.asker.staff.map { "/teachers/\($0.rawValue)" }
        )
    }

    /// The subject wherever the reader sees figures about teachers.
    private static func within(_ reach: Reach, _ id: SubjectID, _ year: SchoolYear) -> Selection {
        var selection = Selection(year: year, reach: reach)
        selection.subject = id
        let isSingle = !reach.everything && reach.institutions.count == 1
        selection.institution = isSingle ? reach.institutions.first : nil
        return selection
    }

    /// The subject in the reader's own classes; nil where the reader does not teach it in the year.
    private static func taught(
        _ id: SubjectID,
        _ year: SchoolYear,
        _ desk: Desk,
        _ lookup: RegistryLookup
    ) throws -> Selection? {
        guard let staff = desk.asker.staff else { return nil }
        let places = try lookup.institutions(where: staff, teaches: id, in: year)
        guard !places.isEmpty else { return nil }
        var reach = Reach()
        for place in places { reach.add(Scope(institution: place)) }
        var selection = within(reach, id, year)
        selection.teacher = staff
        return selection
    }

    private static func columns(
        _ selection: Selection,
        _ along: Dimension,
        _ figures: PageFigures
    ) throws -> SubjectColumns {
        // A running year has marks of terms only.
        let terms = try figures.line("attainment/marks", selection, over: .term)
        var period = selection
        period.term = terms[0] == nil ? terms.keys.max() : nil
        return try SubjectColumns(period, along, figures)
    }

    func html(_ language: Language) -> HTML {
        let format = Format(language)
        let filter = FilterBar(
            language,
            action: "/subjects/\(id.rawValue)/year",
            choices: [
                FilterBar.Choice(
                    "year",
                    Text(lv: "Mācību gads", en: "School year")[language],
                    years.map { Option($0.description, format.schoolYear($0)) },
                    chosen: year.description
                )
            ]
        )
        let mine = Text(lv: " · jūsu klases", en: " · your classes")[language]
        let head = PageHead(name, lede: format.schoolYear(year) + (isOwn ? mine : ""))
        guard isOpen else { return "\(head)\(closed(language))" }
        let heading = Text(lv: "Vērtējumi pa līmeņiem", en: "Marks by level")[language]
        let picture = levels.html(id: "levels", language).map { Section(heading, $0).html }
        return "\(head)\(filter)\(table(language))\(picture)"
    }

    private func closed(_ language: Language) -> HTML {
        let link = own.map { address -> HTML in
            let words = Text(lv: "Mani rādītāji", en: "My figures")
            return "<p>\(Link(words[language], address))</p>"
        }
        let notice = Notice(
            .info,
            language,
            Text(
                lv: "Rādītājus pa priekšmetiem redz iestādes vadība un pārvaldes speciālists.",
                en: "Figures by subject are for the head of the institution and the board's specialist."
            )[language],
            more: Text(
                lv: "Tie norāda uz pedagogu. Savus rādītājus pedagogs redz lapā „Mani rādītāji”.",
                en: "They point to a teacher. Teachers see their own on the page “My figures”."
            )[language]
        )
        return "\(notice)\(link)"
    }

    private func table(_ language: Language) -> DataTable {
        let thing =
            along == .institution ? Text(lv: "Iestāde", en: "Institution") : Text(lv: "Klase", en: "Class")
        let range = markRange
        let shown = SubjectColumn.known(in: self)
        var table = DataTable(
            id: "subject",
            language,
            caption: name,
            columns: [
                DataTable.Column(thing[language])
            ] + shown.map { $0.column(self, language) },
            rows: lines.map { row($0, shown, range, language) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.totals = lines.isEmpty ? [] : (whole.map { [row($0, shown, nil, language)] } ?? [])
        // Classes are of their year, so that marks of one have no line.
        let hasLine = lines.contains { $0.marks.count > 1 }
        table.notes = [SubjectColumn.note(shown, hasLine: hasLine)[language]]
        table.empty = EmptyState(
            Text(lv: "Šajā mācību gadā datu nav", en: "There are no data of this school year")[language],
            advice: Text(
                lv: "Izvēlieties citu gadu vai importējiet žurnālu ar šo priekšmetu.",
                en: "Choose another year, or import a journal with this subject."
            )[language]
        )
        return table
    }

    private func row(
        _ line: Line,
        _ columns: [SubjectColumn],
        _ range: ClosedRange<Int>?,
        _ language: Language
    ) -> DataTable.Row {
        let cells = columns.map { column in
            let figure = column.figure(line)
            var cell = DataTable.Cell.figure(figure, language)
            if column == .mark, let range, figure?.words(language) != nil {
                cell.picture = .spark(line.marks.map { $0?.scaled?.value }, within: range)
            }
            return cell
        }
        return DataTable.Row([.words(line.name[language])] + cells, address: line.address)
    }

    private var markRange: ClosedRange<Int> {
        let all = lines.flatMap { $0.marks.compactMap { $0?.scaled?.value } }
        guard let low = all.min(), let high = all.max() else { return 0...1 }
        return low...max(high, low + 1)
    }
}
