import Frame
import Kernel
import Pages
import Storage

/// One class: its pupils by name, with what is known of each in the year.
struct ClassPage: Page {
    let method = PageMethod.get
    let path = "/classes/:class"
    let permission = Permission.readPupils
    let scope = PageScope.classGroup

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ClassID(rawValue: try request.number("class"))
        let view = try await desk.database.data.read { try View.load(id, desk, $0) }
        guard let view else { throw Refusal.noSuchPage }
        let language = request.language
        let crumbs = [
            PageContent.Crumb(InstitutionsPage.title, "/institutions"),
            PageContent.Crumb(Text(same: view.institutionName), "/institutions/\(view.institution)"),
        ]
        let title = Text(lv: "\(view.name) klase", en: "Class \(view.name)")
        let head = PageHead(
            title[language],
            lede: "\(Format(language).schoolYear(view.year)) · "
                + Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
                .counted(view.pupils.count)[language]
        )
        return .page(
            PageContent(
                title,
                "\(head)\(view.table(language))",
                crumbs: crumbs,
                persons: view.pupils.map { PupilID(rawValue: $0.id) }
            )
        )
    }

    /// Everything the page shows.
    struct View: Sendable {
        let name: String
        let year: SchoolYear
        let institution: Int
        let institutionName: String
        let pupils: [(id: Int, name: String)]
        let columns: [(heading: Text, figures: [Int: Figure])]

        static func load(_ id: ClassID, _ desk: Desk, _ connection: Connection) throws -> View? {
            let tenant = desk.tenant
            let found = try connection.rows(
                """
                SELECT class_group.name, class_group.year, institution.id, institution.name
                FROM class_group JOIN institution ON institution.tenant_id = class_group.tenant_id
                AND institution.id = class_group.institution_id
                WHERE class_group.tenant_id = \(tenant) AND class_group.id = \(id)
                """,
                String.self,
                Int.self,
                Int.self,
                String.self
            ).first
            guard let found else { return nil }
            let pupils = try connection.rows(
                """
                SELECT DISTINCT pupil.id, pupil.surname, pupil.forename, pupil.external_code, pupil.sort_key
                FROM enrolment JOIN pupil ON pupil.tenant_id = enrolment.tenant_id
                AND pupil.id = enrolment.pupil_id
                WHERE enrolment.tenant_id = \(tenant) AND enrolment.institution_id = \(found.2)
                AND enrolment.class_id = \(id)
                ORDER BY pupil.sort_key, pupil.id
                """,
                Int.self,
                String.self,
                String.self,
                String.self
            )
            var selection = Selection(
                year: SchoolYear(found.1),
                institution: InstitutionID(rawValue: found.2)
            )
            selection.classGroup = id
            let asked = selection
            return View(
                name: found.0,
                year: asked.year,
                institution: found.2,
                institutionName: found.3,
                pupils: pupils.map { (id: $0.0, name: PupilPage.name($0.1, $0.2, $0.3)) },
                columns: try MeasuresOnPage.all.map {
                    ($0.heading, try $0.figures(asked, over: .pupil, desk, connection))
                }
            )
        }

        func table(_ language: Language) -> DataTable {
            let shown = columns.filter { !$0.figures.isEmpty }
            var table = DataTable(
                id: "pupils",
                language,
                caption: Text(lv: "Izglītojamie", en: "Pupils")[language],
                columns: [DataTable.Column(Text(lv: "Izglītojamais", en: "Pupil")[language])]
                    + shown.map { DataTable.Column($0.heading[language], .number) },
                rows: pupils.map { pupil in
                    DataTable.Row(
                        [.words(pupil.name)]
                            + shown.map { MeasuresOnPage.cell($0.figures[pupil.id], language) },
                        address: "/pupils/\(pupil.id)"
                    )
                }
            )
            table.hidesCaption = true
            table.hasTools = true
            table.empty = EmptyState(
                Text(lv: "Klasē vēl nav izglītojamo", en: "The class has no pupils yet")[language],
                advice: Text(
                    lv: "Importējiet izglītojamo sarakstu ar klasēm.",
                    en: "Import the list of pupils with their classes."
                )[language],
                link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
            )
            return table
        }
    }
}
