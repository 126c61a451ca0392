import Cases
import Frame
import Kernel
import Pages
import Registry
import Storage

/// One's own dates: what is late and what comes, a calendar of them, and whether a mail tells of them.
struct DatesPage: Page {
    let method = PageMethod.get
    let path = "/dates"
    let permission = Permission.ownDates
    let scope = PageScope.anywhere

    static let title = Text(lv: "Mani termiņi", en: "My dates")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let account = desk.asker.account
        let filter = DueFilter(request)
        let (all, list, feed, wish) = try await desk.database.data.read { connection in
            let dues = try DueList.own(desk, ahead: DueList.ahead, connection)
            return (
                dues,
                try DueList(dues.filter { filter.takes($0, on: desk.today) }, nil, desk, connection),
                try Feeds(desk.tenant, connection).madeAt(account),
                try Digests(desk.tenant, connection).wish(of: desk.asker, on: desk.today)
            )
        }
        return .page(
            page(
                request,
                list,
                all.isEmpty ? nil : filter.bar(of: all, request.language),
                isNarrowed: !filter.isEmpty,
                feed,
                desk.asker.viewing == nil ? wish : nil,
                leads: !desk.asker.reach(.superviseCases, on: desk.today).isEmpty,
                joins: !desk.asker.reach(.joinCases, on: desk.today).isEmpty
            )
        )
    }

    private func page(
        _ request: PageRequest,
        _ list: DueList,
        _ bar: FilterBar?,
        isNarrowed: Bool,
        _ feed: Instant?,
        _ wish: DigestWish?,
        leads: Bool,
        joins: Bool
    ) -> PageContent {
        let language = request.language
        let none = EmptyState(
            Text(lv: "Tādu termiņu nav", en: "There are no such dates")[language],
            advice: Text(
                lv: "Izvēlieties citu termiņu vai veidu, lai redzētu pārējos.",
                en: "Choose another date or kind to see the others."
            )[language]
        )
        let empty = EmptyState(
            Text(lv: "Termiņu nav", en: "There are no dates")[language],
            advice: Text(
                lv: "Šeit parādīsies jūsu darbi ar termiņu: gadījumu pārskatīšana, uzdevumi, sanāksmes, "
                    + "programmu gada soļi.",
                en:
                    "Your work with a day will appear here: reviews of cases, tasks, meetings, steps of programmes."
            )[language]
        )
        let table = DueTable(
            list: list,
            caption: DatesPage.title,
            empty: isNarrowed ? none : empty,
            showsOwner: false,
            language: language
        )
        let head = PageHead(
            DatesPage.title[language],
            lede: Text(
                lv: "Viss, kas kavējas, un nākamās \(String(DueList.ahead)) dienas.",
                en: "Everything that is late, and the next \(String(DueList.ahead)) days."
            )[language],
            actions: leads ? [ButtonLink(LatePage.title[language], "/late", .second).html] : []
        )
        // Who looks with another's eyes neither takes that person's calendar nor changes what they are sent.
        let own: HTML =
            wish.map {
                "\(FeedForm(madeAt: feed, request: request))\(DigestForm(wish: $0, request: request))"
            } ?? ""
        // The tabs lead to the support team's pages.
        let tabs: HTML = joins ? TeamTabs.html("/dates", language) : ""
        return PageContent(
            DatesPage.title,
            "\(head)\(tabs)\(bar)\(table.html)\(own)",
            persons: list.names.keys.sorted()
        )
    }
}

/// What is late where one leads the work, with who answers for it; nobody is ranked.
struct LatePage: Page {
    let method = PageMethod.get
    let path = "/late"
    let permission = Permission.superviseCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Kas kavējas", en: "What is late")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let list = try await desk.database.data.read { connection in
            let (dues, rule) = try DueList.late(desk, connection)
            return try DueList(dues, rule, desk, connection)
        }
        let language = request.language
        let isBoard = desk.asker.reach(.superviseCases, on: desk.today).everything
        let table = DueTable(
            list: list,
            caption: LatePage.title,
            empty: EmptyState(
                Text(lv: "Nekas nekavējas", en: "Nothing is late")[language],
                advice: Text(
                    lv: "Šeit parādās pārskatīšanas, uzdevumi un soļi, kuru termiņš ir pagājis.",
                    en: "Reviews, tasks and steps whose date has passed appear here."
                )[language]
            ),
            showsOwner: true,
            language: language
        )
        let head = PageHead(LatePage.title[language], lede: lede(list.rule, isBoard)[language])
        return .page(
            PageContent(
                LatePage.title,
                "\(head)\(table.html)",
                crumbs: [PageContent.Crumb(DatesPage.title, "/dates")],
                persons: list.names.keys.sorted()
            )
        )
    }

    private func lede(_ rule: EscalationRule?, _ isBoard: Bool) -> Text {
        guard let rule else {
            return Text(lv: "Viss, kam termiņš ir pagājis.", en: "Everything whose date has passed.")
        }
        let days = Noun(lv: "dienu", "dienām", en: "day", "days")
        return isBoard
            ? Text(lv: "Tas, kas kavējas ilgāk par ", en: "What has been late for more than ")
                + days.counted(rule.board) + Text(same: ".")
            : Text(
                lv: "Viss, kam termiņš ir pagājis. Izcelts tas, kas kavējas ilgāk par ",
                en: "Everything whose date has passed. Set off is what has been late for more than "
            ) + days.counted(rule.head) + Text(same: ".")
    }
}
