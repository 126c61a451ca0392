import Frame
import Kernel
import Pages

extension HomeView {
    /// The body of the page.
    func html(_ language: Language) -> HTML {
        let year = Text(
            lv: "Mācību gads \(Format(.lv).schoolYear(year))",
            en: "School year \(Format(.en).schoolYear(year))"
        )[language]
        let only = institutions.count == 1 ? institutions.first : nil
        let head = PageHead(only?.name ?? year, lede: lede(only == nil ? nil : year, language))
        let glance = only == nil ? table(language) : counts(language)
        return "\(head)\(todo(language))\(glance)\(own(only, language))\(ways(language))"
    }

    private func lede(_ first: String?, _ language: Language) -> String {
        let institution = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        let pupil = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
        let people = figures.column("registry/pupils")?.whole.flatMap { whole in
            whole.isHidden ? nil : whole.tally.map { pupil.counted($0.numerator)[language] }
        }
        let places = first == nil ? institution.counted(institutions.count)[language] : nil
        let size = [first, places, people].compactMap { $0 }.joined(separator: ", ")
        let fresh = lastImport.map {
            Text(lv: "Pēdējais imports ", en: "Last import ")[language] + Format(language).moment($0) + "."
        }
        return [size + ".", fresh].compactMap { $0 }.joined(separator: " ")
    }

    /// What waits for a person, the most urgent first; nothing where nothing does.
    private func todo(_ language: Language) -> HTML? {
        let items = [overLimit(language), lacking(language)].compactMap { $0 }
        guard !items.isEmpty else { return nil }
        let heading = Text(lv: "Kam jāpievērš uzmanība", en: "What needs attention")[language]
        return Section(heading, TodoList(items).html).html
    }

    private func overLimit(_ language: Language) -> TodoList.Item? {
        guard let whole = figures.column("attendance/over-limit")?.whole, !whole.isHidden,
            let count = whole.tally?.numerator, count > 0
        else { return nil }
        let pupils = Noun(
            lv:
                "izglītojamais bez attaisnojoša iemesla kavējis vairāk stundu, nekā semestrī pieļauj noteikumi",
            "izglītojamie bez attaisnojoša iemesla kavējuši vairāk stundu, nekā semestrī pieļauj noteikumi",
            en: "pupil missed more lessons without excuse than the regulation allows in a term",
            "pupils missed more lessons without excuse than the regulation allows in a term"
        )
        return TodoList.Item(
            Format(language).integer(count),
            pupils.form(count)[language],
            link: Link(
                Text(lv: "Atvērt sarakstu", en: "Open the list")[language],
                "/reports/attendance/over-limit"
            ),
            isLate: true
        )
    }

    /// Institutions without a record of the year, where others have them.
    private func lacking(_ language: Language) -> TodoList.Item? {
        guard let missed = figures.column("attendance/missed") else { return nil }
        let silent = institutions.filter { place in
            missed.byInstitution[place.id].map { $0.tally == nil && !$0.isHidden } ?? true
        }
        guard !silent.isEmpty, silent.count < institutions.count else { return nil }
        let words = Noun(
            lv: "iestādei šajā mācību gadā nav kavējumu datu",
            "iestādēm šajā mācību gadā nav kavējumu datu",
            en: "institution has no records of absence in this school year",
            "institutions have no records of absence in this school year"
        )
        let link = Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
        return TodoList.Item(
            Format(language).integer(silent.count),
            words.form(silent.count)[language],
            more: silent.prefix(5).map(\.name).joined(separator: ", ") + (silent.count > 5 ? "…" : ""),
            link: mayImport ? link : nil
        )
    }

    /// One's own classes; for readers of several institutions the table leads to those.
    private func own(_ only: Place?, _ language: Language) -> HTML? {
        let places = ([only].compactMap { $0 }) + classes
        guard !places.isEmpty else { return nil }
        let links: [HTML] = places.map { "<li>\(Link($0.name, Address($0.path)))</li>" }
        let heading =
            classes.isEmpty
            ? Text(lv: "Klases un izglītojamie", en: "Classes and pupils")
            : Text(lv: "Jūsu iestāde un klases", en: "Your institution and classes")
        return Section(heading[language], "<ul class=\"index tight\">\(links)</ul>").html
    }

    private func ways(_ language: Language) -> HTML? {
        var links: [Link] = []
        if hasReports {
            links.append(Link(Text(lv: "Visas atskaites", en: "All reports")[language], "/reports"))
        }
        if mayImport {
            links.append(Link(Text(lv: "Importēt datus", en: "Import data")[language], "/imports"))
        }
        guard !links.isEmpty else { return nil }
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        let list = Section(
            Text(lv: "Tālāk", en: "Go on")[language],
            "<ul class=\"index tight\">\(items)</ul>"
        )
        return "<div class=\"screen-only\">\(list)</div>"
    }
}
