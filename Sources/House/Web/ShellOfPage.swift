import Access
import Frame
import Kernel
import Pages

/// Puts a page's content into the shell: navigation by permission, the account's menu, both languages.
enum ShellOfPage {
    static func html(_ content: PageContent, _ visit: Visit, _ desk: Desk?, _ house: HouseBook) -> HTML {
        let language = visit.language
        var shell = Shell(language, title: content.title[language], body: content.body)
        shell.hasErrors = content.status == 422
        shell.refreshSeconds = content.refresh > 0 ? content.refresh : nil
        shell.languages = languages(visit)
        shell.breadcrumb = crumbs(content, language)
        shell.notice = visit.notice.map { Notice(.success, language, $0) }
        guard let desk, visit.isSignedIn else { return shell.html }
        let entries = entries(desk, house)
        shell.navigation = entries.filter { entry in !folds.contains { $0.orders.contains(entry.order) } }
            .map { link($0, visit) }
        for fold in folds {
            let links = entries.filter { fold.orders.contains($0.order) }.map { link($0, visit) }
            if links.count == 1 {
                shell.navigation += links
            } else if !links.isEmpty {
                shell.menus.append(Menu(fold.words[language], links))
            }
        }
        shell.account = account(visit, desk)
        shell.search = search(visit, desk, house)
        shell.footing = visit.tenantName
        shell.body = "\(eyes(visit, language))\(shell.body)"
        shell.printHead = PrintHead(
            language,
            tenant: visit.tenantName,
            title: content.title[language],
            printed: Format(language).moment(desk.clock()),
            by: desk.asker.name
        )
        shell.printHead?.holdsPersons = content.holdsPersons
        return shell.html
    }

    /// Says on every page that one looks through another's eyes, with the way back.
    private static func eyes(_ visit: Visit, _ language: Language) -> HTML? {
        guard let other = visit.signedIn?.viewing else { return nil }
        let words = Text(
            lv: "Jūs skatāt sistēmu kā \(other.name); viss tiek ierakstīts.",
            en: "You are looking as \(other.name); everything is recorded."
        )
        let back = PostButton(
            Text(lv: "Atgriezties pie sava konta", en: "Back to my account")[language],
            action: "/view-as/stop",
            csrf: visit.request.formToken,
            look: .second
        )
        return "<div class=\"eyes\">\(Notice(.attention, language, words[language]))\(back)</div>"
    }

    private static func search(_ visit: Visit, _ desk: Desk, _ house: HouseBook) -> SearchBox? {
        let page = house.allPages.first { $0.path == "/search" && $0.method == .post }
        guard let page, !desk.asker.reach(page.permission, on: desk.today).isEmpty else { return nil }
        let label = Text(
            lv: "Izglītojamais, klase, iestāde, priekšmets, atskaite",
            en: "Pupil, class, institution, subject, report"
        )
        return SearchBox(action: "/search", csrf: visit.request.formToken, label: label[visit.language])
    }

    /// Entries that belong together, by their places: a bar with all of them would take three lines.
    private static let folds: [(orders: Range<Int>, words: Text)] = [
        (30..<40, Text(lv: "Prevencija", en: "Prevention")),
        (800..<1000, Text(lv: "Administrēšana", en: "Administration")),
    ]

    private static func entries(_ desk: Desk, _ house: HouseBook) -> [NavigationEntry] {
        let pages = house.allPages
        return house.allNavigation
            .filter { $0.opens(for: desk, among: pages) }
            .sorted { ($0.order, $0.path) < ($1.order, $1.path) }
    }

    private static func link(_ entry: NavigationEntry, _ visit: Visit) -> Link {
        let isCurrent = entry.isMarked(at: visit.request.path)
        return Link(entry.title[visit.language], Address(entry.path), isCurrent: isCurrent)
    }

    private static func account(_ visit: Visit, _ desk: Desk) -> AccountMenu {
        let language = visit.language
        let roles = desk.asker.grants.filter {
            desk.asker.may($0.permissions.first ?? .ownAccount, in: $0.scope, on: desk.today)
        }
        return AccountMenu(
            Text(lv: "Mans konts", en: "My account")[language],
            name: desk.asker.name,
            role: Set(roles.map { $0.roleWords[language] }).sorted().joined(separator: ", "),
            links: [Link(Text(lv: "Konta iestatījumi", en: "Account settings")[language], "/account")],
            signOut: PostButton(
                Text(lv: "Iziet", en: "Sign out")[language],
                action: "/sign-out",
                csrf: visit.request.formToken
            )
        )
    }

    private static func languages(_ visit: Visit) -> [LanguageLink] {
        Language.allCases.map { language in
            LanguageLink(
                language,
                Address("/language").adding("to", language.rawValue).adding("back", visit.pathAndQuery),
                isCurrent: language == visit.language
            )
        }
    }

    private static func crumbs(_ content: PageContent, _ language: Language) -> [Link] {
        guard !content.crumbs.isEmpty else { return [] }
        return content.crumbs.map { Link($0.title[language], Address($0.path)) }
            + [Link(content.title[language], "#", isCurrent: true)]
    }
}

extension HouseBook {
    /// The pages of all rooms and of the house itself.
    var allPages: [any Page] { rooms.flatMap { $0.pages } + HousePages.all }

    /// The navigation of all rooms and of the house itself.
    var allNavigation: [NavigationEntry] { rooms.flatMap { $0.navigation } + HousePages.navigation }
}
