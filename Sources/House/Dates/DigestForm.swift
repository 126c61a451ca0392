import Access
import Frame
import Kernel
import Pages
import Storage

/// The part of the page of dates that says how often a mail tells of them.
struct DigestForm: Renderable {
    let wish: DigestWish
    let request: PageRequest

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[request.language] }

    var html: HTML {
        let language = request.language
        let field = Field(
            "rhythm",
            text("Cik bieži sūtīt", "How often"),
            .radios(
                DigestRhythm.allCases.map { Option(String($0.rawValue), $0.words[language]) },
                chosen: String(wish.rhythm.rawValue)
            ),
            hint: text(
                "E-pastā ir tikai skaits un lapas adrese, nekā par izglītojamajiem; ja nekas negaida, to nesūta. "
                    + "Kas strādā ar riska pazīmēm vai atbalsta gadījumiem, var tikt tajos uzaicināts vai rediģē rīcības "
                    + "programmas, to saņem pirmdienās, kamēr neizvēlas citādi.",
                "The mail has numbers and the page's address only, nothing of pupils; where nothing waits, none is sent. "
                    + "Whoever works with signs of risk or cases, may be invited to them or edits action programmes gets it "
                    + "on Mondays until they choose otherwise."
            )
        )
        let form = Form(
            id: "digest",
            language,
            action: "/dates/digest",
            csrf: request.formToken,
            parts: [.field(field)],
            buttons: [Button(text("Saglabāt", "Save"), .second)]
        )
        let sent =
            wish.sent.map {
                text("Pēdējo reizi pārbaudīts: ", "Last looked at: ") + Format(language).day($0) + "."
            } ?? ""
        let state: HTML =
            [sent, wish.problem?[language] ?? ""].joined().isEmpty
            ? "" : "<p>\(sent) \(wish.problem?[language] ?? "")</p>"
        return Section(text("E-pasts par termiņiem", "A mail about dates"), "\(state)\(form)").html
    }
}

/// Keeps how often somebody wants a mail of what waits.
struct DigestAction: Page {
    let method = PageMethod.post
    let path = "/dates/digest"
    let permission = Permission.ownDates
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard desk.asker.viewing == nil,
            let rhythm = Int(request.field("rhythm")).flatMap({ DigestRhythm(rawValue: $0) })
        else { throw Refusal.noSuchPage }
        let (tenant, account) = (desk.tenant, desk.asker.account)
        if rhythm != .never {
            let known = try await desk.database.data.read { try Accounts.find(account, tenant: tenant, $0) }
            guard MailAddress.isGood(known?.email ?? "") else { throw Refusal.noMailAddress }
            guard Delivery.configured.sendmail != nil else { throw Refusal.noMailHere }
        }
        try await desk.database.data.write { try Digests(tenant, $0).choose(rhythm, account) }
        return .redirect("/dates", notice: Text(lv: "Saglabāts.", en: "Saved."))
    }
}

extension Refusal {
    static let noMailHere = Refusal(
        .invalid,
        Text(lv: "Šis serveris e-pastu nesūta.", en: "This server sends no mail."),
        advice: Text(
            lv: "Administratoram jānorāda programma ar SEKME_SENDMAIL. Termiņi ir redzami lapā un kalendārā.",
            en:
                "The administrator should name a program with SEKME_SENDMAIL. Dates are on the page and in the calendar."
        )
    )
}
