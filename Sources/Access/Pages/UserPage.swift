internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// One account: its facts, its roles, and what can be done with it.
struct UserPage: Page {
    let method = PageMethod.get
    let path = "/users/:account"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await UserPage.content(request, desk, places))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ places: any Places,
        error: String? = nil,
        granting errors: UserErrors = UserErrors()
    ) async throws -> PageContent {
        let id = AccountID(rawValue: try request.number("account"))
        let listed = try await Accounts(desk, places: places).one(id)
        let fields = try await RoleFields.load(desk, places, request.language)
        let (names, staff) = try await desk.database.data.read { connection in
            let names = try listed.roles.map { ($0, try places.name($0.scope, for: desk, connection)) }
            let staff = try listed.account.staff.flatMap {
                try places.staff($0, tenant: desk.tenant, connection)
            }
            return (names, staff)
        }
        let accounts = Accounts(desk, places: places)
        let proposals = try await accounts.proposals(for: listed)
        let view = UserView(
            listed: listed,
            staff: staff,
            proposals: proposals,
            identities: try await accounts.identities(of: id),
            usualIssuer: try await accounts.usualIssuer(),
            request: request,
            desk: desk
        )
        return PageContent(
            Text(same: listed.account.name),
            view.body(names, fields, error: error, granting: errors),
            crumbs: [PageContent.Crumb(PageWords.users, "/users")],
            status: error == nil && errors.isEmpty ? 200 : 422
        )
    }
}

/// The parts of the page of an account.
struct UserView {
    let listed: Accounts.Listed
    let staff: StaffEntry?
    let proposals: [RoleProposal.Placed]
    let identities: [ExternalIdentity]
    let usualIssuer: String
    let request: PageRequest
    let desk: Desk

    private var account: Account { listed.account }
    private var language: Language { request.language }
    private var base: Address { "/users/\(account.id.rawValue)" }

    func body(
        _ roles: [(HeldRole, Text)],
        _ fields: RoleFields,
        error: String?,
        granting errors: UserErrors
    ) -> HTML {
        var table = RolesTable(roles, today: desk.today, language)
        table.action = { held in
            button(
                "end",
                Text(lv: "Izbeigt", en: "End"),
                .small,
                [("grant", String(held.id))],
                id: "end-\(held.id)"
            )
        }
        let problem: HTML? = error.map { Notice(.attention, language, $0).html }
        return """
            \(PageHead(account.name, lede: account.login))\(problem)\(facts)\(table.html)\(bodies)\(proposed)\
            \(grantForm(fields, errors))\(editForm)\(identityForms)\(actions)
            """
    }

    private var facts: HTML {
        let format = Format(language)
        let second =
            account.hasSecondFactor
            ? Text(lv: "iestatīts", en: "set up") : Text(lv: "nav iestatīts", en: "not set up")
        return DefinitionList([
            (PageWords.state[language], AccountState(account, desk.today).badge(language)),
            (PageWords.email[language], HTML(text: account.email.isEmpty ? "–" : account.email)),
            (Text(lv: "Otrais faktors", en: "Second factor")[language], HTML(text: second[language])),
            (
                Text(lv: "Konta pēdējā diena", en: "Last day of the account")[language],
                HTML(text: account.expires.map { format.day($0) } ?? "–")
            ),
            (PageWords.staff[language], HTML(text: staff?.words ?? "–")),
        ])
        .html
    }

    private var bodies: HTML {
        UserBodyForms(
            roles: listed.roles,
            base: base,
            csrf: request.formToken,
            today: desk.today,
            language: language
        )
        .html
    }

    private var proposed: HTML? {
        UserProposals(proposals: proposals, base: base, csrf: request.formToken, language: language).html
    }

    private var identityForms: HTML {
        UserIdentities(
            identities: identities,
            usualIssuer: usualIssuer,
            base: base,
            request: request
        )
        .html
    }

    private func grantForm(_ fields: RoleFields, _ errors: UserErrors) -> HTML {
        var form = Form(
            id: "grant",
            language,
            action: Address("\(base.text)/grant"),
            csrf: request.formToken,
            parts: fields.parts(request, errors),
            buttons: [Button(Text(lv: "Piešķirt lomu", en: "Give the role")[language], .second)]
        )
        form.errors = errors.above(form)
        return fold(Text(lv: "Piešķirt lomu", en: "Give a role"), form.html, isOpen: !errors.isEmpty)
    }

    private var editForm: HTML {
        var filled = request
        filled.form["name"] = request.form["name"] ?? [account.name]
        filled.form["email"] = request.form["email"] ?? [account.email]
        filled.form["language"] = request.form["language"] ?? [account.language.rawValue]
        let expires = account.expires.map { Format(.lv).day($0) } ?? ""
        filled.form["expires"] = request.form["expires"] ?? [expires]
        filled.form["staff"] = request.form["staff"] ?? [staff?.words ?? ""]
        let form = Form(
            id: "edit",
            language,
            action: Address("\(base.text)/edit"),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(account.version))]
                + UserFields.parts(filled, withLogin: false),
            buttons: [Button(PageWords.save[language], .second)]
        )
        return fold(Text(lv: "Labot datus", en: "Edit"), form.html)
    }

    private var actions: HTML {
        var buttons: [HTML] = []
        if account.isOpen(on: desk.today) {
            buttons.append(
                button("link", Text(lv: "Jauna vienreizēja saite", en: "New one-time link"), .second)
            )
        }
        if account.hasSecondFactor {
            let words = Text(lv: "Noņemt otro faktoru", en: "Remove the second factor")
            buttons.append(button("state", words, .second, [("to", "no-second-factor")], id: "factor"))
        }
        if desk.asker.may(.viewAs, in: .tenant, on: desk.today), account.id != desk.asker.account {
            buttons.append(
                button("view", Text(lv: "Skatīt kā šis lietotājs", en: "View as this user"), .second)
            )
        }
        if account.isDisabled {
            buttons.append(
                button("state", Text(lv: "Atvērt kontu", en: "Enable"), .second, [("to", "enabled")])
            )
        } else if account.id != desk.asker.account {
            buttons.append(
                button("state", Text(lv: "Slēgt kontu", en: "Disable"), .warning, [("to", "disabled")])
            )
        }
        return "<div class=\"actions\">\(buttons)</div>"
    }

    private func fold(_ title: Text, _ content: HTML, isOpen: Bool = false) -> HTML {
        "<details\(" open", if: isOpen)><summary>\(title, language)</summary>\(content)</details>"
    }

    private func button(
        _ action: String,
        _ words: Text,
        _ look: Button.Look,
        _ values: [(String, String)] = [],
        id: String? = nil
    ) -> HTML {
        Form(
            id: id ?? "do-\(action)",
            language,
            action: Address("\(base.text)/\(action)"),
            csrf: request.formToken,
            parts: values.map { .hidden(name: $0.0, value: $0.1) },
            buttons: [Button(words[language], look)]
        )
        .html
    }
}
