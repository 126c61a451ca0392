import Exchange
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
        if isFirstUse { return "\(head)\(todo(language))\(start(language))" }
        let glance = glance(only, language)
        return "\(head)\(todo(language))\(changed(language))\(glance)\(ways(language))"
    }

    /// What stands under the lines: what is one's own, else the institutions or the one that one sees.
    private func glance(_ only: Place?, _ language: Language) -> [HTML] {
        if !ofOwn.isEmpty { return ofOwn.map { $0.html(language) } + [own(only, language)].compactMap { $0 } }
        let parts =
            only == nil ? [table(language), own(only, language)] : [own(only, language), counts(language)]
        return parts.compactMap { $0 }
    }

    /// Whether there is nothing yet that this person could look at.
    private var isFirstUse: Bool { institutions.isEmpty && classes.isEmpty && pupils.isEmpty }

    private func lede(_ first: String?, _ language: Language) -> String {
        let institution = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        let pupil = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
        let people = figures.column("registry/pupils")?.whole.flatMap { whole in
            whole.isHidden ? nil : whole.tally.map { pupil.counted($0.numerator)[language] }
        }
        let places =
            first == nil && !institutions.isEmpty
            ? institution.counted(institutions.count)[language] : nil
        let size = [first, places, people].compactMap { $0 }.joined(separator: ", ")
        let fresh = batches.first.map {
            Text(lv: "Pēdējais imports ", en: "Last import ")[language]
                + Format(language).moment($0.appliedAt)
                + "."
        }
        return [size.isEmpty ? nil : size + ".", fresh].compactMap { $0 }.joined(separator: " ")
    }

    /// What waits for a person, the most urgent first; where nothing does, that is said in few words.
    private func todo(_ language: Language) -> HTML {
        let heading = Text(lv: "Kam jāpievērš uzmanība", en: "What needs attention")
        let matters = needs + [lacking, staff].compactMap { $0 }
        if let list = Matter.html(matters.filter(\.isLate) + matters.filter { !$0.isLate }, heading, language)
        {
            return list
        }
        guard !isFirstUse else { return "" }
        let words = Text(
            lv: "Šobrīd nekas negaida jūsu rīcību.",
            en: "Nothing waits for you at the moment."
        )
        return Section(heading[language], "<p class=\"quiet\">\(words, language)</p>").html
    }

    private func changed(_ language: Language) -> HTML? {
        Matter.html(news, Text(lv: "Kas mainījies", en: "What has changed"), language)
    }

    /// Institutions without a record of the year, where others have them.
    private var lacking: Matter? {
        guard let missed = figures.column("attendance/missed") else { return nil }
        let silent = institutions.filter { place in
            missed.byInstitution[place.id].map { $0.tally == nil && !$0.isHidden } ?? true
        }
        guard !silent.isEmpty, silent.count < institutions.count else { return nil }
        var matter = Matter(
            silent.count,
            Noun(
                lv: "iestādei šajā mācību gadā nav kavējumu datu",
                "iestādēm šajā mācību gadā nav kavējumu datu",
                en: "institution has no records of absence in this school year",
                "institutions have no records of absence in this school year"
            )
        )
        matter.more = Text(
            same: silent.prefix(5).map(\.name).joined(separator: ", ") + (silent.count > 5 ? "…" : "")
        )
        if mayImport { matter.way = (Text(lv: "Importēt", en: "Import"), "/imports") }
        return matter
    }

    private var staff: Matter? {
        guard lacksStaff else { return nil }
        var matter = Matter(
            Text(same: "!"),
            Text(
                lv: "jūsu konts nav saistīts ar darbinieku reģistru, tāpēc savi rādītāji nav redzami",
                en: "your account is not linked with the staff register, so your own figures cannot be shown"
            )
        )
        matter.more = Text(
            lv: "Lūdziet iestādes vai pārvaldes administratoram norādīt kontā darbinieku.",
            en:
                "Ask the administrator of your institution or board to name the member of staff in the account."
        )
        return matter
    }

    /// One's own places; for readers of several institutions the table leads to those.
    private func own(_ only: Place?, _ language: Language) -> HTML? {
        let rooms = classes.map { place in
            Link(Text(lv: "\(place.name) klase", en: "Class \(place.name)")[language], Address(place.path))
        }
        let others = ([only].compactMap { $0 }) + pupils
        var links = rooms + others.map { Link($0.name, Address($0.path)) }
        if let own {
            links.append(
                Link(
                    Text(
                        lv: "Mani rādītāji pa klasēm un priekšmetiem",
                        en: "My figures by class and subject"
                    )[language],
                    own
                )
            )
        }
        links += subjects.map { Link($0.name, Address($0.path).adding("year", year.description)) }
        guard !links.isEmpty else { return nil }
        let heading =
            classes.isEmpty && pupils.isEmpty && own == nil
            ? Text(lv: "Klases un izglītojamie", en: "Classes and pupils")
            : Text(lv: "Jūsu darbs", en: "Your work")
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        return Section(heading[language], "<ul class=\"index tight\">\(items)</ul>").html
    }

    private func ways(_ language: Language) -> HTML? {
        var links: [Link] = []
        if hasReports, institutions.count > 1 {
            links.append(
                Link(Text(lv: "Pašvaldības mācību gads", en: "The municipality's year")[language], "/board")
            )
        }
        if hasReports {
            links.append(Link(Text(lv: "Visas atskaites", en: "All reports")[language], "/reports"))
            links.append(Link(Text(lv: "Mācību priekšmeti", en: "Subjects")[language], "/subjects"))
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

    /// There is nothing yet: what this person can do about it; nothing for who has something to do already.
    private func start(_ language: Language) -> EmptyState? {
        if mayImport {
            return EmptyState(
                Text(lv: "Sāciet ar iestāžu sarakstu", en: "Begin with the list of institutions")[language],
                advice: Text(
                    lv: """
                        Pēc tam importējiet klases un izglītojamos, tad žurnālus ar vērtējumiem un kavējumiem. Katru \
                        importu pirms saglabāšanas parāda un pēc tam var atsaukt.
                        """,
                    en: """
                        Then import classes and pupils, then journals with marks and absence. Every import is shown \
                        before it is saved, and can be undone afterwards.
                        """
                )[language],
                link: Link(
                    Text(lv: "Importēt pirmo failu", en: "Import the first file")[language],
                    "/imports/new"
                )
            )
        }
        if mayAdminister {
            return EmptyState(
                Text(
                    lv: "Pievienojiet cilvēkus, kuri importēs datus",
                    en: "Add the people who bring the data"
                )[language],
                advice: Text(
                    lv:
                        "Datus importē pārvaldes speciālists vai operators; pievienojiet kontu un piešķiriet lomu.",
                    en:
                        "The board's specialist or the operator imports data; add an account and grant the role."
                )[language],
                link: Link(Text(lv: "Pievienot lietotāju", en: "Add a user")[language], "/users/new")
            )
        }
        guard needs.isEmpty else { return nil }
        if joinsCases {
            return EmptyState(
                Text(lv: "Šeit būs tas, kas gaida jūs", en: "What waits for you will be here")[language],
                advice: Text(
                    lv: "Gadījumi, kuros piedalāties vai esat aicināts, ir sadaļā „Atbalsta gadījumi”.",
                    en: "Cases that you take part in or are invited to are under “Cases of support”."
                )[language],
                link: Link(Text(lv: "Atbalsta gadījumi", en: "Cases of support")[language], "/cases")
            )
        }
        return EmptyState(
            Text(lv: "Pagaidām nav datu, ko jums rādīt", en: "There is nothing to show you yet")[language],
            advice: Text(
                lv: """
                    Dati parādās, kad pārvaldes speciālists tos importējis un administrators jums piešķīris lomu iestādē \
                    vai klasē.
                    """,
                en: """
                    Data appear once the board's specialist has imported them and the administrator has granted you a \
                    role in an institution or class.
                    """
            )[language],
            link: Link(Text(lv: "Mans konts", en: "My account")[language], "/account")
        )
    }
}
