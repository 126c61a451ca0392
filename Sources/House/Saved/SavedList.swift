import Frame
import Kernel
import Pages
import Storage

/// What the list of reports shows of saved views and sets, with those that can be put back.
struct SavedList: Sendable {
    let views: [SavedView]
    let sets: [ReportSet]
    let removedViews: [SavedView]
    let removedSets: [ReportSet]
    let account: AccountID

    static func load(_ desk: Desk, _ connection: Connection) throws -> SavedList {
        let views = SavedViews(desk: desk, connection: connection)
        let sets = ReportSets(desk: desk, connection: connection)
        return SavedList(
            views: try views.list(),
            sets: try sets.list(),
            removedViews: try views.removed(),
            removedSets: try sets.removed(),
            account: desk.asker.account
        )
    }

    func html(_ request: PageRequest) -> HTML {
        "\(viewSection(request.language))\(setSection(request.language))\(removed(request))"
    }

    private func viewSection(_ language: Language) -> HTML {
        let items: [HTML] = views.map { view in
            let words = shared(view.sharing, by: view.account, language)
            return "<li>\(Link(view.name.text[language], view.address))\(words)</li>"
        }
        let none = Text(
            lv: """
                Saglabātu skatu vēl nav. Atveriet atskaiti, izvēlieties atlasi un zem tās – \
                „\(SaveViewForm.title.lv)”.
                """,
            en: """
                There is no saved view yet. Open a report, choose its filters, and under it \
                “\(SaveViewForm.title.en)”.
                """
        )
        return Section(Text(lv: "Saglabātie skati", en: "Saved views")[language], list(items, none, language))
            .html
    }

    private func setSection(_ language: Language) -> HTML {
        let items: [HTML] = sets.map { set in
            let words = shared(set.sharing, by: set.account, language)
            return "<li>\(Link(set.name.text[language], set.address))\(words)</li>"
        }
        let none = Text(
            lv: "Komplektu vēl nav. Komplekts ir atskaites, kuras sanāksmei drukā kopā.",
            en: "There is no set yet. A set is reports that are printed together for a meeting."
        )
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
            "\(list(items, none, language))<p>\(new) · \(subscriptions)</p>"
        ).html
    }

    private func list(_ items: [HTML], _ none: Text, _ language: Language) -> HTML {
        items.isEmpty
            ? "<p class=\"quiet\">\(none, language)</p>" : "<ul class=\"index tight\">\(items)</ul>"
    }

    private func removed(_ request: PageRequest) -> HTML? {
        let language = request.language
        let views = removedViews.map { view in
            Removed.line(view.name.text[language], "/views/\(view.id)/restore", request)
        }
        let sets = removedSets.map { set in
            Removed.line(set.name.text[language], "/sets/\(set.id)/restore", request)
        }
        return Removed.list(views + sets, language)
    }

    private func shared(_ sharing: Sharing, by owner: AccountID, _ language: Language) -> HTML? {
        guard sharing.reach != .own else { return nil }
        let words =
            owner == account
            ? Text(lv: "jūsu, kopīgots", en: "yours, shared") : Text(lv: "kopīgots", en: "shared")
        return " <span class=\"quiet\">(\(words, language))</span>"
    }
}
