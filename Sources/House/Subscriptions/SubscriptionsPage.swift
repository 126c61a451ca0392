import Frame
import Kernel
import Pages
import Storage

/// One's own subscriptions, what is new in them, and how to end them.
struct SubscriptionsPage: Page {
    let method = PageMethod.get
    let path = "/subscriptions"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Mani abonementi", en: "My subscriptions")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (tenant, account) = (desk.tenant, desk.asker.account)
        let (all, removed) = try await desk.database.data.read { connection in
            let all = Subscriptions(tenant: tenant, connection: connection)
            return (try all.list(account), try all.removed(account, desk))
        }
        let language = request.language
        var table = DataTable(
            id: "subscriptions",
            language,
            caption: SubscriptionsPage.title[language],
            columns: [
                DataTable.Column(Text(lv: "Atskaite", en: "Report")[language]),
                DataTable.Column(Text(lv: "Kā paziņo", en: "How it tells")[language]),
                DataTable.Column(Text(lv: "Jauni dati", en: "New figures")[language]),
                DataTable.Column(Text(lv: "Darbības", en: "Actions")[language], width: .narrow),
            ],
            rows: all.map { row($0, request, desk.house) }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Neviena atskaite nav abonēta", en: "No report is subscribed to")[language],
            advice: Text(
                lv: "Atveriet atskaiti un zem tās izvēlieties „Paziņot par jauniem datiem”.",
                en: "Open a report and choose “Tell me of new figures” under it."
            )[language],
            link: Link(ReportsPage.title[language], "/reports")
        )
        let lines = removed.map { one in
            Removed.line(
                one.title(desk.house)[language],
                "/subscriptions/\(one.id)/restore",
                request
            )
        }
        let ended = Removed.list(lines, language)
        return .page(
            PageContent(
                SubscriptionsPage.title,
                "\(PageHead(SubscriptionsPage.title[language]))\(table)\(ended)",
                crumbs: [PageContent.Crumb(ReportsPage.title, "/reports")]
            )
        )
    }

    private func row(_ one: Subscription, _ request: PageRequest, _ house: HouseBook) -> DataTable.Row {
        let language = request.language
        let end = PostButton(
            Text(lv: "Pārtraukt", en: "End")[language],
            action: "\(one.address.text)/remove",
            csrf: request.formToken,
            look: .small
        )
        let news =
            one.changedAt.map { Format(language).moment($0) } ?? Text(lv: "vēl nav", en: "not yet")[language]
        return DataTable.Row(
            [
                .words(one.title(house)[language]),
                .words(one.way.words[language], note: one.problem?[language]),
                .words(news, needsAttention: one.isNews), .markup(end.html),
            ],
            address: one.address
        )
    }
}

/// Opens a subscribed report and takes its notice away.
struct SubscribedPage: Page {
    let method = PageMethod.get
    let path = "/subscriptions/:subscription"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("subscription")
        let (tenant, account, now) = (desk.tenant, desk.asker.account, desk.clock())
        let one = try await desk.database.data.read {
            try Subscriptions(tenant: tenant, connection: $0).find(id, of: account)
        }
        if one.isNews {
            try await desk.database.data.write {
                try Subscriptions(tenant: tenant, connection: $0).open(one, at: now)
            }
        }
        return .redirect(one.request.address.text)
    }
}

/// Ends a subscription.
struct UnsubscribeAction: Page {
    let method = PageMethod.post
    let path = "/subscriptions/:subscription/remove"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("subscription")
        let (tenant, account, now) = (desk.tenant, desk.asker.account, desk.clock())
        try await desk.database.data.write { connection in
            let all = Subscriptions(tenant: tenant, connection: connection)
            try all.remove(try all.find(id, of: account), at: now)
        }
        return .redirect(
            "/subscriptions",
            notice: Text(
                lv: "Abonēšana pārtraukta. To var atjaunot šajā lapā pie noņemtajiem.",
                en: "The subscription was ended. It can be put back on this page, under what was removed."
            )
        )
    }
}

/// Puts an ended subscription back.
struct SubscribeAgainAction: Page {
    let method = PageMethod.post
    let path = "/subscriptions/:subscription/restore"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("subscription")
        let tenant = desk.tenant
        try await desk.database.data.write {
            try Subscriptions(tenant: tenant, connection: $0).restore(id, desk)
        }
        return .redirect(
            "/subscriptions",
            notice: Text(lv: "Abonēšana atjaunota.", en: "The subscription was put back.")
        )
    }
}

/// Subscribed reports with new figures, for the home page; nothing where there are none.
struct SubscribedNews: Renderable, Sendable {
    let news: [(title: Text, address: Address)]
    let language: Language

    static func load(_ desk: Desk, _ language: Language, _ connection: Connection) throws -> SubscribedNews {
        let all = try Subscriptions(tenant: desk.tenant, connection: connection).list(desk.asker.account)
        let news = all.filter { $0.isNews && SubscriptionRule.mayOpen($0.request, desk) }
        return SubscribedNews(
            news: news.map { ($0.title(desk.house), $0.address) },
            language: language
        )
    }

    var html: HTML {
        let heading = Text(lv: "Jauni dati abonētajās atskaitēs", en: "New figures in subscribed reports")
        let items: [HTML] = news.map { "<li>\(Link($0.title[language], $0.address))</li>" }
        guard !items.isEmpty else { return "" }
        return Section(heading[language], "<ul class=\"index tight\">\(items)</ul>").html
    }
}
