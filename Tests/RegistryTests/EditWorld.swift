import Access
import Evidence
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// A tenant with the seed, and people before its desk.
struct EditWorld: Sendable {
    let database: Database
    /// 1 October 2025, 10:00 in Riga.
    static let now = Instant(milliseconds: 1_759_302_000_000)

    static func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { try RegistrySeed.write(Worlds.tenant, $0) }
            try await body(EditWorld(database: database))
        }
    }

    /// The desk of somebody who may do some things in some places.
    func desk(
        _ permissions: Set<Permission> = [.administer, .editRegisters, .readFigures],
        in scopes: [Scope] = [.tenant],
        disclosure: any DisclosureControl = NothingHidden()
    ) -> Desk {
        Desk(
            database: database,
            tenant: Worlds.tenant,
            asker: .test(holding: scopes.map { (permissions, $0) }, account: 0),
            house: HouseBook(Worlds.rooms, disclosure: disclosure),
            clock: { EditWorld.now },
            fixedToday: Worlds.today
        )
    }

    /// Asks a page as a browser would, without a server.
    func get(
        _ page: some Page,
        _ parts: [String: String] = [:],
        query: [String: String] = [:],
        desk: Desk? = nil,
        language: Language = .lv
    ) async throws -> PageResponse {
        let request = PageRequest(parts: parts, query: query, language: language, formToken: "token")
        return try await ask(page, request, desk ?? self.desk())
    }

    func post(
        _ page: some Page,
        _ parts: [String: String] = [:],
        _ form: [String: String],
        query: [String: String] = [:],
        desk: Desk? = nil
    ) async throws -> PageResponse {
        let form = form.mapValues { [$0] }
        return try await ask(page, PageRequest(parts: parts, query: query, form: form), desk ?? self.desk())
    }

    private func ask(_ page: some Page, _ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        if case .anywhere = page.scope {
            guard !desk.asker.reach(page.permission, on: desk.today).isEmpty else { throw Refusal.noSuchPage }
        } else {
            try desk.require(page.permission, in: .tenant)
        }
        return try await page.answer(request, desk)
    }

    /// What the audit trail's records of changes say, in order.
    func audited() async throws -> [String] {
        try await database.audit.read { connection in
            try connection.rows(
                """
                SELECT what FROM audit_record WHERE tenant_id = \(Worlds.tenant) AND kind = 'change'
                ORDER BY seq
                """,
                String.self
            )
        }
    }

    func mark() async throws -> Int {
        try await database.data.read { try RegisterHistory.mark(Worlds.tenant, $0) }
    }
}

/// Control that shows every figure of a measure.
struct NothingHidden: DisclosureControl {
    func applied(to document: ReportDocument, _ question: Question) throws -> ReportDocument { document }
    func applied(to figure: Figure, _ question: Question) throws -> Figure { figure }
    func floor(_ tenant: TenantID, on day: Day, _ connection: Connection) throws -> Int {
        try LeastPeopleRule.floor(tenant, day, connection)
    }
}

extension PageResponse {
    /// The markup of a page.
    var text: String {
        guard case .page(let content) = self else { return "" }
        return content.body.string
    }

    var status: Int {
        guard case .page(let content) = self else { return 0 }
        return content.status
    }

    /// Where it leads.
    var target: String {
        guard case .redirect(let path, _) = self else { return "" }
        return path
    }

    var staff: [Int] {
        guard case .page(let content) = self else { return [] }
        return content.staff.map(\.rawValue)
    }

    var persons: [Int] {
        guard case .page(let content) = self else { return [] }
        return content.persons.map(\.rawValue)
    }
}
