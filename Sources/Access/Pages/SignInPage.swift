internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// Asks for login and password.
struct SignInPage: Page {
    let method = PageMethod.get
    let path = "/sign-in"
    let permission = Permission.ownAccount
    let scope = PageScope.open
    var provider: (any IdentityProvider)?

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var form = SignInForm(request: request, to: request.query["to"] ?? "/", provider: provider)
        form.doors = try await SignInForm.doors(desk)
        return .page(form.page)
    }
}

/// Takes login and password.
struct SignInAction: Page {
    let method = PageMethod.post
    let path = "/sign-in"
    let permission = Permission.ownAccount
    let scope = PageScope.open
    var provider: (any IdentityProvider)?

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let login = request.field("login")
        let outcome = try await Accounts(desk).signIn(login, request.field("password"), from: request.visitor)
        var form = SignInForm(request: request, to: request.field("to"), login: login, provider: provider)
        switch outcome {
        case .signedIn(let secret, _):
            return try await SignInForm.entered(secret, to: request.field("to"), desk)
        case .secondFactor(let pending):
            return .page(CodeForm(request: request, to: request.field("to"), pending: pending).page)
        case .refused, .wait:
            form.error = outcome.words
            form.doors = try await SignInForm.doors(desk)
            return .page(form.page)
        }
    }
}

/// Takes the code of the second factor.
struct SignInCodeAction: Page {
    let method = PageMethod.post
    let path = "/sign-in/code"
    let permission = Permission.ownAccount
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pending = Secret(text: request.field("pending"))
        let outcome = try await Accounts(desk).signIn(
            pending: pending,
            code: request.field("code"),
            from: request.visitor
        )
        if case .signedIn(let secret, _) = outcome {
            return try await SignInForm.entered(secret, to: request.field("to"), desk)
        }
        guard try await Accounts(desk).pendingAccount(pending) != nil else {
            var form = SignInForm(request: request, to: request.field("to"))
            form.error = Text(
                lv: "Koda ievades laiks ir beidzies. Piesakieties vēlreiz.",
                en: "The time for the code is over. Sign in again."
            )
            form.doors = try await SignInForm.doors(desk)
            return .page(form.page)
        }
        var form = CodeForm(request: request, to: request.field("to"), pending: pending)
        form.error = outcome.words
        return .page(form.page)
    }
}

/// Ends the session.
struct SignOutAction: Page {
    let method = PageMethod.post
    let path = "/sign-out"
    let permission = Permission.ownAccount
    // Open, as somebody who looks through another's eyes has no account of their own there.
    let scope = PageScope.open

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await Accounts(desk).signOut(request.secret)
        return .signedOut(to: "/sign-in")
    }
}

/// The form for login and password.
struct SignInForm {
    let request: PageRequest
    let to: String
    var login = ""
    var provider: (any IdentityProvider)?
    var error: Text?
    /// What is read without signing in.
    var doors: [Door] = []

    /// A page that needs no account.
    struct Door: Sendable {
        let title: Text
        let path: String
    }

    /// What stands open now, in any room.
    static func doors(_ desk: Desk) async throws -> [Door] {
        let all = desk.house.rooms.flatMap { $0.openDoors }
        guard !all.isEmpty else { return [] }
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try all.filter { try $0.isOpen(tenant, connection) }.map { Door(title: $0.title, path: $0.path) }
        }
    }

    var page: PageContent {
        let language = request.language
        var form = Form(
            id: "sign-in",
            language,
            action: "/sign-in",
            csrf: request.formToken,
            parts: [
                .hidden(name: "to", value: OwnPath.checked(to)),
                .field(
                    Field(
                        "login",
                        PageWords.login[language],
                        .text(value: login),
                        width: .medium,
                        autocomplete: "username"
                    )
                ),
                .field(
                    Field(
                        "password",
                        PageWords.password[language],
                        .password,
                        width: .medium,
                        autocomplete: "current-password"
                    )
                ),
            ],
            buttons: [Button(PageWords.signIn[language])]
        )
        form.errors = error.map { [$0[language]] } ?? []
        let help = Text(
            lv: "Ja parole aizmirsta, lūdziet iestādes vai pārvaldes administratoram jaunu saiti.",
            en:
                "If you have forgotten the password, ask the administrator of your institution or board for a link."
        )
        return PageContent(
            PageWords.signIn,
            """
            \(PageHead(PageWords.signIn[language]))\(board)\(form)\(other)<p class=\"quiet\">\(help, language)</p>\(without)
            """,
            status: error == nil ? 200 : 422
        )
    }

    /// The board that was chosen in this browser, with the way to another; nil where the address tells it.
    private var board: HTML? {
        guard let name = request.chosenBoard else { return nil }
        let words = Text(lv: "Izvēlēties citu pārvaldi", en: "Choose another board")
        let way = Address("/sign-in/board").adding("to", OwnPath.checked(to))
        return "<p>\(name) · \(Link(words[request.language], way))</p>"
    }

    /// The way over a provider, where one is configured.
    private var other: HTML? {
        guard let provider else { return nil }
        let words = Text(lv: "Pieteikties: \(provider.title.lv)", en: "Sign in with \(provider.title.en)")
        return "<p>\(ButtonLink(words[request.language], "/sign-in/provider", .second))</p>"
    }

    /// The ways for those who have no account and need none.
    private var without: HTML? {
        guard !doors.isEmpty else { return nil }
        let heading = Text(lv: "Bez pieteikšanās", en: "Without signing in")
        let items: [HTML] = doors.map { "<li>\(Link($0.title[request.language], Address($0.path)))</li>" }
        return Section(heading[request.language], "<ul class=\"index tight\">\(items)</ul>").html
    }

    /// A session begins; what must be done first comes first.
    static func entered(_ secret: Secret, to: String, _ desk: Desk) async throws -> PageResponse {
        let duty = try await Accounts(desk).signedIn(secret)?.duty
        return .signedIn(session: secret.text, to: duty?.path ?? OwnPath.checked(to))
    }
}

/// The form for the code.
struct CodeForm {
    let request: PageRequest
    let to: String
    let pending: Secret
    var error: Text?

    private static let title = Text(lv: "Otrais solis", en: "Second step")

    var page: PageContent {
        let language = request.language
        let hint = Text(
            lv: "Seši cipari no autentifikatora vai viens no atkopšanas kodiem.",
            en: "Six digits from the authenticator, or one of the recovery codes."
        )
        let field = Field(
            "code",
            PageWords.code[language],
            .text(value: ""),
            hint: hint[language],
            error: error?[language],
            width: .medium,
            autocomplete: "one-time-code"
        )
        let form = Form(
            id: "code",
            language,
            action: "/sign-in/code",
            csrf: request.formToken,
            parts: [
                .hidden(name: "pending", value: pending.text),
                .hidden(name: "to", value: OwnPath.checked(to)),
                .field(field),
            ],
            buttons: [Button(PageWords.signIn[language])],
            cancel: "/sign-in"
        )
        return PageContent(
            CodeForm.title,
            "\(PageHead(CodeForm.title[language]))\(form)",
            status: error == nil ? 200 : 422
        )
    }
}
