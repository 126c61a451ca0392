import Frame
import Kernel
import Pages
import Storage

/// One teacher's own figures: for the teacher, the head and the board's specialist.
struct TeacherPage: Page {
    let method = PageMethod.get
    let path = "/teachers/:teacher"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = StaffID(rawValue: try request.number("teacher"))
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let language = request.language
        let content = try await desk.database.data.read { connection -> PageContent? in
            guard let teacher = try TeacherFacts.load(id, desk, connection) else { return nil }
            let year =
                asked ?? teacher.years.first { $0.first <= desk.today } ?? SchoolYear(containing: desk.today)
            let figures = PageFigures(desk, connection)
            let parts = try teacher.institutions.compactMap {
                try TeacherYear.load(id, $0, year, figures)
            }
            return TeacherPage.content(teacher, year, parts, language)
        }
        guard var content else { throw Refusal.noSuchPage }
        content.staff = [id]
        return .page(content)
    }

    private static func content(
        _ teacher: TeacherFacts,
        _ year: SchoolYear,
        _ parts: [TeacherYear],
        _ language: Language
    ) -> PageContent {
        let format = Format(language)
        let title = teacher.isOwn ? Text(lv: "Mani rādītāji", en: "My figures") : Text(same: teacher.name)
        let lede = ([format.schoolYear(year)] + teacher.institutions.map(\.name)).joined(separator: " · ")
        let years = teacher.years.contains(year) ? teacher.years : [year] + teacher.years
        let filter = FilterBar(
            language,
            action: "/teachers/\(teacher.id.rawValue)",
            choices: [
                FilterBar.Choice(
                    "year",
                    Text(lv: "Mācību gads", en: "School year")[language],
                    years.map { Option($0.description, format.schoolYear($0)) },
                    chosen: year.description
                )
            ]
        )
        let shown: [HTML] = parts.enumerated().map { index, part in
            part.html(index, isOnly: parts.count == 1, language)
        }
        let body: HTML = parts.isEmpty ? nothing(language).html : "\(shown)"
        let crumbs: [PageContent.Crumb] =
            teacher.isOwn
            ? []
            : teacher.institutions.prefix(1).map {
                PageContent.Crumb(
                    Text(lv: "\($0.name): pedagogi", en: "\($0.name): teachers"),
                    "/institutions/\($0.id.rawValue)/teachers"
                )
            }
        return PageContent(title, "\(PageHead(title[language], lede: lede))\(filter)\(body)", crumbs: crumbs)
    }

    private static func nothing(_ language: Language) -> EmptyState {
        EmptyState(
            Text(lv: "Šajā mācību gadā rādītāju nav", en: "There are no figures of this school year")[
                language
            ],
            advice: Text(
                lv: "Rādītāji parādās, kad importēts žurnāls, kurā norādīts pedagogs. Izvēlieties citu gadu.",
                en: "Figures appear once a journal that names the teacher is imported. Choose another year."
            )[language]
        )
    }
}

/// The teachers of an institution by name, with what they teach in a year.
struct TeachersPage: Page {
    let method = PageMethod.get
    let path = "/institutions/:institution/teachers"
    let permission = Permission.readTeacherFigures
    let scope = PageScope.institution

    private static let title = Text(lv: "Pedagogi", en: "Teachers")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = InstitutionID(rawValue: try request.number("institution"))
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let found = try await desk.database.data.read {
            connection -> (InstitutionFacts, SchoolYear, [TeacherLine])? in
            guard let institution = try InstitutionFacts.load(id, desk.tenant, connection) else { return nil }
            let lookup = RegistryLookup(tenant: desk.tenant, connection)
            let year = try asked ?? lookup.latestYear(today: desk.today)
            return (institution, year, try TeacherLine.list(id, year, desk.tenant, connection))
        }
        guard let (institution, year, lines) = found else { throw Refusal.noSuchPage }
        let language = request.language
        let head = PageHead(
            TeachersPage.title[language],
            lede: "\(institution.name) · \(Format(language).schoolYear(year))"
        )
        let crumbs = [
            PageContent.Crumb(InstitutionsPage.title, "/institutions"),
            PageContent.Crumb(Text(same: institution.name), "/institutions/\(id.rawValue)"),
        ]
        let body: HTML = "\(head)\(TeacherLine.table(lines, language))"
        var content = PageContent(TeachersPage.title, body, crumbs: crumbs)
        content.staff = lines.map { StaffID(rawValue: $0.id) }
        return .page(content)
    }
}

/// A teacher in a list, with subjects and classes.
struct TeacherLine: Sendable {
    let id: Int
    let name: String
    var subjects: [String]
    var classes: [String]

    static func list(
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [TeacherLine] {
        var lines: [TeacherLine] = []
        var classes: [[(order: [UInt8], id: Int, name: String)]] = []
        try connection.each(
            """
            SELECT s.id, s.surname, s.forename, s.external_code, u.name, coalesce(c.name, g.name, ''),
                coalesce(c.id, g.id, 0), coalesce(c.sort_key, g.sort_key)
            FROM teaching t
            JOIN staff s ON s.tenant_id = t.tenant_id AND s.id = t.staff_id
            JOIN subject u ON u.tenant_id = t.tenant_id AND u.id = t.subject_id
            LEFT JOIN class_group c ON c.tenant_id = t.tenant_id AND c.id = t.class_id
            LEFT JOIN teaching_group g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
            WHERE t.tenant_id = \(tenant) AND t.institution_id = \(institution) AND t.year = \(year.start)
            ORDER BY s.sort_key, s.id, u.sort_key, c.sort_key, t.id
            """
        ) { row in
            let id: Int = try row.next()
            let name = TeacherFacts.name(id, try row.next(), try row.next(), try row.next())
            let subject: String = try row.next()
            let group: String = try row.next()
            let number: Int = try row.next()
            let order = try row.next([UInt8]?.self) ?? []
            if lines.last?.id != id {
                lines.append(TeacherLine(id: id, name: name, subjects: [], classes: []))
                classes.append([])
            }
            let last = lines.count - 1
            if !lines[last].subjects.contains(subject) { lines[last].subjects.append(subject) }
            if !group.isEmpty, !classes[last].contains(where: { $0.name == group }) {
                classes[last].append((order: order, id: number, name: group))
            }
        }
        // The rows come by subject, and a class of the next one may stand before those of this.
        for index in lines.indices {
            lines[index].classes = classes[index].sorted { left, right in
                left.order == right.order
                    ? left.id < right.id : left.order.lexicographicallyPrecedes(right.order)
            }
            .map(\.name)
        }
        return lines
    }

    static func table(_ lines: [TeacherLine], _ language: Language) -> DataTable {
        var table = DataTable(
            id: "teachers",
            language,
            caption: Text(lv: "Pedagogi pēc uzvārda", en: "Teachers by surname")[language],
            columns: [
                DataTable.Column(Text(lv: "Pedagogs", en: "Teacher")[language]),
                DataTable.Column(Text(lv: "Mācību priekšmeti", en: "Subjects")[language]),
                DataTable.Column(Text(lv: "Klases", en: "Classes")[language]),
            ],
            rows: lines.map { line in
                DataTable.Row(
                    [
                        .words(line.name), .words(line.subjects.joined(separator: ", ")),
                        .words(line.classes.joined(separator: ", ")),
                    ],
                    address: "/teachers/\(line.id)"
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            Text(lv: "Šajā mācību gadā pedagogu nav", en: "There are no teachers in this school year")[
                language
            ],
            advice: Text(
                lv: "Pedagogi parādās, kad importēta mācību darba tabula vai žurnāls, kurā tie norādīti.",
                en: "Teachers appear once the table of teaching or a journal that names them is imported."
            )[language]
        )
        return table
    }
}
