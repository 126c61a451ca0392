internal import Frame
internal import Kernel
internal import Pages

/// Asks for a new account.
struct UserNewPage: Page {
    let method = PageMethod.get
    let path = "/users/new"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    static let title = Text(lv: "Jauns lietotājs", en: "New user")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await UserNewPage.content(request, desk, places, UserErrors()))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ places: any Places,
        _ errors: UserErrors
    ) async throws -> PageContent {
        let language = request.language
        let fields = try await RoleFields.load(desk, places, language)
        var form = Form(
            id: "user",
            language,
            action: "/users/new",
            csrf: request.formToken,
            parts: errors.shown(at: UserFields.parts(request, withLogin: true), language)
                + fields.parts(request, errors),
            buttons: [Button(Text(lv: "Izveidot un saņemt saiti", en: "Create and get the link")[language])],
            cancel: "/users"
        )
        form.errors = errors.above(form)
        return PageContent(
            title,
            "\(PageHead(title[language]))\(form)",
            crumbs: [PageContent.Crumb(PageWords.users, "/users")],
            status: errors.isEmpty ? 200 : 422
        )
    }
}

/// Makes an account and shows the link for its owner.
struct UserNewAction: Page {
    let method = PageMethod.post
    let path = "/users/new"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var errors = UserErrors()
        let accounts = Accounts(desk, places: places)
        var new = person(request, &errors)
        do {
            new.staff = try await accounts.staff(request.field("staff"))
        } catch let refusal as Refusal where refusal.kind != .unknown {
            errors.add("staff", refusal)
        }
        guard let role = errors.role(request) else {
            return .page(try await UserNewPage.content(request, desk, places, errors))
        }
        do {
            let added = try await accounts.add(new, role)
            guard let invitation = added.invitation else { return .redirect("/users/\(added.id.rawValue)") }
            return .page(LinkShown.page(invitation, of: added.id, request))
        } catch let refusal as Refusal where refusal.kind != .unknown {
            errors.add(refusal, role: Role.named(role.role))
            return .page(try await UserNewPage.content(request, desk, places, errors))
        }
    }

    /// What is asked of the person, but for the entry of the staff register.
    private func person(_ request: PageRequest, _ errors: inout UserErrors) -> NewAccount {
        var new = NewAccount(login: request.field("login"), name: request.field("name"))
        let login = Account.login(new.login)
        errors.read("login") { () throws(Refusal) in try Account.check(login: login) }
        if new.name.allSatisfy(\.isWhitespace) { errors.add("name", .noName) }
        new.email = request.field("email")
        new.language = Language(rawValue: request.field("language")) ?? .lv
        new.expires = errors.read("expires") { () throws(Refusal) in try request.day("expires") } ?? nil
        return new
    }
}

/// The fields about a person.
enum UserFields {
    static func parts(
        _ request: PageRequest,
        withLogin: Bool
    ) -> [Form.Part] {
        let language = request.language
        let chosen = request.field("language")
        let login = Field(
            "login",
            PageWords.login[language],
            .text(value: request.field("login")),
            hint: Text(lv: "Piemēram: anna.berzina", en: "For example: anna.berzina")[language],
            width: .medium
        )
        let rest = [
            Field("name", PageWords.name[language], .text(value: request.field("name"))),
            Field(
                "email",
                PageWords.email[language],
                .email(value: request.field("email")),
                isOptional: true
            ),
            Field(
                "language",
                PageWords.language[language],
                .radios(PageWords.languages, chosen: chosen.isEmpty ? "lv" : chosen)
            ),
            Field(
                "expires",
                Text(lv: "Konta pēdējā diena", en: "Last day of the account")[language],
                .date(value: request.field("expires")),
                isOptional: true
            ),
            Field(
                "staff",
                PageWords.staff[language],
                .text(value: request.field("staff")),
                hint: PageWords.staffHint[language],
                isOptional: true
            ),
        ]
        return ((withLogin ? [login] : []) + rest).map { .field($0) }
    }
}

/// A one-time link, shown once to whoever made it.
enum LinkShown {
    static func page(_ link: Secret, of account: AccountID, _ request: PageRequest) -> PageContent {
        let language = request.language
        let title = Text(lv: "Vienreizēja saite", en: "One-time link")
        let lede = Text(
            lv: "Nododiet to lietotājam drošā ceļā. Vēlāk to vairs nevarēs apskatīt.",
            en: "Give it to the user by a safe way. It cannot be seen again."
        )
        let body: HTML = """
            \(PageHead(title[language], lede: lede[language]))<p><code>\(request.origin)/welcome/\(link.text)</code></p>\
            <p>\(ButtonLink(Text(lv: "Uz kontu", en: "To the account")[language], "/users/\(account.rawValue)"))</p>
            """
        return PageContent(title, body, crumbs: [PageContent.Crumb(PageWords.users, "/users")])
    }
}
