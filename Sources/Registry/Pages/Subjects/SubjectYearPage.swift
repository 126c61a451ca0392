import Frame
import Kernel
import Pages
import Storage

/// One subject across institutions: marks, levels, absence and tests.
///
/// Figures of a subject point to those who teach it, so they are for readers of figures about teachers.
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
    let levels: LevelBars
    let along: Dimension
    let isOpen: Bool

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
        var selection = Selection(year: year, reach: reach)
        selection.subject = id
        let single = reach.everything || reach.institutions.count != 1 ? nil : reach.institutions.first
        selection.institution = single
        let figures = PageFigures(desk, connection)
        // A running year has marks of terms only.
        let terms = try reach.isEmpty ? [:] : figures.line("attainment/marks", selection, over: .term)
        selection.term = terms[0] == nil ? terms.keys.max() : nil
        let along: Dimension = single == nil ? .institution : .classGroup
        let columns = reach.isEmpty ? nil : try SubjectColumns(selection, along, figures)
        return SubjectYear(
            id: id,
            name: found,
            year: year,
            years: years.contains(year) ? years : [year] + years,
            lines: columns?.lines ?? [],
            whole: columns?.whole,
            levels: columns?.levels ?? LevelBars(bars: []),
            along: along,
            isOpen: !reach.isEmpty
        )
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
        let head = PageHead(name, lede: format.schoolYear(year))
        guard isOpen else { return "\(head)\(closed(language))" }
        let heading = Text(lv: "Vērtējumi pa līmeņiem", en: "Marks by level")[language]
        let picture = levels.html(id: "levels", language).map { Section(heading, $0).html }
        return "\(head)\(filter)\(table(language))\(picture)"
    }

    private func closed(_ language: Language) -> Notice {
        Notice(
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
    }

    private func table(_ language: Language) -> DataTable {
        let thing =
            along == .institution ? Text(lv: "Iestāde", en: "Institution") : Text(lv: "Klase", en: "Class")
        let range = markRange
        var table = DataTable(
            id: "subject",
            language,
            caption: name,
            columns: [
                DataTable.Column(thing[language]),
                DataTable.Column(Text(lv: "Vidējais vērtējums", en: "Mean mark")[language], .spark),
                DataTable.Column(Text(lv: "Vērtējumi", en: "Marks")[language], .number),
                DataTable.Column(Text(lv: "Kavēto stundu daļa", en: "Lessons missed")[language], .number),
                DataTable.Column(Text(lv: "Pārbaudes darbi", en: "Tests")[language], .number),
                DataTable.Column(Text(lv: "Valsts tajos pašos", en: "State in the same")[language], .number),
            ],
            rows: lines.map { row($0, range, language) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.totals = lines.isEmpty ? [] : (whole.map { [row($0, nil, language)] } ?? [])
        table.notes = [
            Text(
                lv:
                    "Pēc nosaukuma. Līnija rāda trīs gadus. Pārbaudes darbi – tie, kuriem zināms valsts vidējais.",
                en: "By name. The line shows three years. Tests are those whose state mean is known."
            )[language]
        ]
        table.empty = EmptyState(
            Text(lv: "Šajā mācību gadā datu nav", en: "There are no data of this school year")[language],
            advice: Text(
                lv: "Izvēlieties citu gadu vai importējiet žurnālu ar šo priekšmetu.",
                en: "Choose another year, or import a journal with this subject."
            )[language]
        )
        return table
    }

    private func row(_ line: Line, _ range: ClosedRange<Int>?, _ language: Language) -> DataTable.Row {
        var mark = DataTable.Cell.figure(line.marks.last ?? nil, language)
        if let range, (line.marks.last ?? nil)?.words(language) != nil {
            mark.picture = .spark(line.marks.map { $0?.scaled?.value }, within: range)
        }
        return DataTable.Row(
            [
                .words(line.name[language]), mark, .figure(line.counted, language),
                .figure(line.missed, language),
                .figure(line.tests, language), .figure(line.state, language),
            ],
            address: line.address
        )
    }

    private var markRange: ClosedRange<Int> {
        let all = lines.flatMap { $0.marks.compactMap { $0?.scaled?.value } }
        guard let low = all.min(), let high = all.max() else { return 0...1 }
        return low...max(high, low + 1)
    }
}

/// The figures of a subject along institutions or classes, put together by member.
struct SubjectColumns {
    let lines: [SubjectYear.Line]
    let whole: SubjectYear.Line
    let levels: LevelBars

    init(_ selection: Selection, _ along: Dimension, _ figures: PageFigures) throws {
        let years = [2, 1, 0].map { back in
            var past = selection
            past.year = SchoolYear(selection.year.start - back)
            return past
        }
        // A class is one of its year.
        let past = along == .institution ? years : [selection]
        let marks = try past.map { try figures.line("attainment/mark", $0, over: along) }
        let others = try SubjectColumns.measures.map { try figures.line($0, selection, over: along) }
        let names = RegistryNames(tenant: figures.desk.tenant, year: selection.year, figures.connection)
        let known = Set((marks.last ?? [:]).keys).union(others.flatMap(\.keys)).filter { $0 > 0 }
        let members = names.sorted(along, known)
        let desk = figures.desk
        lines = members.map { member in
            let scope = Scope(institution: selection.institution, classGroup: ClassID(rawValue: member))
            let mayOpen = along == .institution || desk.asker.may(.readPupils, in: scope, on: desk.today)
            let page =
                along == .institution ? Address("/institutions/\(member)") : Address("/classes/\(member)")
            return SubjectYear.Line(
                name: names.name(along, member),
                address: mayOpen ? page : nil,
                marks: marks.map { $0[member] },
                counted: others[0][member],
                missed: others[1][member],
                tests: others[2][member],
                state: others[3][member]
            )
        }
        let sums = try SubjectColumns.measures.map { try figures.one($0, selection) }
        whole = SubjectYear.Line(
            name: Text(lv: "Kopā", en: "Total"),
            address: nil,
            marks: [try figures.one("attainment/mark", selection)],
            counted: sums[0],
            missed: sums[1],
            tests: sums[2],
            state: sums[3]
        )
        let shares = try LevelBars.levels.map {
            try figures.line("attainment/level-\($0.code)", selection, over: along)
        }
        levels = LevelBars(
            bars: members.compactMap { member in
                let parts = shares.map { $0[member] }
                guard parts.contains(where: { $0 != nil }) else { return nil }
                let isHidden = parts.contains { $0?.isHidden == true }
                return LevelBars.Bar(
                    name: names.name(along, member),
                    parts: isHidden ? nil : parts.map { $0?.scaled?.value ?? 0 }
                )
            }
        )
    }

    private static let measures = [
        "attainment/marks", "attendance/missed-share", "assessments/beside-state", "assessments/state-beside",
    ]
}
