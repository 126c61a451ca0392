import Frame
import Kernel
import Pages
import Storage

/// What the list of reports shows of saved views and sets.
struct SavedList: Sendable {
    let views: [SavedView]
    let sets: [ReportSet]
    let account: AccountID

    static func load(_ desk: Desk, _ connection: Connection) throws -> SavedList {
        SavedList(
            views: try SavedViews(desk: desk, connection: connection).list(),
            sets: try ReportSets(desk: desk, connection: connection).list(),
            account: desk.asker.account
        )
    }

    func html(_ language: Language) -> HTML {
        "\(viewSection(language))\(setSection(language))"
    }

    private func viewSection(_ language: Language) -> HTML? {
        guard !views.isEmpty else { return nil }
        let items: [HTML] = views.map { view in
            "<li>\(Link(view.name, view.address))\(shared(view.sharing, by: view.account, language))</li>"
        }
        return Section(
            Text(lv: "Saglabātie skati", en: "Saved views")[language],
            "<ul class=\"index tight\">\(items)</ul>"
        ).html
    }

    private func setSection(_ language: Language) -> HTML {
        let items: [HTML] = sets.map { set in
            "<li>\(Link(set.name, set.address))\(shared(set.sharing, by: set.account, language))</li>"
        }
        let list: HTML? = items.isEmpty ? nil : "<ul class=\"index tight\">\(items)</ul>"
        let new = Link(
            Text(lv: "Izveidot komplektu sanāksmei", en: "Make a set for a meeting")[language],
            "/sets/new"
        )
        let subscriptions = Link(
            SubscriptionsPage.title[language],
            "/subscriptions"
        )
        return Section(
            Text(lv: "Komplekti sanāksmēm un abonēšana", en: "Sets for meetings, and subscriptions")[
                language
            ],
            "\(list)<p>\(new) · \(subscriptions)</p>"
        ).html
    }

    private func shared(_ sharing: Sharing, by owner: AccountID, _ language: Language) -> HTML? {
        guard sharing.reach != .own else { return nil }
        let words =
            owner == account
            ? Text(lv: "jūsu, kopīgots", en: "yours, shared") : Text(lv: "kopīgots", en: "shared")
        return " <span class=\"quiet\">(\(words, language))</span>"
    }
}
