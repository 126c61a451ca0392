internal import Frame
internal import Kernel
internal import Pages

/// For which body roles of an account are held: asked again where it was not said, or has changed.
struct UserBodyForms {
    let roles: [HeldRole]
    let base: Address
    let csrf: String
    let today: Day
    let language: Language

    /// A form for each role in force or to come that names a body.
    var html: HTML {
        let forms = roles.filter { held in
            Role.named(held.role)?.namesBody == true && held.to.map { today <= $0 } ?? true
        }
        .map(form)
        return "\(forms)"
    }

    private func form(_ held: HeldRole) -> HTML {
        let form = Form(
            id: "body-\(held.id)",
            language,
            action: Address("\(base.text)/body"),
            csrf: csrf,
            parts: [
                .hidden(name: "grant", value: String(held.id)),
                .field(
                    Field(
                        "body",
                        PageWords.body[language],
                        .select(RoleFields.bodies(language), chosen: held.body?.code)
                    )
                ),
            ],
            buttons: [Button(PageWords.save[language], .second)]
        )
        let title = Text(lv: "Mainīt institūciju", en: "Change the body") + Text(same: ": ") + held.words
        return "<details><summary>\(title, language)</summary>\(form)</details>"
    }
}

/// Says for which body a role of an account is held.
struct UserBodyAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/body"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        guard let role = Int(request.field("grant")) else { throw Refusal.noSuchPage }
        guard let body = CaseBody(code: request.field("body")) else { throw Refusal.noSuchPage }
        try await Accounts(desk, places: places).setBody(body, ofRole: role, of: id)
        return .redirect(
            "/users/\(id.rawValue)",
            notice: Text(lv: "Institūcija saglabāta.", en: "The body is saved.")
        )
    }
}
