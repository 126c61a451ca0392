internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// Shows how the second factor stands, and the QR code while one is being set up.
struct SecondFactorPage: Page {
    let method = PageMethod.get
    let path = "/account/second-factor"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    static let title = Text(lv: "Otrais faktors", en: "Second factor")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await SecondFactorPage.content(request, desk))
    }

    /// The page; `made` is the secret that was made by this request, `wrong` what was wrong with it.
    ///
    /// The first secret is shown until it is confirmed. One that replaces another is shown once, to whoever typed the
    /// password: a session that was left open must not read it.
    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        made: TOTP? = nil,
        wrong: Wrong? = nil
    ) async throws -> PageContent {
        let id = desk.asker.account
        let account = try await desk.database.data.read { connection in
            try Accounts.find(id, tenant: desk.tenant, connection)
        }
        guard let account else { throw Refusal.noSuchPage }
        let language = request.language
        let waiting = try await SecondFactor(desk).waiting()
        let left = try await SecondFactor(desk).codesLeft()
        let body: HTML
        if let key = account.hasSecondFactor ? made : waiting {
            body = "\(picture(key, account, language))\(confirm(request, error: wrong?.ofCode))"
        } else if waiting != nil, let wrong = wrong?.ofCode {
            body = confirm(request, error: wrong)
        } else {
            body = "\(state(account, left, language))\(start(account, request, error: wrong?.ofPassword))"
        }
        return PageContent(
            title,
            "\(PageHead(title[language], lede: lede[language]))\(body)",
            crumbs: [PageContent.Crumb(PageWords.myAccount, "/account")],
            status: wrong == nil ? 200 : 422
        )
    }

    /// What was wrong with what was sent.
    enum Wrong {
        case password(String)
        case code(String)

        fileprivate var ofPassword: String? {
            guard case .password(let words) = self else { return nil }
            return words
        }

        fileprivate var ofCode: String? {
            guard case .code(let words) = self else { return nil }
            return words
        }
    }

    private static let lede = Text(
        lv:
            "Kods no tālruņa lietotnes, ko prasa pēc paroles. Tas vajadzīgs visiem, kas redz izglītojamo datus.",
        en:
            "A code from an app on your phone, asked for after the password. All who see pupils' data need it."
    )

    private static func state(_ account: Account, _ left: Int, _ language: Language) -> HTML {
        guard account.hasSecondFactor else {
            let words = Text(lv: "Otrais faktors nav iestatīts.", en: "The second factor is not set up.")
            return Notice(.attention, language, words[language]).html
        }
        let codes = Noun(
            lv: "neizlietots atkopšanas kods",
            "neizlietoti atkopšanas kodi",
            en: "unused recovery code",
            "unused recovery codes"
        )
        let words = Text(lv: "Otrais faktors ir iestatīts.", en: "The second factor is set up.")
        return Notice(.info, language, words[language], more: codes.counted(left)[language] + ".").html
    }

    private static func start(_ account: Account, _ request: PageRequest, error: String?) -> HTML {
        let language = request.language
        let words =
            account.hasSecondFactor
            ? Text(lv: "Iestatīt no jauna", en: "Set up anew") : Text(lv: "Iestatīt", en: "Set up")
        let password = Field(
            "password",
            PageWords.presentPassword[language],
            .password,
            error: error,
            width: .medium,
            autocomplete: "current-password"
        )
        return Form(
            id: "start",
            language,
            action: "/account/second-factor/start",
            csrf: request.formToken,
            parts: account.hasSecondFactor ? [.field(password)] : [],
            buttons: [Button(words[language])],
            cancel: "/account"
        )
        .html
    }

    private static func picture(_ totp: TOTP, _ account: Account, _ language: Language) -> HTML {
        let scan = Text(
            lv: "Noskenējiet kodu ar autentifikatora lietotni vai ierakstiet tajā atslēgu:",
            en: "Scan the code with an authenticator app, or type the key into it:"
        )
        let picture = QRCode(totp.address(login: account.login)).map {
            $0.picture(
                title: Text(lv: "QR kods autentifikatoram", en: "QR code for an authenticator")[language]
            )
        }
        return "<p>\(scan, language) <code>\(totp.typed)</code></p><p>\(picture)</p>"
    }

    private static func confirm(_ request: PageRequest, error: String?) -> HTML {
        let language = request.language
        return Form(
            id: "confirm",
            language,
            action: "/account/second-factor/confirm",
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "code",
                        PageWords.code[language],
                        .code,
                        error: error,
                        autocomplete: "one-time-code"
                    )
                )
            ],
            buttons: [Button(Text(lv: "Apstiprināt", en: "Confirm")[language])],
            cancel: "/account"
        )
        .html
    }
}
