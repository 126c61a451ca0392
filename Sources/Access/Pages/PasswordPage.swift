internal import Frame
internal import Kernel
internal import Pages

/// Asks for the present password and a new one.
struct PasswordPage: Page {
    let method = PageMethod.get
    let path = "/account/password"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(PasswordPage.content(request, error: nil))
    }

    static func content(_ request: PageRequest, error: String?) -> PageContent {
        let language = request.language
        let title = Text(lv: "Mainīt paroli", en: "Change the password")
        var form = Form(
            id: "password",
            language,
            action: "/account/password",
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "old",
                        PageWords.presentPassword[language],
                        .password,
                        width: .medium,
                        autocomplete: "current-password"
                    )
                )
            ] + newPassword(language),
            buttons: [Button(PageWords.save[language])],
            cancel: "/account"
        )
        form.errors = error.map { [$0] } ?? []
        return PageContent(
            title,
            "\(PageHead(title[language]))\(form)",
            crumbs: [PageContent.Crumb(PageWords.myAccount, "/account")],
            status: error == nil ? 200 : 422
        )
    }

    /// The two fields for a new password.
    static func newPassword(_ language: Language) -> [Form.Part] {
        [
            .field(
                Field(
                    "new",
                    PageWords.newPassword[language],
                    .password,
                    hint: PageWords.passwordHint[language],
                    width: .medium,
                    autocomplete: "new-password"
                )
            ),
            .field(
                Field(
                    "again",
                    PageWords.repeated[language],
                    .password,
                    width: .medium,
                    autocomplete: "new-password"
                )
            ),
        ]
    }
}

/// Changes the password and ends the other sessions.
struct PasswordAction: Page {
    let method = PageMethod.post
    let path = "/account/password"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard request.field("new") == request.field("again") else {
            return .page(PasswordPage.content(request, error: PageWords.different[request.language]))
        }
        do {
            try await Accounts(desk).changePassword(
                from: request.field("old"),
                to: request.field("new"),
                keeping: request.secret
            )
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return .page(PasswordPage.content(request, error: refusal.words(request.language)))
        }
        return .redirect(
            "/account",
            notice: Text(
                lv: "Parole nomainīta; citas sesijas izbeigtas.",
                en: "The password is changed; other sessions are ended."
            )
        )
    }
}
