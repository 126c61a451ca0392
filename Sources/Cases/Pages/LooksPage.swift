internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Who looked at a case and when, to be shown to the family.
struct LooksPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/looks"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("case")
        let language = request.language
        let (file, name, members, numbers) = try await desk.database.data.read { connection in
            let (file, key) = try CaseGate(desk, connection).enter(id)
            guard key.manages else { throw Refusal.noSuchPage }
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: desk.today),
                connection
            )
            return (
                file, names.name(.pupil, file.pupil.rawValue).lv,
                try CaseMember.all(of: id, desk.tenant, connection),
                try LooksPage.numbers(of: file.pupil, desk.tenant, connection)
            )
        }
        var filter = AuditFilter()
        filter.record = "case \(id)"
        let records = try await AuditTrail.whole(desk.tenant, filter, of: numbers, desk.database)
            .sorted { ($0.at.milliseconds, $0.seq) > ($1.at.milliseconds, $1.seq) }
        let people = try await desk.database.data.read { connection in
            try LooksPage.names(Set(records.map(\.account)), desk.tenant, connection)
        }
        let bodies = Dictionary(members.map { ($0.account, $0.body) }) { _, last in last }
        let view = LooksView(
            file: file,
            pupil: name,
            records: records,
            people: people,
            bodies: bodies,
            language: language
        )
        var content = PageContent(
            Text(lv: "Kas skatījis gadījumu", en: "Who looked at the case"),
            view.html,
            crumbs: [
                PageContent.Crumb(CasesPage.title, "/cases"),
                PageContent.Crumb(Text(same: name), "/cases/\(id)"),
            ],
            persons: [file.pupil]
        )
        content.record = "case \(id) looks"
        return .page(content)
    }

    /// The numbers that a pupil goes by and went by: looks stand in the trail under the number of their time.
    static func numbers(
        of pupil: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [PupilID] {
        [pupil] + (try PupilAliases.load(tenant, connection).others(of: pupil))
    }

    private static func names(
        _ accounts: Set<AccountID>,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AccountID: String] {
        guard !accounts.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT id, name FROM account
            WHERE tenant_id = \(tenant) AND id IN (\(list: accounts.sorted())) ORDER BY id
            """,
            AccountID.self,
            String.self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }
}

/// The list of looks.
struct LooksView {
    let file: CaseFile
    let pupil: String
    let records: [AuditRecord]
    let people: [AccountID: String]
    let bodies: [AccountID: CaseBody]
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let format = Format(language)
        let print = text("Drukāt", "Print")
        let head = PageHead(
            "\(pupil): \(text("kas skatījis gadījumu", "who looked at the case"))",
            lede: text(
                "Katra skatīšanās un maiņa ir pierakstīta. Šo lapu var parādīt ģimenei.",
                "Each look and change is recorded. This page can be shown to the family."
            ),
            actions: ["<button type=\"button\" class=\"button second js-only\" data-print>\(print)</button>"]
                + [ButtonLink(text("Paziņojums ģimenēm", "Family notice"), "/privacy/families", .second).html]
        )
        var table = DataTable(
            id: "looks",
            language,
            caption: text("Kas skatījis", "Who looked"),
            columns: [
                DataTable.Column(text("Kad", "When")), DataTable.Column(text("Kas", "Who"), width: .roomy),
                DataTable.Column(text("Ko darīja", "What")),
            ],
            rows: records.map { record in
                let body =
                    record.account == file.owner
                    ? text("gadījuma vadītājs", "owner") : bodies[record.account]?.words[language]
                return DataTable.Row([
                    .words("\(format.day(record.at.day)) \(format.time(record.at))"),
                    .words(people[record.account] ?? "–", note: body),
                    .words(record.kindWords[language]),
                ])
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        return "\(head)\(table)"
    }
}
