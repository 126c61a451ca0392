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
        .page(try await SecondFactorPage.content(request, desk, error: nil))
    }

    static func content(_ request: PageRequest, _ desk: Desk, error: Text?) async throws -> PageContent {
        let id = desk.asker.account
        let account = try await desk.database.data.read { connection in
            try Accounts.find(id, tenant: desk.tenant, connection)
        }
        guard let account else { throw Refusal.noSuchPage }
        let language = request.language
        let waiting = try await SecondFactor(desk).waiting()
        let left = try await SecondFactor(desk).codesLeft()
        let body: HTML
        if let waiting {
            body = setUp(waiting, account, request, error: error)
        } else {
            body = "\(state(account, left, language))\(start(account, request))"
        }
        return PageContent(
            title,
            "\(PageHead(title[language], lede: lede[language]))\(body)",
            crumbs: [PageContent.Crumb(PageWords.myAccount, "/account")],
            status: error == nil ? 200 : 422
        )
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

    private static func start(_ account: Account, _ request: PageRequest) -> HTML {
        let words =
            account.hasSecondFactor
            ? Text(lv: "Iestatīt no jauna", en: "Set up anew") : Text(lv: "Iestatīt", en: "Set up")
        return Form(
            id: "start",
            request.language,
            action: "/account/second-factor/start",
            csrf: request.formToken,
            parts: [],
            buttons: [Button(words[request.language])],
            cancel: "/account"
        )
        .html
    }

    private static func setUp(
        _ totp: TOTP,
        _ account: Account,
        _ request: PageRequest,
        error: Text?
    ) -> HTML {
        let language = request.language
        let scan = Text(
            lv: "Noskenējiet kodu ar autentifikatora lietotni vai ierakstiet tajā atslēgu:",
            en: "Scan the code with an authenticator app, or type the key into it:"
        )
        let picture = QRCode(totp.address(login: account.login)).map {
            $0.picture(
                title: Text(lv: "QR kods autentifikatoram", en: "QR code for an authenticator")[language]
            )
        }
        let form = Form(
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
                        error: error?[language],
                        autocomplete: "one-time-code"
                    )
                )
            ],
            buttons: [Button(Text(lv: "Apstiprināt", en: "Confirm")[language])],
            cancel: "/account"
        )
        return "<p>\(scan, language) <code>\(totp.typed)</code></p><p>\(picture)</p>\(form)"
    }
}

/// Makes a new secret.
struct SecondFactorStart: Page {
    let method = PageMethod.post
    let path = "/account/second-factor/start"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        _ = try await SecondFactor(desk).start()
        return .redirect("/account/second-factor")
    }
}

/// Takes the secret into use and shows the recovery codes.
struct SecondFactorConfirm: Page {
    let method = PageMethod.post
    let path = "/account/second-factor/confirm"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        guard let codes = try await SecondFactor(desk).confirm(request.field("code")) else {
            let wrong = Text(
                lv: "Kods nav pareizs. Pārbaudiet, vai tālruņa pulkstenis iet precīzi.",
                en: "The code is not right. Check that the clock of the phone is exact."
            )
            return .page(try await SecondFactorPage.content(request, desk, error: wrong))
        }
        let title = Text(lv: "Atkopšanas kodi", en: "Recovery codes")
        let lede = Text(
            lv: "Izdrukājiet vai pierakstiet. Katrs kods vienu reizi aizstāj tālruni; vairs tos nerādīs.",
            en: "Print them or write them down. Each replaces the phone once; they are not shown again."
        )
        let items: [HTML] = codes.map { "<li><code>\($0)</code></li>" }
        let done = Notice(
            .success,
            language,
            Text(lv: "Otrais faktors ir iestatīts.", en: "The second factor is set up.")[language]
        )
        let onward = ButtonLink(Text(lv: "Turpināt", en: "Continue")[language], "/")
        return .page(
            PageContent(
                title,
                "\(done)\(PageHead(title[language], lede: lede[language]))<ul>\(items)</ul><p>\(onward)</p>"
            )
        )
    }
}
