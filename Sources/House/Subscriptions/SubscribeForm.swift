import Access
import Frame
import Kernel
import Pages
import Storage

/// The form under a report that asks to be told of new figures, or says why that cannot be.
struct SubscribeForm {
    let asked: ReportRequest
    let refused: Refusal?
    /// Whether the reader sees persons in the report, which no notice, mail or file tells of.
    let showsPersons: Bool
    /// Whether it needs another permission than reading figures, so that its title and address are all that is told.
    let isOfRights: Bool
    let ways: [Delivery.Way]
    let request: PageRequest

    static let title = Text(lv: "Paziņot par jauniem datiem", en: "Tell me of new figures")

    /// The form, folded under the report.
    var folded: HTML {
        let language = request.language
        let body: HTML =
            refused.map { "<p>\($0.message, language) \($0.advice, language)</p>" } ?? "\(lede)\(form)"
        return "<details><summary>\(SubscribeForm.title, language)</summary>\(body)</details>"
    }

    private var lede: HTML {
        let words = Text(
            lv: "Kad imports maina šīs atskaites skaitļus, paziņojums parādās sākumlapā.",
            en: "When an import changes the figures of this report, a notice appears on the home page."
        )
        let without = Text(
            lv: """
                Jūs šeit redzat personas; abonēta tiek atskaite bez tām. Paziņojumu saņemsiet, kad mainīsies tās \
                kopsavilkuma skaitļi; failā būs tikai tie.
                """,
            en: """
                You see persons here; what is subscribed to is the report without them. You are told when its summary \
                figures change, and a file holds those alone.
                """
        )
        let title = Text(
            lv: """
                Šo atskaiti drīkst skatīt tikai ar īpašām tiesībām, tāpēc paziņojumā ir tikai tās nosaukums un adrese, un \
                tas pienāk, kamēr šīs tiesības jums ir.
                """,
            en: """
                This report is open to special rights only, so a notice has its title and address alone, and comes for as \
                long as you hold these rights.
                """
        )
        var more: HTML?
        if isOfRights {
            more = "<p>\(title, request.language)</p>"
        } else if showsPersons {
            more = "<p>\(without, request.language)</p>"
        }
        return "<p>\(words, request.language)</p>\(more)"
    }

    private var form: Form {
        let language = request.language
        let way = Field(
            "way",
            Text(lv: "Kā paziņot", en: "How to tell")[language],
            .radios(ways.map { Option($0.rawValue, $0.words[language]) }, chosen: Delivery.Way.home.rawValue),
            hint: Text(
                lv: "E-pastā ir tikai atskaites nosaukums un adrese.",
                en: "A mail carries the title and address of the report only."
            )[language]
        )
        let choice: [Form.Part] =
            ways.count > 1 ? [.field(way)] : [.hidden(name: "way", value: Delivery.Way.home.rawValue)]
        return Form(
            id: "subscribe",
            language,
            action: "/subscriptions",
            csrf: request.formToken,
            parts: asked.hiddenParts + choice,
            buttons: [Button(Text(lv: "Abonēt", en: "Subscribe")[language])]
        )
    }
}

/// Keeps the wish to be told of new figures.
struct SubscribeAction: Page {
    let method = PageMethod.post
    let path = "/subscriptions"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = ReportRequest(form: request).declared(in: desk.house)
        if let refusal = SubscriptionRule.refusal(asked) { throw refusal }
        let ways = SubscriptionRule.ways(asked, desk.house, .configured)
        let way =
            Delivery.Way(rawValue: request.field("way")).flatMap { ways.contains($0) ? $0 : nil } ?? .home
        let (tenant, account) = (desk.tenant, desk.asker.account)
        if way == .mail {
            let known = try await desk.database.data.read {
                try Accounts.find(account, tenant: tenant, $0)
            }
            guard MailAddress.isGood(known?.email ?? "") else { throw Refusal.noMailAddress }
        }
        let seen = try await SubscriptionLook(desk: desk).look(asked, as: desk.asker)
        try await desk.database.data.write { connection in
            try Subscriptions(tenant: tenant, connection: connection).add(
                asked,
                way,
                for: account,
                version: seen.version,
                fingerprint: seen.fingerprint
            )
        }
        return .redirect(
            "/subscriptions",
            notice: Text(lv: "Atskaite abonēta.", en: "The report is subscribed to.")
        )
    }
}

extension Refusal {
    static let noMailAddress = Refusal(
        .invalid,
        Text(lv: "Jūsu kontam nav e-pasta adreses.", en: "Your account has no mail address."),
        advice: Text(
            lv: "Lūdziet administratoram to ierakstīt vai izvēlieties paziņojumu sākumlapā.",
            en: "Ask the administrator to enter it, or choose a notice on the home page."
        )
    )
}
