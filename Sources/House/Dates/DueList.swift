import Cases
import Frame
import Kernel
import Registry
import Storage

/// Things with a date from every room, and what of them is late.
struct DueList: Sendable {
    /// By institution as people order them, then by day.
    let groups: [(institution: Text, dues: [Due])]
    /// Names of the pupils whom the reader is told.
    let names: [PupilID: String]
    /// Whom the reader works with, so that each of their dates names them.
    private let seen: Set<PupilID>
    /// Whose cases the reader knows of, by name as on the page of cases.
    private let inCases: Set<PupilID>
    let today: Day
    let rule: EscalationRule?

    /// What stands over things of no single institution.
    private static let board = Text(lv: "Pašvaldība", en: "Municipality")

    /// How far ahead one's own dates are listed, in days.
    static let ahead = 60

    /// What whoever sits at the desk answers for in the next days, and everything of it that is late.
    static func own(
        _ desk: Desk,
        ahead: Int,
        _ connection: Connection,
        of isWanted: (any DueSource.Type) -> Bool = { _ in true }
    ) throws -> [Due] {
        try all(.own(desk.asker), until: desk.today + ahead, desk, connection, of: isWanted)
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
        let pupils = Set(dues.compactMap(\.pupil))
        let scopes = try ScopeFinder(tenant: desk.tenant, connection).scopes(of: pupils, on: desk.today)
        let seen = Set(scopes.filter { desk.asker.may(.readPupils, in: $0.value, on: desk.today) }.keys)
        // Who was asked in from elsewhere is told of a pupil by the case, and by nothing else.
        let inCases =
            pupils.isSubset(of: seen) ? [] : Set(try CaseGlance.all(desk, connection).map(\.pupil))
        let named = Set(dues.filter { DueList.isNamed($0, seen, inCases) }.compactMap(\.pupil))
        names = named.reduce(into: [:]) { $0[$1] = members.name(.pupil, $1.rawValue).lv }
        (self.seen, self.inCases) = (seen, inCases)
        today = desk.today
        self.rule = rule
    }

    /// Whose a date is, where the reader is told.
    func name(of due: Due) -> String? {
        guard DueList.isNamed(due, seen, inCases) else { return nil }
        return due.pupil.flatMap { names[$0] }
    }

    /// Whether a date names its pupil; a referral does so by its own rule, whatever else is known of the pupil.
    private static func isNamed(_ due: Due, _ seen: Set<PupilID>, _ inCases: Set<PupilID>) -> Bool {
        guard let pupil = due.pupil else { return false }
        return seen.contains(pupil) || due.namesPupil || due.kind != .referrals && inCases.contains(pupil)
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
        let question = DueQuestion(whose, until: until, at: desk)
        let kinds = desk.house.rooms.flatMap(\.dues).filter { isWanted($0) && question.allows($0) }
        let dues = try kinds.flatMap { source in
            try source.dues(question, connection).map { due in
                var due = due
                due.kind = source.kind
                return due
            }
        }
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
