import Frame
import Kernel
import Registry
import Storage

/// Things with a date from every room, and what of them is late.
struct DueList: Sendable {
    /// By institution as people order them, then by day.
    let groups: [(institution: Text, dues: [Due])]
    /// Names of the pupils whom the reader may see.
    let names: [PupilID: String]
    let today: Day
    let rule: EscalationRule?

    /// What stands over things of no single institution.
    private static let board = Text(lv: "Pašvaldība", en: "Municipality")

    /// How far ahead one's own dates are listed, in days.
    static let ahead = 60

    /// What whoever sits at the desk answers for in the next days, and everything of it that is late.
    static func own(_ desk: Desk, ahead: Int, _ connection: Connection) throws -> [Due] {
        try all(.own(desk.asker), until: desk.today + ahead, desk, connection)
    }

    /// What is late where whoever sits at the desk leads the work, and the rule that says when it is passed on.
    ///
    /// The head hears of everything that is late there; the board of what the head has known for long. Of all kinds
    /// only those that are wanted are asked.
    static func late(
        _ desk: Desk,
        _ connection: Connection,
        of isWanted: (any DueSource.Type) -> Bool = { _ in true }
    ) throws -> (dues: [Due], rule: EscalationRule?) {
        let reach = desk.asker.reach(.superviseCases, on: desk.today)
        guard !reach.isEmpty else { return ([], nil) }
        let rule = try Regulations.load(desk.tenant, connection)
            .parameters(of: EscalationRule.self, on: desk.today)
        let days = reach.everything ? rule?.board ?? 0 : 0
        return (try all(.within(reach), until: desk.today - 1 - days, desk, connection, of: isWanted), rule)
    }

    /// Dates in groups by institution.
    init(_ dues: [Due], _ rule: EscalationRule? = nil, _ desk: Desk, _ connection: Connection) throws {
        let members = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        let places = Dictionary(grouping: dues, by: \.institution.rawValue)
        groups = members.sorted(.institution, places.keys).map {
            ($0 == 0 ? DueList.board : members.name(.institution, $0), places[$0] ?? [])
        }
        let scopes = try ScopeFinder(tenant: desk.tenant, connection)
            .scopes(of: Set(dues.compactMap(\.pupil)), on: desk.today)
        let seen = scopes.filter { desk.asker.may(.readPupils, in: $0.value, on: desk.today) }.keys
        names = seen.reduce(into: [:]) { $0[$1] = members.name(.pupil, $1.rawValue).lv }
        today = desk.today
        self.rule = rule
    }

    /// Whether something has waited so long that the head is told of it beside the list.
    func isPassedOn(_ due: Due) -> Bool { due.isPassedOn(rule, on: today) }

    private static func all(
        _ whose: DueQuestion.Whose,
        until: Day,
        _ desk: Desk,
        _ connection: Connection,
        of isWanted: (any DueSource.Type) -> Bool = { _ in true }
    ) throws -> [Due] {
        let question = DueQuestion(
            whose,
            until: until,
            today: desk.today,
            tenant: desk.tenant,
            measures: desk.house.measures
        )
        let kinds = desk.house.rooms.flatMap(\.dues).filter { isWanted($0) && question.allows($0) }
        let dues = try kinds.flatMap { try $0.dues(question, connection) }
        return dues.sorted { ($0.day, $0.words.lv, $0.code) < ($1.day, $1.words.lv, $1.code) }
    }
}

extension DueQuestion {
    /// Whether dates of a kind can be asked for: one's own with the permission for the kind alone.
    fileprivate func allows(_ kind: any DueSource.Type) -> Bool {
        switch whose {
        case .own(let asker): !asker.reach(kind.permission, on: today).isEmpty
        case .within: true
        }
    }
}

extension Due {
    /// Whether it has waited longer than the board's rule leaves it to those who are to do it.
    func isPassedOn(_ rule: EscalationRule?, on today: Day) -> Bool { day + (rule?.head ?? 0) < today }
}
