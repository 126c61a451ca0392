import Frame
import Kernel
import Pages
import Storage

/// One pupil: where they have been, their marks and absences by year.
struct PupilPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil"
    let permission = Permission.readPupils
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = PupilID(rawValue: try request.number("pupil"))
        let view = try await desk.database.data.read { try View.load(id, desk, $0) }
        guard let view else { throw Refusal.noSuchPage }
        let language = request.language
        let title = Text(same: view.name)
        let places = view.table(language)
        let years = view.yearTable(language)
        let body: HTML = """
            \(PageHead(view.name, lede: view.lede(language)))\
            \(Section(Text(lv: "Pa gadiem", en: "By year")[language], years.html))\
            \(Section(Text(lv: "Iestādes un klases", en: "Institutions and classes")[language], places.html))
            """
        return .page(PageContent(title, body, crumbs: view.crumbs, persons: [id]))
    }

    /// The name of a pupil; a code stands for it where the source has no names.
    static func name(_ surname: String, _ forename: String, _ code: String) -> String {
        let name = [surname, forename].filter { !$0.isEmpty }.joined(separator: " ")
        return name.isEmpty ? code : name
    }

    /// Everything the page shows.
    struct View: Sendable {
        let name: String
        let birthday: Day?
        let enrolments: [Enrolment]
        let years: [(year: SchoolYear, figures: [Figure?])]

        struct Enrolment: Readable {
            let institution: Int
            let institutionName: String
            let classGroup: Int
            let className: String
            let from: Day
            let to: Int

            /// The class, as the scope that the page was asked for.
            var scope: Scope {
                Scope(
                    institution: InstitutionID(rawValue: institution),
                    classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil
                )
            }

            init(row: inout Row) throws {
                institution = try row.next()
                institutionName = try row.next()
                classGroup = try row.next()
                className = try row.next()
                from = try row.next()
                to = try row.next()
            }
        }

        static func load(_ id: PupilID, _ desk: Desk, _ connection: Connection) throws -> View? {
            let tenant = desk.tenant
            let found = try connection.rows(
                """
                SELECT surname, forename, external_code, birth_day FROM pupil
                WHERE tenant_id = \(tenant) AND id = \(id)
                """,
                String.self,
                String.self,
                String.self,
                Int?.self
            ).first
            guard let found else { return nil }
            let enrolments = try connection.rows(
                """
                SELECT institution.id, institution.name, enrolment.class_id,
                coalesce(class_group.name, ''), enrolment.from_day, enrolment.to_day
                FROM enrolment JOIN institution ON institution.tenant_id = enrolment.tenant_id
                AND institution.id = enrolment.institution_id
                LEFT JOIN class_group ON class_group.tenant_id = enrolment.tenant_id
                AND class_group.id = enrolment.class_id
                WHERE enrolment.tenant_id = \(tenant) AND enrolment.pupil_id = \(id)
                ORDER BY enrolment.from_day DESC, institution.id
                """,
                as: Enrolment.self
            )
            let latest = enrolments.map { SchoolYear(containing: max($0.from, Day(number: $0.to))) }
            let first = enrolments.last.map { SchoolYear(containing: $0.from) }
            let last = max(
                latest.max { $0.start < $1.start }?.start ?? 0,
                SchoolYear(containing: desk.today).start
            )
            let span = first.map { Array($0.start...max($0.start, last)).suffix(6).reversed() } ?? []
            let years = try span.map { start -> (year: SchoolYear, figures: [Figure?]) in
                var selection = Selection(year: SchoolYear(start))
                selection.pupil = id
                let asked = selection
                let figures = try MeasuresOnPage.all.map {
                    try $0.figures(asked, over: .pupil, seenFrom: enrolments.first?.scope, desk, connection)[
                        id.rawValue
                    ]
                }
                return (SchoolYear(start), figures)
            }
            return View(
                name: PupilPage.name(found.0, found.1, found.2),
                birthday: found.3.flatMap { $0 == 0 ? nil : Day(number: $0) },
                enrolments: enrolments,
                years: years
            )
        }

        var crumbs: [PageContent.Crumb] {
            guard let now = enrolments.first else { return [] }
            var crumbs = [
                PageContent.Crumb(Text(same: now.institutionName), "/institutions/\(now.institution)")
            ]
            if now.classGroup > 0 {
                crumbs.append(PageContent.Crumb(Text(same: now.className), "/classes/\(now.classGroup)"))
            }
            return crumbs
        }

        func lede(_ language: Language) -> String? {
            let born = birthday.map {
                Text(lv: "Dzimšanas diena: ", en: "Born on ")[language] + Format(language).day($0)
            }
            let place = enrolments.first.map { "\($0.institutionName) \($0.className)" }
            let parts = [place, born].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: " · ")
        }

        func yearTable(_ language: Language) -> DataTable {
            var table = DataTable(
                id: "years",
                language,
                caption: Text(lv: "Vērtējumi un kavējumi pa gadiem", en: "Marks and absences by year")[
                    language
                ],
                columns: [DataTable.Column(Text(lv: "Mācību gads", en: "School year")[language])]
                    + MeasuresOnPage.all.map { DataTable.Column($0.heading[language], .number) },
                rows: years.map { year, figures in
                    DataTable.Row(
                        [.words(Format(language).schoolYear(year))]
                            + figures.map { MeasuresOnPage.cell($0, language) }
                    )
                }
            )
            table.hidesCaption = true
            return table
        }

        func table(_ language: Language) -> DataTable {
            var table = DataTable(
                id: "places",
                language,
                caption: Text(lv: "Iestādes un klases", en: "Institutions and classes")[language],
                columns: [
                    DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language]),
                    DataTable.Column(Text(lv: "Klase", en: "Class")[language]),
                    DataTable.Column(Text(lv: "No", en: "From")[language], .number),
                    DataTable.Column(Text(lv: "Līdz", en: "Until")[language], .number),
                ],
                rows: enrolments.map { line in
                    let until = line.to == 0 ? "" : Format(language).day(Day(number: line.to))
                    return DataTable.Row([
                        .words(line.institutionName), .words(line.className),
                        .words(Format(language).day(line.from)), .words(until),
                    ])
                }
            )
            table.hidesCaption = true
            return table
        }
    }
}
