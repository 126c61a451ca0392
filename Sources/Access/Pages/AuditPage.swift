internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The audit trail: who did what, the youngest first.
///
/// It shows places and accounts by their names; of pupils only their numbers, for who reads it may not see pupils.
struct AuditPage: Page {
    let method = PageMethod.get
    let path = "/audit"
    let permission = Permission.readAudit
    let scope = PageScope.tenant
    let places: any Places

    private static let title = Text(lv: "Piekļuves žurnāls", en: "Audit trail")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let filter = AuditPage.filter(request)
        let records = try await AuditTrail.list(desk.tenant, filter, desk.database)
        let names = try await desk.database.data.read { connection in
            try connection.rows(
                "SELECT id, name FROM account WHERE tenant_id = \(desk.tenant) ORDER BY sort_key, id",
                AccountID.self,
                String.self
            )
        }
        let byId = Dictionary(names.map { ($0.0, $0.1) }) { first, _ in first }
        let scopes = try await AuditPage.names(of: records, places, desk)
        let words = AuditWords(desk.house, accounts: byId)
        var table = DataTable(
            id: "audit",
            language,
            caption: AuditPage.title[language],
            columns: [
                DataTable.Column("Nr.", .number, width: .narrow), DataTable.Column(PageWords.when[language]),
                DataTable.Column(Text(lv: "Kas", en: "Who")[language]),
                DataTable.Column(Text(lv: "Ko darīja", en: "Did what")[language]),
                DataTable.Column(Text(lv: "Ar ko", en: "To what")[language], width: .broad),
                DataTable.Column(Text(lv: "Personas", en: "Persons")[language], .number, isOptional: true),
            ],
            rows: records.map { AuditPage.row($0, byId, scopes, words, language) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            Text(lv: "Ierakstu nav", en: "There are no records")[language],
            advice: Text(lv: "Mainiet atlasi.", en: "Change the filters.")[language]
        )
        let body: HTML = """
            \(PageHead(AuditPage.title[language]))\(AuditPage.bar(request, names))\(table)\
            \(AuditPage.next(records, filter, request))
            """
        return .page(PageContent(AuditPage.title, body))
    }

    /// What the places of records are called; a pupil by the class and a number.
    private static func names(
        of records: [AuditRecord],
        _ places: any Places,
        _ desk: Desk
    ) async throws -> [Scope: Text] {
        let scopes = Set(records.map(\.scope)).filter { $0 != .tenant && $0.owner == nil }
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try scopes.reduce(into: [:]) { names, scope in
                var wide = scope
                wide.pupil = nil
                let place =
                    try wide == .tenant ? Text(same: "") : places.name(wide, tenant: tenant, connection)
                guard scope.pupil != nil else { return names[scope] = place }
                names[scope] = place + Text(same: wide == .tenant ? "" : ", ") + scope.words
            }
        }
    }

    private static func filter(_ request: PageRequest) -> AuditFilter {
        func number(_ name: String) -> Int? { Int(request.query[name] ?? "").flatMap { $0 > 0 ? $0 : nil } }
        var filter = AuditFilter()
        filter.account = number("account").map { AccountID(rawValue: $0) }
        filter.person = number("person").map { PupilID(rawValue: $0) }
        filter.kind = AuditKind(rawValue: request.query["kind"] ?? "")
        filter.from = try? Parse.day(request.query["from"] ?? "")
        filter.to = try? Parse.day(request.query["to"] ?? "")
        filter.before = number("before")
        return filter
    }

    private static func bar(_ request: PageRequest, _ accounts: [(AccountID, String)]) -> FilterBar {
        let language = request.language
        let any = Option("", Text(lv: "Visi", en: "All")[language])
        let kinds = AuditKind.allCases.map { Option($0.rawValue, $0.words[language]) }
        let people = accounts.map { Option(String($0.0.rawValue), $0.1) }
        return FilterBar(
            language,
            action: "/audit",
            choices: [
                FilterBar.Choice(
                    "kind",
                    Text(lv: "Ko darīja", en: "Did what")[language],
                    [any] + kinds,
                    chosen: request.query["kind"]
                ),
                FilterBar.Choice(
                    "account",
                    Text(lv: "Kas", en: "Who")[language],
                    [any] + people,
                    chosen: request.query["account"]
                ),
            ],
            keeping: ["person", "from", "to"].compactMap { name in
                request.query[name].map { (name: name, value: $0) }
            },
            clear: "/audit"
        )
    }

    private static func row(
        _ record: AuditRecord,
        _ names: [AccountID: String],
        _ scopes: [Scope: Text],
        _ words: AuditWords,
        _ language: Language
    ) -> DataTable.Row {
        let who =
            record.account.rawValue == 0 && record.kind != AuditKind.signInFailed.rawValue
            ? Role.operator.words[language] : names[record.account] ?? "–"
        let through = record.onBehalf.map { id in "→ \(names[id] ?? String(id.rawValue))" }
        let persons = record.persons.count
        return DataTable.Row([
            .words(String(record.seq)),
            .words(Format(language).moment(record.at)),
            .words(who, note: through),
            .words(record.kindWords[language]),
            .words(words.words(record.what)[language], note: scopes[record.scope]?[language]),
            .words(persons == 0 ? "" : Format(language).integer(persons)),
        ])
    }

    private static func next(_ records: [AuditRecord], _ filter: AuditFilter, _ request: PageRequest) -> HTML?
    {
        guard records.count == filter.limit, let last = records.last else { return nil }
        var address: Address = "/audit"
        for name in ["kind", "account", "person", "from", "to"] {
            if let value = request.query[name] { address = address.adding(name, value) }
        }
        address = address.adding("before", String(last.seq))
        let words = Text(lv: "Vecāki ieraksti", en: "Older records")
        return "<p>\(Link(words[request.language], address))</p>"
    }
}
