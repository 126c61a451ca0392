import Frame
import Kernel
import Pages
import Storage

/// One institution: its year on one sheet of A4.
struct InstitutionPage: Page {
    let method = PageMethod.get
    let path = "/institutions/:institution"
    let permission = Permission.readFigures
    let scope = PageScope.institution

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = InstitutionID(rawValue: try request.number("institution"))
        let asked = request.query["year"].flatMap { SchoolYear($0) }
        let sheet = try await desk.database.data.read { connection in
            try InstitutionSheet.load(id, asked, desk, connection)
        }
        guard let sheet else { throw Refusal.noSuchPage }
        return .page(
            PageContent(
                Text(same: sheet.institution.name),
                sheet.html(request.language),
                crumbs: [PageContent.Crumb(InstitutionsPage.title, "/institutions")]
            )
        )
    }
}

/// An institution as its page speaks of it.
struct InstitutionFacts: Readable {
    let name: String
    let type: String
    /// The founder and the addresses: the present ones, or those of a day.
    private(set) var founder: String
    private(set) var address: String
    let regNo: String

    init(row: inout Row) throws {
        name = try row.next()
        type = try row.next()
        founder = try row.next()
        address = try row.next()
        regNo = try row.next()
    }

    static func load(
        _ id: InstitutionID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> InstitutionFacts? {
        try connection.rows(
            """
            SELECT name, type, founder, address, reg_no FROM institution
            WHERE tenant_id = \(tenant) AND id = \(id)
            """,
            as: InstitutionFacts.self
        ).first
    }

    /// The founder and the addresses as they were on a day.
    func on(
        _ day: Day,
        _ id: InstitutionID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> InstitutionFacts {
        let places = try DatedPlaces.load(tenant, of: id, connection)
        var facts = self
        if let founders = places.founders[id] { facts.founder = DatedTexts.joined(founders.on(day)) }
        if let addresses = places.addresses[id] { facts.address = DatedTexts.joined(addresses.on(day)) }
        return facts
    }

    /// The years in which it has classes, the latest first.
    static func years(
        _ id: InstitutionID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [SchoolYear] {
        try connection.rows(
            """
            SELECT DISTINCT year FROM class_group WHERE tenant_id = \(tenant) AND institution_id = \(id)
            ORDER BY year DESC
            """,
            Int.self
        ).map { SchoolYear($0) }
    }
}

/// A class of the year in a table of the institution.
struct ListedClass: Sendable {
    let id: Int
    let name: String
    /// Whether the reader works with its pupils.
    let mayOpen: Bool

    static func list(
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [ListedClass] {
        let rows = try connection.rows(
            """
            SELECT id, name FROM class_group WHERE tenant_id = \(desk.tenant)
                AND institution_id = \(institution) AND year = \(year.start)
            ORDER BY sort_key, id
            """,
            Int.self,
            String.self
        )
        return rows.map { id, name in
            let scope = Scope(institution: institution, classGroup: ClassID(rawValue: id))
            let mayOpen = desk.asker.may(.readPupils, in: scope, on: desk.today)
            return ListedClass(id: id, name: name, mayOpen: mayOpen)
        }
    }
}
