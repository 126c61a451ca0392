internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people do with annual reports: begin, write, approve, freeze, publish.
struct AnnualDesk: Sendable {
    let desk: Desk

    /// A report with its programme and its figures: the kept ones where it is frozen, else those of today.
    struct Found: Sendable {
        let report: AnnualReport
        let plan: Plan
        let content: AnnualContent
        /// A later edition that is published, if there is one.
        let successor: AnnualReport?
        /// Who has to review it because the asker wrote its texts; nobody where the asker may.
        var others: [String] = []
    }

    /// A report as the asker may see it: whoever does not edit the programme sees what is published.
    func find(_ id: Int) async throws -> Found {
        let desk = desk
        return try await desk.database.data.read { connection in
            guard let report = try AnnualReport.rows("id = \(id)", desk.tenant, connection).first else {
                throw Refusal.noSuchPage
            }
            let plan = try PlanEditor.seen(try Plan(report.plan, desk.tenant, connection), desk)
            guard report.state == .published || PlanEditor(desk).mayEdit(plan) else {
                throw Refusal.noSuchPage
            }
            let later = try AnnualDesk.reports(of: plan, desk, connection).last { other in
                other.year == report.year && other.edition > report.edition && other.state == .published
            }
            return Found(
                report: report,
                plan: plan,
                content: try AnnualDesk.content(report, plan, desk, connection),
                successor: later,
                others: try AnnualDesk.others(than: desk.asker.account, report, plan, desk, connection)
            )
        }
    }

    /// The reports of a programme by year and edition: all for those who edit it, the published ones for others.
    static func reports(of plan: Plan, _ desk: Desk, _ connection: Connection) throws -> [AnnualReport] {
        let mayEdit = PlanEditor(desk).mayEdit(plan)
        return try AnnualReport.rows("plan_id = \(plan.programme.id)", desk.tenant, connection)
            .filter { mayEdit || $0.state == .published }
            .sorted { ($0.year, $0.edition) < ($1.year, $1.edition) }
    }

    private static func content(
        _ report: AnnualReport,
        _ plan: Plan,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> AnnualContent {
        guard report.state.isFrozen else {
            return try AnnualComposer(plan, report.year, desk, connection).content
        }
        let kept = try connection.value(
            "SELECT content FROM plan_report_frozen WHERE tenant_id = \(desk.tenant) AND report_id = \(report.id)",
            String.self
        )
        guard let kept else { throw Refusal.noSuchPage }
        return try AnnualContent(stored: kept)
    }

    /// Begins the report of a year, or another edition of one that is frozen, with its texts; gives its id.
    func begin(_ plan: Int, year: Int) async throws -> Int {
        try await PlanEditor(desk).write(plan) { plan, desk, connection in
            guard plan.years.contains(year), year <= desk.today.parts.year else { throw Refusal.noSuchPage }
            let before = try AnnualDesk.reports(of: plan, desk, connection).last { $0.year == year }
            if let before, !before.state.isFrozen { return before.id }
            let id = try PlanEditor.newID("plan_report", desk, connection)
            let edition = (before?.edition ?? 0) + 1
            var report = AnnualReport(id: id, plan: plan.programme, year: year, edition: edition)
            if let before {
                (report.introduction, report.helped) = (before.introduction, before.helped)
                (report.hindered, report.recommendations) = (before.hindered, before.recommendations)
            }
            try report.insert(desk.tenant, connection)
            report.version = 1
            try PlanEditor.note(report, before: [:], after: report.told, desk, connection)
            return id
        }
    }

    /// Moves a report that was read at a version to another state.
    ///
    /// - Throws: a `Refusal` where its state does not allow it, `Conflict` where somebody else was first.
    func move(_ id: Int, _ move: AnnualMove, version: Int) async throws {
        let plan = try await find(id).plan.programme.id
        try await PlanEditor(desk).write(plan) { plan, desk, connection in
            guard var report = try AnnualReport.rows("id = \(id)", desk.tenant, connection).first else {
                throw Refusal.noSuchPage
            }
            guard report.version == version else { throw Conflict(table: "plan_report", id: id) }
            guard move.from.contains(report.state) else { throw Refusal.wrongState(report.state) }
            let before = report.told
            try AnnualDesk.apply(move, to: &report, plan, desk, connection)
            report.state = move.to
            try report.update(desk.tenant, connection)
            report.version += 1
            try PlanEditor.note(report, before: before, after: report.told, desk, connection)
        }
    }

    private static func apply(
        _ move: AnnualMove,
        to report: inout AnnualReport,
        _ plan: Plan,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        switch move {
        case .review:
            guard report.missing.isEmpty else { throw Refusal.textsMissing(report.missing) }
            let others = try AnnualDesk.others(than: desk.asker.account, report, plan, desk, connection)
            guard others.isEmpty else { throw Refusal.ownTexts(others) }
            (report.reviewed, report.reviewer) = (desk.today, desk.asker.name)
        case .approve:
            (report.approved, report.approver) = (desk.today, desk.asker.name)
        case .reopen:
            (report.approved, report.approver) = (nil, "")
            (report.reviewed, report.reviewer) = (nil, "")
        case .freeze:
            guard report.isOver(on: desk.today) else { throw Refusal.yearRuns(report.year) }
            report.frozen = desk.today
            // The figures that are kept say that the results were collected, as they are by this.
            try mark(.results, of: report, plan, done: true, desk, connection)
            guard let marked = try Plan(plan.programme.id, desk.tenant, connection) else {
                throw Refusal.noSuchPage
            }
            try freeze(report, marked, desk, connection)
        case .publish:
            report.published = desk.today
            try mark(.publication, of: report, plan, done: true, desk, connection)
        case .open:
            try desk.require(.publishPlans, in: plan.programme.scope)
            report.opened = desk.today
        case .close:
            try desk.require(.publishPlans, in: plan.programme.scope)
            report.opened = nil
        case .withdraw:
            (report.published, report.opened) = (nil, nil)
            try mark(.publication, of: report, plan, done: false, desk, connection)
        }
    }

    /// Who may review a draft whose texts the account was the last to write; nobody where somebody else wrote them, or
    /// where nobody else may.
    private static func others(
        than account: AccountID,
        _ report: AnnualReport,
        _ plan: Plan,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [String] {
        guard report.state == .draft else { return [] }
        let author = try RegisterHistory.lastEditor(
            of: AnnualReport.textNames,
            AnnualReport.table,
            String(report.id),
            desk.tenant,
            connection
        )
        guard author == account else { return [] }
        return try Accounts.holders(
            of: .editPlans,
            covering: plan.programme.scope,
            on: desk.today,
            desk.tenant,
            connection
        )
        .filter { $0.account != account }.map(\.name)
    }

    private static func freeze(
        _ report: AnnualReport,
        _ plan: Plan,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let content = try AnnualComposer(plan, report.year, desk, connection).content.stored
        try connection.execute(
            """
            INSERT INTO plan_report_frozen
                (tenant_id, report_id, day, format, content, account_id, account_name, at)
            VALUES (\(desk.tenant), \(report.id), \(desk.today), \(AnnualContent.format), \(content),
                \(desk.asker.account), \(desk.asker.name), \(desk.clock().milliseconds))
            """
        )
    }

    /// Says that a step of the year after was done, or takes it back; what people marked stays.
    private static func mark(
        _ step: CycleStep,
        of report: AnnualReport,
        _ plan: Plan,
        done: Bool,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        var mark =
            plan.marks.first { $0.year == report.year + 1 && $0.step == step }
            ?? CycleMark(plan: report.plan, year: report.year + 1, step: step)
        guard (mark.day == nil) == done else { return }
        let before = mark.version == 0 ? [:] : mark.texts
        mark.day = done ? desk.today : nil
        try mark.save(desk.tenant, connection)
        mark.version += 1
        try PlanEditor.note(mark, before: before, after: mark.texts, desk, connection)
    }
}
