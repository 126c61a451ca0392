internal import Access
package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Meetings that a support team lacks this month, by how many the board's rule asks for.
///
/// A team is known by its meetings: of an institution that held none in this school year and the one before there is
/// nobody to tell. Whoever led the last one is told; where they lead it no longer, all who may.
package enum TeamMeetingDues: DueSource {
    package static var kind: DueKind { .meetings }

    package static var permission: Permission { .workCases }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let (month, today) = (question.today.month, question.today)
        guard month.last <= question.until, try isTaught(month, question.tenant, connection) else {
            return []
        }
        let rule = try Regulations.load(question.tenant, connection)
            .parameters(of: TeamMeetingRule.self, on: today)
        guard let least = rule?.meetings, least > 0 else { return [] }
        let teams = try teams(question, connection).filter { $0.meetings < least }
        let held = try Accounts.places(
            of: .workCases,
            held: Set(teams.map(\.leader)),
            on: today,
            question.tenant,
            connection
        )
        return teams.compactMap { team in
            let whole = Scope(institution: team.institution)
            let hasLeader = held[team.leader]?.contains { $0.covers(whole) } ?? false
            guard isTold(question, of: team, hasLeader) else { return nil }
            return Due(
                "team-meetings-\(team.institution.rawValue)-\(month)",
                by: month.last,
                words(team.meetings, of: least),
                of: nil,
                owner: hasLeader ? Text(same: team.leaderName) : nil,
                at: team.institution,
                "/meetings/new",
                about: BoardPage.title
            )
        }
    }

    /// A support team with its last leader and its meetings of the month, planned or held.
    private struct Team {
        let institution: InstitutionID
        let leader: AccountID
        let leaderName: String
        let meetings: Int
    }

    private static func teams(_ question: DueQuestion, _ connection: Connection) throws -> [Team] {
        let reach =
            switch question.whose {
            case .own(let asker): asker.reach(.workCases, on: question.today)
            case .within(let led): led
            }
        let within: SQL =
            reach.everything ? "1 = 1" : "m.institution_id IN (\(list: reach.institutions.sorted()))"
        let month = question.today.month
        let rows = try connection.rows(
            """
            SELECT m.institution_id, m.day, m.leader_id, m.leader_name FROM meeting m
            WHERE m.tenant_id = \(question.tenant) AND m.kind = \(MeetingKind.team) AND m.institution_id > 0
                AND m.state <> \(MeetingState.cancelled)
                AND m.day >= \(SchoolYear(containing: question.today).previous.first) AND m.day <= \(month.last)
                AND \(within)
            ORDER BY m.institution_id, m.day, m.id
            """,
            InstitutionID.self,
            Day.self,
            AccountID.self,
            String.self
        )
        let places = Dictionary(grouping: rows) { $0.0 }
        return places.sorted { $0.key < $1.key }.compactMap { institution, meetings in
            meetings.last.map { _, _, leader, name in
                Team(
                    institution: institution,
                    leader: leader,
                    leaderName: name,
                    meetings: meetings.filter { $0.1 >= month.first }.count
                )
            }
        }
    }

    private static func isTold(_ question: DueQuestion, of team: Team, _ hasLeader: Bool) -> Bool {
        switch question.whose {
        case .within: true
        case .own(let asker) where hasLeader: asker.account == team.leader
        // Whoever works for the whole board does not lead the team of each institution.
        case .own(let asker):
            asker.reach(.workCases, on: question.today).institutions.contains(team.institution)
        }
    }

    /// Whether a month is one of lessons: teams do not meet in summer.
    private static func isTaught(_ month: Month, _ tenant: TenantID, _ connection: Connection) throws -> Bool
    {
        let middle = month.first + 14
        let (years, year) = (try Years.load(tenant, connection), SchoolYear(containing: middle))
        return Term.allCases.contains { years.days(of: $0, in: year).contains(middle) }
    }

    private static func words(_ meetings: Int, of least: Int) -> Text {
        Text(
            lv: "Ieplānot atbalsta komandas sanāksmi: šomēnes plānotas vai notikušas \(meetings) no \(least)",
            en: "Plan a meeting of the support team: \(meetings) of \(least) planned or held this month"
        )
    }
}
