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
        .page(try await UserNewPage.content(request, desk, places))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ places: any Places,
        _ faults: FormFaults = FormFaults(),
        error: String? = nil
    ) async throws -> PageContent {
        let language = request.language
        let fields = try await RoleFields.load(desk, places, language)
        var form = Form(
            id: "user",
            language,
            action: "/users/new",
            csrf: request.formToken,
            parts: UserFields.parts(request, faults, withLogin: true) + fields.parts(request, faults),
            buttons: [Button(Text(lv: "Izveidot un saņemt saiti", en: "Create and get the link")[language])],
            cancel: "/users"
        )
        form.errors = error.map { [$0] } ?? []
        return PageContent(
            title,
            "\(PageHead(title[language]))\(form)",
            crumbs: [PageContent.Crumb(PageWords.users, "/users")],
            status: error == nil && faults.isEmpty ? 200 : 422
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
        var new = NewAccount(login: request.field("login"), name: request.field("name"))
        new.email = request.field("email")
        new.language = Language(rawValue: request.field("language")) ?? .lv
        var faults = FormFaults()
        let login = Account.login(new.login)
        _ = faults.read("login") { () throws(Refusal) in try Account.check(login: login) }
        if new.name.allSatisfy(\.isWhitespace) { faults.note("name", .emptyName) }
        new.expires = faults.day("expires", request)
        let accounts = Accounts(desk, places: places)
        do {
            new.staff = try await accounts.staff(request.field("staff"))
        } catch let refusal as Refusal where refusal.kind != .unknown {
            faults.note("staff", refusal)
        }
        let role = RoleFields.role(request, &faults)
        guard let role, faults.isEmpty else {
            return .page(try await UserNewPage.content(request, desk, places, faults))
        }
        do {
            let added = try await accounts.add(new, role)
            guard let invitation = added.invitation else { return .redirect("/users/\(added.id.rawValue)") }
            return .page(LinkShown.page(invitation, of: added.id, request))
        } catch let refusal as Refusal where refusal.kind != .unknown {
            let words = refusal.words(request.language)
            return .page(try await UserNewPage.content(request, desk, places, error: words))
        }
    }
}

/// The fields about a person.
enum UserFields {
    static func parts(
        _ request: PageRequest,
        _ faults: FormFaults = FormFaults(),
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
        return ((withLogin ? [login] : []) + rest).map { faults.told($0, language) }
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
