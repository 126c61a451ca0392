import Frame
import Kernel
import Pages
import Storage

/// One institution: what it is, its classes of the year and what is known of them.
struct InstitutionPage: Page {
    let method = PageMethod.get
    let path = "/institutions/:institution"
    let permission = Permission.readFigures
    let scope = PageScope.institution

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = InstitutionID(rawValue: try request.number("institution"))
        let year = request.query["year"].flatMap { SchoolYear($0) } ?? SchoolYear(containing: desk.today)
        let tenant = desk.tenant
        let view = try await desk.database.data.read { connection in
            try View.load(id, year, tenant, desk, connection)
        }
        guard let view else { throw Refusal.noSuchPage }
        let title = Text(same: view.name)
        let crumbs = [PageContent.Crumb(InstitutionsPage.title, "/institutions")]
        return .page(PageContent(title, view.html(request.language), crumbs: crumbs))
    }

    /// Everything the page shows.
    struct View: Sendable {
        let name: String
        let facts: [(Text, String)]
        let year: SchoolYear
        let years: [SchoolYear]
        let classes: [(id: Int, name: String, mayOpen: Bool)]
        let columns: [(heading: Text, figures: [Int: Figure])]
        let address: Address

        static func load(
            _ id: InstitutionID,
            _ year: SchoolYear,
            _ tenant: TenantID,
            _ desk: Desk,
            _ connection: Connection
        ) throws -> View? {
            let found = try connection.rows(
                """
                SELECT name, type, founder, address, reg_no FROM institution
                WHERE tenant_id = \(tenant) AND id = \(id)
                """,
                String.self,
                String.self,
                String.self,
                String.self,
                String.self
            ).first
            guard let found else { return nil }
            let classes = try connection.rows(
                """
                SELECT id, name FROM class_group WHERE tenant_id = \(tenant) AND institution_id = \(id)
                AND year = \(year.start) ORDER BY sort_key, id
                """,
                Int.self,
                String.self
            )
            let years = try connection.rows(
                """
                SELECT DISTINCT year FROM class_group WHERE tenant_id = \(tenant) AND institution_id = \(id)
                ORDER BY year DESC
                """,
                Int.self
            )
            let selection = Selection(year: year, institution: id)
            let columns = try MeasuresOnPage.all.map { measure in
                (measure.heading, try measure.figures(selection, over: .classGroup, desk, connection))
            }
            let facts = [
                (Text(lv: "Tips", en: "Type"), found.1), (Text(lv: "Dibinātājs", en: "Founder"), found.2),
                (Text(lv: "Adrese", en: "Address"), found.3),
                (Text(lv: "Reģistrācijas numurs", en: "Registration number"), found.4),
            ]
            return View(
                name: found.0,
                facts: facts.filter { !$0.1.isEmpty },
                year: year,
                years: years.map { SchoolYear($0) },
                classes: classes.map { line in
                    let scope = Scope(institution: id, classGroup: ClassID(rawValue: line.0))
                    let mayOpen = desk.asker.may(.readPupils, in: scope, on: desk.today)
                    return (id: line.0, name: line.1, mayOpen: mayOpen)
                },
                columns: columns,
                address: "/institutions/\(id.rawValue)"
            )
        }

        func html(_ language: Language) -> HTML {
            let head = PageHead(name)
            let list = DefinitionList(facts.map { (name: $0.0[language], value: HTML(text: $0.1)) })
            let heading = Text(lv: "Klases", en: "Classes")[language]
            let filter = FilterBar(
                language,
                action: address,
                choices: [
                    FilterBar.Choice(
                        "year",
                        Text(lv: "Mācību gads", en: "School year")[language],
                        yearOptions(language),
                        chosen: year.description
                    )
                ]
            )
            return "\(head)\(list)\(Section(heading, "\(filter)\(table(language))"))"
        }

        private func yearOptions(_ language: Language) -> [Option] {
            let all = years.contains(year) ? years : [year] + years
            return all.map { Option($0.description, Format(language).schoolYear($0)) }
        }

        private func table(_ language: Language) -> DataTable {
            let shown = columns.filter { !$0.figures.isEmpty }
            var table = DataTable(
                id: "classes",
                language,
                caption: Text(lv: "Klases", en: "Classes")[language],
                columns: [DataTable.Column(Text(lv: "Klase", en: "Class")[language])]
                    + shown.map { DataTable.Column($0.heading[language], .number) },
                rows: classes.map { line in
                    DataTable.Row(
                        [.words(line.name)]
                            + shown.map { MeasuresOnPage.cell($0.figures[line.id], language) },
                        address: line.mayOpen ? "/classes/\(line.id)" : nil
                    )
                }
            )
            table.hidesCaption = true
            table.empty = EmptyState(
                Text(lv: "Šajā mācību gadā klašu nav", en: "There are no classes in this school year")[
                    language
                ],
                advice: Text(
                    lv: "Importējiet klašu sarakstu vai izvēlieties citu gadu.",
                    en: "Import the list of classes, or choose another year."
                )[language],
                link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
            )
            return table
        }
    }
}
