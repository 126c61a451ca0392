import Frame
import Kernel
import Pages
import Storage

/// Groups of an institution's pupils beside one another, in a year.
struct GroupsPage: Page {
    let method = PageMethod.get
    let path = "/institutions/:institution/groups"
    let permission = Permission.readFigures
    let scope = PageScope.institution

    static let title = Text(lv: "Izglītojamo grupas", en: "Groups of pupils")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = InstitutionID(rawValue: try request.number("institution"))
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let found = try await desk.database.data.read {
            connection -> (InstitutionFacts, SchoolYear, InstitutionGroups)? in
            guard let institution = try InstitutionFacts.load(id, desk.tenant, connection) else { return nil }
            let years = try InstitutionFacts.years(id, desk.tenant, connection)
            let year = asked ?? years.first { $0.first <= desk.today } ?? SchoolYear(containing: desk.today)
            let groups = try InstitutionGroups.load(Selection(year: year, institution: id), desk, connection)
            return (institution, year, groups)
        }
        guard let (institution, year, groups) = found else { throw Refusal.noSuchPage }
        let language = request.language
        let head = PageHead(
            GroupsPage.title[language],
            lede: "\(institution.name) · \(Format(language).schoolYear(year))"
        )
        let crumbs = [
            PageContent.Crumb(InstitutionsPage.title, "/institutions"),
            PageContent.Crumb(Text(same: institution.name), "/institutions/\(id.rawValue)"),
        ]
        let body: HTML =
            "\(head)\(groups.table(language))<p class=\"legend\">\(GroupsPage.note[language])</p>"
        return .page(PageContent(GroupsPage.title, body, crumbs: crumbs))
    }

    private static let note =
        Text(
            lv: """
                Skaitīti visi, kas gadā mācījušies iestādē; izglītojamie, kuru grupa nav zināma, nav nevienā. Viena dalījuma \
                grupas rāda visas kopā: ja kādā ir pārāk maz izglītojamo, nerāda nevienu.
                """,
            en: """
                Everybody who learned there in the year counts; pupils of whom the group is not known are in none. Groups of \
                one division are shown together: where one is of too few pupils, none is shown.
                """
        ) + Text(same: " ") + making

    /// Where the numbers of groups lead, as no measure knows the groups.
    static let making = Text(
        lv: """
            Skaitlis ved pie tā paša rādītāja visā iestādē: grupas skaitlis ir aprēķināts tāpat, tikai no tās izglītojamajiem.
            """,
        en: """
            A number leads to the same measure of the whole institution: that of the group is reckoned likewise, of its pupils \
            only.
            """
    )
}

extension InstitutionGroups {
    /// The groups one under another, without the names of the divisions: what fits on the sheet of an institution.
    func shortTable(_ language: Language) -> DataTable {
        var table = DataTable(
            id: "groups",
            language,
            caption: GroupsPage.title[language],
            columns: [DataTable.Column(Text(lv: "Grupa", en: "Group")[language])]
                + headings.map { DataTable.Column($0[language], .number) },
            rows: divisions.flatMap { division in
                zip(division.split.groups, division.groups).map { words, figures in
                    DataTable.Row(
                        [.words(words[language])] + figures.map { .figure($0, language) }
                    )
                }
            }
        )
        table.hidesCaption = true
        return table
    }

    func table(_ language: Language) -> HTML {
        let caption = GroupsPage.title[language]
        var table = DataTable(
            id: "groups",
            language,
            caption: caption,
            columns: [DataTable.Column(Text(lv: "Grupa", en: "Group")[language])]
                + headings.map { DataTable.Column($0[language], .number) },
            groups: divisions.map { division in
                DataTable.Group(
                    division.split.words[language],
                    zip(division.split.groups, division.groups).map { words, figures in
                        DataTable.Row(
                            [.words(words[language])] + figures.map { .figure($0, language) }
                        )
                    }
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            Text(lv: "Izglītojamo grupas nav zināmas", en: "No groups of pupils are known")[language],
            advice: Text(
                lv: "Dzimumu, programmu un īpašo statusu iestāde importē ar izglītojamo sarakstu.",
                en: "Sex, programme and special status come with the institution's list of pupils."
            )[language]
        )
        return table.html
    }
}
