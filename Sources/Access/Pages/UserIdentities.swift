internal import Frame
internal import Kernel
internal import Pages

/// Who the owner of an account is at providers of identities: told, linked, and no longer linked.
struct UserIdentities {
    let identities: [ExternalIdentity]
    /// The provider that is asked for where nobody typed another.
    let usualIssuer: String
    let base: Address
    let request: PageRequest

    private var language: Language { request.language }
    /// Whether an answer came back with what is wrong.
    private var isReturned: Bool { request.form["subject"] != nil }

    static let title = Text(lv: "Ārējā identitāte", en: "Outside identity")

    var html: HTML {
        let ending: HTML? = identities.isEmpty ? nil : end
        return """
            <details\(" open", if: isReturned)><summary>\(UserIdentities.title, language)</summary>\(known)\(link)\(ending)</details>
            """
    }

    private var known: HTML {
        guard !identities.isEmpty else {
            let none = Text(
                lv: "Konts nav saistīts: ar ārēju identitāti ar to pieteikties nevar.",
                en: "The account is not linked: nobody can sign in to it with an outside identity."
            )
            return "<p class=\"quiet\">\(none, language)</p>"
        }
        let items: [HTML] = identities.map { "<li><code>\($0.subject)</code> – \($0.issuer)</li>" }
        return "<ul>\(items)</ul>"
    }

    private var link: HTML {
        let issuer = Field(
            "issuer",
            Text(lv: "Identitātes sniedzēja adrese", en: "Address of the provider")[language],
            .text(value: isReturned ? request.field("issuer") : usualIssuer),
            hint: Text(
                lv: "Kā sniedzējs sevi nosauc (iss), piemēram: https://id.example.lv",
                en: "What the provider calls itself (iss), for example: https://id.example.lv"
            )[language],
            width: .long
        )
        let subject = Field(
            "subject",
            Text(lv: "Cilvēka identifikators", en: "Identifier of the person")[language],
            .text(value: request.field("subject")),
            hint: Text(
                lv: "Kā cilvēku pazīst sniedzējs (sub); tas nav e-pasts un nemainās.",
                en: "What the provider knows the person by (sub); it is no mail address and does not change."
            )[language],
            width: .long
        )
        return form("identity", [.field(issuer), .field(subject)], Text(lv: "Saistīt", en: "Link"), .second)
    }

    private var end: HTML {
        form(
            "identity-end",
            [.hidden(name: "end", value: "1")],
            identities.count == 1
                ? Text(lv: "Atcelt sasaisti", en: "End the link")
                : Text(lv: "Atcelt visas sasaistes", en: "End all links"),
            .warning
        )
    }

    private func form(_ id: String, _ parts: [Form.Part], _ words: Text, _ look: Button.Look) -> HTML {
        Form(
            id: id,
            language,
            action: Address("\(base.text)/identity"),
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(words[language], look)]
        )
        .html
    }
}

/// Links an account with an outside identity, or ends its links.
struct UserIdentityAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/identity"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let accounts = Accounts(desk, places: places)
        let id = AccountID(rawValue: try request.number("account"))
        let page = "/users/\(id.rawValue)"
        guard request.field("end").isEmpty else {
            try await accounts.link(id, identity: nil)
            return .redirect(page, notice: Text(lv: "Sasaiste atcelta.", en: "The link is ended."))
        }
        // Both are copied from elsewhere, often with a blank; neither has one within.
        let identity = ExternalIdentity(
            issuer: request.field("issuer").filter { !$0.isWhitespace },
            subject: request.field("subject").filter { !$0.isWhitespace }
        )
        do {
            try await accounts.link(id, identity: identity)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            let words = refusal.words(request.language)
            return .page(try await UserPage.content(request, desk, places, error: words))
        }
        return .redirect(page, notice: Text(lv: "Konts saistīts.", en: "The account is linked."))
    }
}
