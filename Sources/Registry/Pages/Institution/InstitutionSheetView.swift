import Frame
import Kernel
import Pages

extension InstitutionSheet {
    /// The page.
    func html(_ language: Language) -> HTML {
        let teachers = ButtonLink(
            Text(lv: "Pedagogi", en: "Teachers")[language],
            "/institutions/\(id.rawValue)/teachers",
            .second
        )
        let groups = ButtonLink(GroupsPage.title[language], groupsAddress, .second)
        let head = PageHead(
            institution.name,
            lede: lede(language),
            actions: (seesTeachers ? [teachers.html] : []) + [groups.html]
        )
        let sheet = OneSheet(
            "\(head)\(filter(language))\(counts(language))\(halves(language))\(foot(language))"
        )
        return "\(sheet)\(ReportLink.html(reports, language))"
    }

    private var groupsAddress: Address {
        Address("/institutions/\(id.rawValue)/groups").adding("year", year.description)
    }

    private func lede(_ language: Language) -> String {
        let count = classes.isEmpty ? nil : Noun.classes.counted(classes.count)[language]
        let year = Text(
            lv: "\(Format(.lv).schoolYear(year)) mācību gads",
            en: "School year \(Format(.en).schoolYear(year))"
        )[language]
        return [year, institution.type, count].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private func filter(_ language: Language) -> FilterBar {
        FilterBar(
            language,
            action: "/institutions/\(id.rawValue)",
            choices: [
                FilterBar.Choice(
                    "year",
                    Text(lv: "Mācību gads", en: "School year")[language],
                    years.map { Option($0.description, Format(language).schoolYear($0)) },
                    chosen: year.description
                )
            ]
        )
    }

    private func counts(_ language: Language) -> Counts? {
        let items = numbers.compactMap { $0.item(language) }
        return items.isEmpty ? nil : Counts(items)
    }

    private func halves(_ language: Language) -> HTML {
        let pictures = [absence(language), attainment(language), moved(language), divided(language)]
            .compactMap { $0 }
        let list = Section(Text(lv: "Klases", en: "Classes")[language], classTable(language).html)
        let halves: HTML = pictures.isEmpty ? list.html : Halves("\(pictures)", list.html).html
        // Names of tests are long: over the whole width each has one line.
        return "\(halves)\(tested(language))"
    }

    private func absence(_ language: Language) -> HTML? {
        let heading =
            months.byMonth
            ? Text(lv: "Kavēto stundu daļa pa mēnešiem", en: "Share of lessons missed by month")
            : Text(lv: "Kavēto stundu daļa pa semestriem", en: "Share of lessons missed by term")
        return months.html(id: "absence", language).map { Section(heading[language], $0).html }
    }

    private func attainment(_ language: Language) -> HTML? {
        levels.html(id: "levels", language).map {
            Section((marks.words + Text(lv: " pa līmeņiem", en: " by level"))[language], $0).html
        }
    }

    private func tested(_ language: Language) -> HTML? {
        TestLine.table(tests, language).map {
            Section(
                Text(lv: "Pārbaudes darbi un valsts vidējais", en: "Tests and the state mean")[language],
                $0.html
            ).html
        }
    }

    private func moved(_ language: Language) -> HTML? {
        movement.map {
            let heading = Text(lv: "Izglītojamo kustība", en: "Movement of pupils")[language]
            let report = Address("/reports/registry/movement").adding("year", year.description)
                .adding("institution", String(id.rawValue))
            let link = Link(Text(lv: "Pa iemesliem", en: "By reason")[language], report)
            return Section(
                heading,
                "<p>\($0.html(language)) <span class=\"screen-only\">\(link)</span></p>"
            ).html
        }
    }

    /// Groups of pupils in short; nothing where none is known.
    private func divided(_ language: Language) -> HTML? {
        guard !groups.divisions.isEmpty else { return nil }
        let link = Link(Text(lv: "Visi dalījumi", en: "All divisions")[language], groupsAddress)
        return Section(
            GroupsPage.title[language],
            """
            \(groups.shortTable(language))<p class="legend screen-only">\(GroupsPage.making, language) \(link)</p>
            """
        ).html
    }

    private func classTable(_ language: Language) -> DataTable {
        let shown = ClassColumn.allCases.filter { byClass[$0] != nil }
        var table = DataTable(
            id: "classes",
            language,
            caption: Text(lv: "Klases", en: "Classes")[language],
            columns: [DataTable.Column(Text(lv: "Klase", en: "Class")[language], width: .narrow)]
                + shown.map { DataTable.Column($0.heading[language], .number) },
            rows: classes.map { line in
                DataTable.Row(
                    [.words(line.name)] + shown.map { .figure(byClass[$0]?[line.id], language) },
                    address: line.mayOpen ? "/classes/\(line.id)" : nil
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = empty(language)
        return table
    }

    private func empty(_ language: Language) -> EmptyState {
        EmptyState(
            Text(lv: "Šajā mācību gadā klašu nav", en: "There are no classes in this school year")[language],
            advice: mayImport
                ? Text(
                    lv: "Importējiet klašu sarakstu vai žurnālu, vai izvēlieties citu gadu.",
                    en: "Import the list of classes or a journal, or choose another year."
                )[language]
                : Text(
                    lv: "Izvēlieties citu gadu; klases parādās, kad pārvalde vai iestāde importē žurnālu.",
                    en:
                        "Choose another year; classes appear once the board or the institution imports a journal."
                )[language],
            link: mayImport ? Link(Text(lv: "Importēt", en: "Import")[language], "/imports") : nil
        )
    }

    private func foot(_ language: Language) -> HTML {
        let facts = [institution.founder, institution.address, institution.regNo].filter { !$0.isEmpty }
        let words = Text(
            lv:
                "Vidējās vērtības aprēķinātas no izglītojamo vērtējumiem un stundām, nevis no klašu vidējām vērtībām.",
            en: "Means are over pupils' marks and lessons, not over means of classes."
        )[language]
        let edit = Link(PlacesRow.title[language], "/institutions/\(id.rawValue)/places")
        let way: HTML? = mayEdit ? " <span class=\"screen-only\">\(edit)</span>" : nil
        return "<p class=\"legend\">\(([words] + facts).joined(separator: " · "))\(way)</p>"
    }
}
