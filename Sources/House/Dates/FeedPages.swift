import Access
import Frame
import Kernel
import Pages
import Storage

/// The calendar of an account's own dates, for the program that a person keeps a calendar in.
///
/// Such programs cannot sign in: the secret in the address stands for the account. It opens nothing but dates, in which
/// there is nobody's name, and ends with the account.
struct FeedPage: Page {
    let method = PageMethod.get
    let path = "/dates/calendar/:secret"
    let permission = Permission.ownDates
    let scope = PageScope.open

    /// How far back and ahead the calendar goes, in days.
    private static let (past, ahead) = (60, 400)

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let secret = Secret(text: request.parts["secret"] ?? "")
        let tenant = desk.tenant
        let found = try await desk.database.data.read { connection -> Account? in
            try Feeds(tenant, connection).owner(of: secret).flatMap {
                try Accounts.find($0, tenant: tenant, connection)
            }
        }
        guard let account = found, account.isOpen(on: desk.today),
            let asker = try await Accounts(desk).asker(for: account.id)
        else { throw Refusal.noSuchPage }
        let own = desk.seated(asker)
        // Whoever has work of none of the kinds any more has nothing left to be dated.
        guard !asker.reach(.ownDates, on: desk.today).isEmpty else { throw Refusal.noSuchPage }
        let since = desk.today - FeedPage.past
        let events = try await desk.database.data.read { connection in
            let dues = try DueList.own(own, ahead: FeedPage.ahead, connection)
            return try Calendar.events(dues.filter { $0.day >= since }, tenant, connection)
        }
        let calendar = Calendar(
            events: events,
            title: Text(lv: "Sekme: mani termiņi", en: "Sekme: my dates"),
            origin: request.origin,
            now: desk.clock(),
            language: account.language
        )
        return .file(
            FileContent(name: "sekme.ics", type: "text/calendar; charset=utf-8", bytes: calendar.bytes)
        )
    }
}

/// Makes a new address of the calendar, or takes it away.
struct FeedAction: Page {
    let method = PageMethod.post
    let path = "/dates/calendar"
    let permission = Permission.ownDates
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let (tenant, account, now) = (desk.tenant, desk.asker.account, desk.clock())
        if request.field("deed") == "end" {
            try await desk.database.data.write { try Feeds(tenant, $0).remove(account) }
            return .redirect(
                "/dates",
                notice: Text(
                    lv: "Kalendāra adrese vairs nedarbojas.",
                    en: "The calendar's address has ended."
                )
            )
        }
        let secret = Secret()
        try await desk.database.data.write { try Feeds(tenant, $0).renew(account, secret, at: now) }
        let address = "\(request.origin)/dates/calendar/\(secret.text)"
        return .page(FeedMade(address: address, request: request).page)
    }
}

/// The address of a calendar, shown once.
struct FeedMade {
    let address: String
    let request: PageRequest

    var page: PageContent {
        let language = request.language
        let title = Text(lv: "Kalendāra adrese", en: "The calendar's address")
        let lede = Text(
            lv: """
                Iekopējiet šo adresi sava kalendāra programmā kā abonējamu kalendāru. Vēlāk adresi vairs nerādīs; var \
                izveidot jaunu.
                """,
            en: """
                Copy this address to your calendar program as a calendar to subscribe to. It is shown only now; you can \
                make a new one later.
                """
        )
        let body: HTML = """
            \(PageHead(title[language], lede: lede[language]))
            <p class="code-block"><code>\(address)</code></p>
            <p>\(Link(DatesPage.title[language], "/dates"))</p>
            """
        return PageContent(title, body, crumbs: [PageContent.Crumb(DatesPage.title, "/dates")])
    }
}

/// The part of the page of dates that makes the calendar's address and takes it away.
struct FeedForm: Renderable {
    let madeAt: Instant?
    let request: PageRequest

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[request.language] }

    var html: HTML {
        let words = text(
            "Kalendārā ir tikai dienas un darba veids, bez izglītojamo vārdiem un datiem.",
            "The calendar has days and kinds of work only, without names and data of pupils."
        )
        let made =
            madeAt.map { moment in
                text("Adrese izveidota ", "The address was made ") + Format(request.language).moment(moment)
                    + "."
            } ?? ""
        let make =
            madeAt == nil
            ? text("Izveidot adresi", "Make an address") : text("Izveidot jaunu adresi", "Make a new address")
        let end =
            madeAt == nil ? [] : [Button(text("Pārtraukt", "End it"), .second, field: ("deed", "end"))]
        let form = Form(
            id: "feed",
            request.language,
            action: "/dates/calendar",
            csrf: request.formToken,
            parts: [],
            buttons: [Button(make, .second)] + end
        )
        return Section(
            text("Termiņi manā kalendārā", "Dates in my calendar"),
            "<p>\(words) \(made)</p>\(form)"
        ).html
    }
}
