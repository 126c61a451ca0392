internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// One's own account: who one is, what one may and why, where one is signed in.
struct AccountPage: Page {
    let method = PageMethod.get
    let path = "/account"
    let permission = Permission.ownAccount
    let scope = PageScope.own
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let id = desk.asker.account
        let places = places
        let (account, roles) = try await desk.database.data.read { connection in
            guard let account = try Accounts.find(id, tenant: desk.tenant, connection) else {
                throw Refusal.noSuchPage
            }
            let roles = try Accounts.roles(id, tenant: desk.tenant, connection).map { held in
                (held, try places.name(held.scope, tenant: desk.tenant, connection))
            }
            return (account, roles)
        }
        let sessions = try await Sessions(desk).list(of: id)
        let body: HTML = """
            \(PageHead(account.name, lede: account.login))\(security(account, language))\
            \(RolesTable(roles, today: desk.today, language).html)\
            \(languageForm(account, request))\(sessionsTable(sessions, request))
            """
        return .page(PageContent(PageWords.myAccount, body))
    }

    private func security(_ account: Account, _ language: Language) -> HTML {
        let isSet =
            account.hasSecondFactor
            ? Text(lv: "iestatīts", en: "set up") : Text(lv: "nav iestatīts", en: "not set up")
        let change = Text(lv: "Mainīt", en: "Change")
        let setUp = account.hasSecondFactor ? change : Text(lv: "Iestatīt", en: "Set up")
        return DefinitionList([
            (PageWords.password[language], Link(change[language], "/account/password").html),
            (
                Text(lv: "Otrais faktors", en: "Second factor")[language],
                "\(isSet, language) · \(Link(setUp[language], "/account/second-factor"))"
            ),
            (
                Text(lv: "Lomas un tiesības", en: "Roles and permissions")[language],
                Link(MatrixPage.title[language], "/permissions").html
            ),
        ])
        .html
    }

    private func languageForm(_ account: Account, _ request: PageRequest) -> HTML {
        let language = request.language
        return Form(
            id: "language",
            language,
            action: "/account/language",
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "language",
                        PageWords.language[language],
                        .radios(PageWords.languages, chosen: account.language.rawValue)
                    )
                )
            ],
            buttons: [Button(PageWords.save[language], .second)]
        )
        .html
    }

    private func sessionsTable(_ sessions: [Session], _ request: PageRequest) -> HTML {
        let language = request.language
        let format = Format(language)
        let here = request.secret.hash
        let title = Text(lv: "Aktīvās sesijas", en: "Where you are signed in")
        let rows = sessions.map { session in
            DataTable.Row([
                .words(BrowserName(session.visitor.agent).words, note: session.visitor.address),
                .words(format.moment(session.created)),
                .words(format.moment(session.seen)),
                .markup(
                    session.hash == here
                        ? Badge(Text(lv: "šī sesija", en: "this session")[language], .good).html
                        : EndSessionAction.button(session, request)
                ),
            ])
        }
        var table = DataTable(
            id: "sessions",
            language,
            caption: title[language],
            columns: [
                DataTable.Column(Text(lv: "Pārlūks", en: "Browser")[language], width: .broad),
                DataTable.Column(Text(lv: "Sākta", en: "Begun")[language]),
                DataTable.Column(
                    Text(lv: "Pēdējo reizi lietota", en: "Last used")[language],
                    isOptional: true
                ),
                DataTable.Column("", width: .narrow),
            ],
            rows: rows
        )
        table.hidesCaption = true
        return Section(title[language], table.html).html
    }
}

/// Sets the language of the account.
struct LanguageAction: Page {
    let method = PageMethod.post
    let path = "/account/language"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let language = Language(rawValue: request.field("language")) else { throw Refusal.noSuchPage }
        try await Accounts(desk).setLanguage(language)
        return .language(language, to: "/account")
    }
}

/// Ends one of one's own sessions.
struct EndSessionAction: Page {
    let method = PageMethod.post
    let path = "/account/sessions/end"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let hash = Hexadecimal.bytes(request.field("session")) else { throw Refusal.noSuchPage }
        try await Sessions(desk).end(hash, of: desk.asker.account)
        return .redirect("/account", notice: Text(lv: "Sesija izbeigta.", en: "The session is ended."))
    }

    static func button(_ session: Session, _ request: PageRequest) -> HTML {
        Form(
            id: "end-\(session.handle.prefix(8))",
            request.language,
            action: "/account/sessions/end",
            csrf: request.formToken,
            parts: [.hidden(name: "session", value: session.handle)],
            buttons: [Button(Text(lv: "Izbeigt", en: "End")[request.language], .small)]
        )
        .html
    }
}
