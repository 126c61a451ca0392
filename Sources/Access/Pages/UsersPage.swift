internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The accounts that the asker manages.
struct UsersPage: Page {
    let method = PageMethod.get
    let path = "/users"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    private static let perPage = 100

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let all = try await Accounts(desk, places: places).list()
        let pages = max(1, (all.count + UsersPage.perPage - 1) / UsersPage.perPage)
        let number = min(max(1, Int(request.query["page"] ?? "") ?? 1), pages)
        let shown = Array(all.dropFirst((number - 1) * UsersPage.perPage).prefix(UsersPage.perPage))
        let names = try await names(of: shown, desk)
        var table = DataTable(
            id: "users",
            language,
            caption: PageWords.users[language],
            columns: [
                DataTable.Column(PageWords.name[language], width: .broad),
                DataTable.Column(PageWords.login[language]),
                DataTable.Column(PageWords.role[language], width: .broad),
                DataTable.Column(PageWords.state[language], width: .narrow),
            ],
            rows: shown.map { row($0, names, desk.today, language) }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Lietotāju vēl nav", en: "There are no users yet")[language],
            advice: Text(lv: "Pievienojiet pirmo.", en: "Add the first one.")[language]
        )
        table.pagination = Pagination(language, page: number, of: pages) { "/users?page=\($0)" }
        let add = ButtonLink(Text(lv: "Pievienot lietotāju", en: "Add a user")[language], "/users/new")
        let count = Noun(lv: "konts", "konti", en: "account", "accounts").counted(all.count)
        let head = PageHead(PageWords.users[language], lede: count[language], actions: [add.html])
        let waiting = try await Accounts(desk, places: places).awaiting(among: all)
        return .page(PageContent(PageWords.users, "\(head)\(proposed(waiting, language))\(table)"))
    }

    /// The accounts for which a provider's groups propose roles; nil where nothing waits.
    private func proposed(_ waiting: [Accounts.Listed], _ language: Language) -> HTML? {
        guard !waiting.isEmpty else { return nil }
        let title = Text(lv: "Piedāvātas lomas, par kurām jāizlemj", en: "Proposed roles to decide on")
        let items: [HTML] = waiting.map { listed in
            "<li>\(Link(listed.account.name, Address("/users/\(listed.account.id.rawValue)")))</li>"
        }
        return Section(title[language], "<ul class=\"index tight\">\(items)</ul>").html
    }

    private func names(of listed: [Accounts.Listed], _ desk: Desk) async throws -> [Scope: Text] {
        let scopes = Set(listed.flatMap { $0.roles.map(\.scope) })
        let places = places
        return try await desk.database.data.read { connection in
            try scopes.reduce(into: [:]) { names, scope in
                names[scope] = try places.name(scope, for: desk, connection)
            }
        }
    }

    private func row(
        _ listed: Accounts.Listed,
        _ names: [Scope: Text],
        _ today: Day,
        _ language: Language
    ) -> DataTable.Row {
        let roles = listed.roles.filter { $0.holds(on: today) }.map { held in
            "\(held.words[language]) – \(names[held.scope]?[language] ?? held.scope.words[language])"
        }
        return DataTable.Row(
            [
                .words(listed.account.name),
                .words(listed.account.login),
                .words(roles.isEmpty ? "–" : roles.joined(separator: "; ")),
                .markup(AccountState(listed.account, today).badge(language)),
            ],
            address: "/users/\(listed.account.id.rawValue)"
        )
    }
}

/// How an account stands, in a word.
struct AccountState {
    private let account: Account
    private let today: Day

    init(_ account: Account, _ today: Day) {
        self.account = account
        self.today = today
    }

    func badge(_ language: Language) -> HTML {
        let words = account.stateWords(on: today)[language]
        if account.isDisabled { return Badge(words, .wrong).html }
        if !account.isOpen(on: today) { return Badge(words).html }
        return Badge(words, account.hasPassword ? .good : .attention).html
    }
}
