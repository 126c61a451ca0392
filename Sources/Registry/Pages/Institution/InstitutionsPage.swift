import Frame
import Kernel
import Pages
import Storage

/// The board's institutions in one calm table.
struct InstitutionsPage: Page {
    let method = PageMethod.get
    let path = "/institutions"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let size = 100
    static let title = Text(lv: "Iestādes", en: "Institutions")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let number = max(1, Int(request.query["page"] ?? "") ?? 1)
        let reach = desk.asker.reach(permission, on: desk.today)
        let tenant = desk.tenant
        let (lines, count) = try await desk.database.data.read { connection in
            try InstitutionLine.list(tenant, reach, page: number, size: Self.size, connection)
        }
        let language = request.language
        let noun = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        let head = PageHead(Self.title[language], lede: noun.counted(count)[language])
        var table = DataTable(
            id: "institutions",
            language,
            caption: Self.title[language],
            columns: [
                DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language]),
                DataTable.Column(Text(lv: "Tips", en: "Type")[language], isOptional: true),
                DataTable.Column(Text(lv: "Pašvaldība", en: "Municipality")[language], isOptional: true),
                DataTable.Column(Text(lv: "Reģ. Nr.", en: "Reg. no.")[language], isOptional: true),
            ],
            rows: lines.map { line in
                DataTable.Row(
                    [.words(line.name), .words(line.type), .words(line.territory), .words(line.regNo)],
                    address: "/institutions/\(line.id.rawValue)"
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            Text(lv: "Iestāžu vēl nav", en: "There are no institutions yet")[language],
            advice: Text(
                lv: "Importējiet VIIS iestāžu sarakstu vai savu tabulu.",
                en: "Import the state register's list of institutions, or a table of your own."
            )[language],
            link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
        )
        table.pagination = Pagination(
            language,
            page: number,
            of: max(1, (count + Self.size - 1) / Self.size)
        ) { "/institutions?page=\($0)" }
        return .page(PageContent(Self.title, "\(head)\(table)"))
    }
}

/// One institution in a list.
struct InstitutionLine: Readable {
    let id: InstitutionID
    let name: String
    let type: String
    let territory: String
    let regNo: String

    init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        type = try row.next()
        territory = try row.next()
        regNo = try row.next()
    }

    static func list(
        _ tenant: TenantID,
        _ reach: Reach,
        page: Int,
        size: Int,
        _ connection: Connection
    ) throws -> (lines: [InstitutionLine], count: Int) {
        let seen: SQL =
            reach.everything
            ? "1 = 1" : "institution.id IN (\(list: reach.institutions.map(\.rawValue).sorted()))"
        let count = try connection.value(
            "SELECT count(*) FROM institution WHERE tenant_id = \(tenant) AND \(seen)",
            Int.self
        )
        let lines = try connection.rows(
            """
            SELECT institution.id, institution.name, institution.type, coalesce(territory.name, ''),
            institution.reg_no
            FROM institution LEFT JOIN territory
            ON territory.tenant_id = institution.tenant_id AND territory.id = institution.territory_id
            WHERE institution.tenant_id = \(tenant) AND \(seen)
            ORDER BY institution.sort_key, institution.id LIMIT \(size) OFFSET \((page - 1) * size)
            """,
            as: InstitutionLine.self
        )
        return (lines, count ?? 0)
    }
}
