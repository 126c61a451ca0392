internal import Frame
internal import Kernel
internal import Pages

/// Where a one-time link leads: the choice of a password.
struct WelcomePage: Page {
    let method = PageMethod.get
    let path = "/welcome/:token"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await WelcomePage.content(request, desk, error: nil))
    }

    static func content(_ request: PageRequest, _ desk: Desk, error: String?) async throws -> PageContent {
        let token = request.parts["token"] ?? ""
        let (account, purpose) = try await Accounts(desk).owner(of: Secret(text: token))
        let language = request.language
        let title =
            switch purpose {
            case .invitation: Text(lv: "Esiet sveicināti Sekmē", en: "Welcome to Sekme")
            case .reset: Text(lv: "Jauna parole", en: "A new password")
            }
        var form = Form(
            id: "welcome",
            language,
            action: "/welcome/\(token)",
            csrf: request.formToken,
            parts: PasswordPage.newPassword(language),
            buttons: [Button(PageWords.save[language])]
        )
        form.errors = error.map { [$0] } ?? []
        let facts = DefinitionList([
            (PageWords.name[language], HTML(text: account.name)),
            (PageWords.login[language], HTML(text: account.login)),
        ])
        return PageContent(
            title,
            "\(PageHead(title[language]))\(facts)\(form)",
            status: error == nil ? 200 : 422
        )
    }
}

/// Sets the password; the owner then signs in with it.
struct WelcomeAction: Page {
    let method = PageMethod.post
    let path = "/welcome/:token"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard request.field("new") == request.field("again") else {
            let words = PageWords.different[request.language]
            return .page(try await WelcomePage.content(request, desk, error: words))
        }
        do {
            let link = Secret(text: request.parts["token"] ?? "")
            _ = try await Accounts(desk).accept(link, password: request.field("new"))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let words = refusal.words(request.language)
            return .page(try await WelcomePage.content(request, desk, error: words))
        }
        return .redirect(
            "/sign-in",
            notice: Text(
                lv: "Parole saglabāta. Piesakieties ar to.",
                en: "The password is saved. Sign in with it."
            )
        )
    }
}
