internal import Frame
internal import Kernel
internal import Storage

extension AnnualDesk {
    /// A report that was opened to everybody, as it was frozen; whoever asks is nobody.
    ///
    /// Of the programme its own row is read and no part: what is shown stands in the frozen content.
    func open(_ id: Int) async throws -> Found {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            guard let report = try AnnualDesk.opened("id = \(id)", tenant, connection).first else {
                throw Refusal.noSuchPage
            }
            let programmes = try ActionProgramme.rows("id = \(report.plan)", tenant, connection)
            let kept = try connection.value(
                "SELECT content FROM plan_report_frozen WHERE tenant_id = \(tenant) AND report_id = \(id)",
                String.self
            )
            guard let programme = programmes.first, let kept else { throw Refusal.noSuchPage }
            let others = try AnnualDesk.opened(
                "plan_id = \(report.plan) AND year = \(report.year) AND edition > \(report.edition)",
                tenant,
                connection
            )
            return Found(
                report: report,
                plan: Plan(programme),
                content: try AnnualContent(stored: kept),
                successor: others.max { $0.edition < $1.edition }
            )
        }
    }

    /// All reports that were opened to everybody, the latest year first, with the titles of their programmes.
    func allOpen() async throws -> [(report: AnnualReport, title: String)] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            let reports = try AnnualDesk.opened("1 = 1", tenant, connection)
            let plans = Set(reports.map(\.plan)).sorted()
            let programmes = try ActionProgramme.rows("id IN (\(list: plans))", tenant, connection)
            let titles = Dictionary(programmes.map { ($0.id, $0.title) }) { first, _ in first }
            return reports.sorted { ($0.year, $0.id) > ($1.year, $1.id) }
                .map { (report: $0, title: titles[$0.plan] ?? "") }
        }
    }

    /// Whether any report is open to everybody.
    static func hasOpen(_ tenant: TenantID, _ connection: Connection) throws -> Bool {
        try !opened("1 = 1", tenant, connection).isEmpty
    }

    private static func opened(
        _ condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AnnualReport] {
        try AnnualReport.rows(
            "public_day > 0 AND state = \(AnnualState.published) AND \(condition)",
            tenant,
            connection
        )
    }
}
