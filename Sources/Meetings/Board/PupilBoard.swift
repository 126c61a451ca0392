internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// The pupils that the team works with, by how far it is; within a lane by name, so that nobody is ranked.
struct PupilBoard: Sendable {
    /// What was asked for.
    struct Asked: Sendable {
        let institution: Int?
        let classGroup: Int?
        /// Only those whom the reader answers for.
        let isOwn: Bool
        /// The lane that is shown alone, with all its cards.
        let lane: BoardLane?

        init(_ request: PageRequest) {
            institution = request.query["institution"].flatMap { Int($0) }
            classGroup = request.query["class"].flatMap { Int($0) }
            isOwn = request.query["own"] == "1"
            lane = request.query["lane"].flatMap { Int($0) }.flatMap { BoardLane(rawValue: $0) }
        }

        /// The board as it is narrowed now, of one lane or of all.
        func address(of lane: BoardLane?) -> Address {
            let kept: [(name: String, value: String?)] = [
                ("institution", institution.map { String($0) }), ("class", classGroup.map { String($0) }),
                ("own", isOwn ? "1" : nil), ("lane", lane.map { String($0.rawValue) }),
            ]
            return kept.reduce(Address("/team")) { address, part in
                part.value.map { address.adding(part.name, $0) } ?? address
            }
        }
    }

    /// A pupil on the board.
    struct Card: Sendable {
        let pupil: PupilID
        let name: String
        let lane: BoardLane
        let institution: Int
        let classGroup: Int
        /// The case, where the pupil is on the board for one.
        let caseID: Int?
        /// How far the case is, for those who take part.
        let state: Text?
        /// Signs that hold, for those who may see them.
        let signs: [Text]
        /// The level of prevention that a person set, for those who may see signs.
        var level: Text?
        /// Whether there is a sign that nobody has looked at besides the case.
        let hasNewSign: Bool
        let since: Day
        /// Who answers for the next step; nil where nobody does yet.
        let who: String?
        /// Whether there is a case that nobody answers for any more.
        let isOwnerless: Bool
        let next: Day?
        let isOwn: Bool

        /// The same with the pupil's level.
        func at(_ level: Text?) -> Card {
            var card = self
            card.level = level
            return card
        }
    }

    /// How many pupils an institution has in each lane.
    struct Place: Sendable {
        let id: Int
        let counts: [BoardLane: Int]
    }

    let asked: Asked
    let cards: [Card]
    /// Institutions instead of cards, where there are several and none is chosen.
    let places: [Place]
    let institutions: [(id: Int, name: Text)]
    let classes: [(id: Int, name: Text)]
    let today: Day
    /// Whether the reader works with signs of risk, and not only with cases that they were asked into.
    let seesSignals: Bool

    func cards(_ lane: BoardLane) -> [Card] { cards.filter { $0.lane == lane } }

    func name(of institution: Int) -> Text? { institutions.first { $0.id == institution }?.name }
    func name(ofClass id: Int) -> Text? { classes.first { $0.id == id }?.name }

    static func load(_ asked: Asked, _ desk: Desk, _ connection: Connection) throws -> PupilBoard {
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        let all = try BoardCards(desk, connection).cards(names)
        let places = names.sorted(.institution, Set(all.map(\.institution)))
        let own = all.filter { !asked.isOwn || $0.isOwn }
        let here = own.filter { asked.institution == nil || $0.institution == asked.institution }
        let isList = asked.institution == nil && !asked.isOwn && places.count > 1
        let shown = here.filter { asked.classGroup == nil || $0.classGroup == asked.classGroup }
        // Of a list of institutions no card is shown.
        let levels = try LevelGlance.levels(of: isList ? [] : Set(shown.map(\.pupil)), desk, connection)
        let classes = isList ? [] : Set(here.map(\.classGroup)).subtracting([0])
        return PupilBoard(
            asked: asked,
            cards: isList ? [] : shown.map { $0.at(levels[$0.pupil]) },
            places: isList
                ? places.map { place in
                    let lanes = Dictionary(grouping: own.filter { $0.institution == place }, by: \.lane)
                    return Place(id: place, counts: lanes.mapValues(\.count))
                } : [],
            institutions: places.map { ($0, names.name(.institution, $0)) },
            classes: names.sorted(.classGroup, classes).map { ($0, names.name(.classGroup, $0)) },
            today: desk.today,
            seesSignals: !desk.asker.reach(.readSignals, on: desk.today).isEmpty
        )
    }
}

/// Puts the cards together of signs and cases, each as far as its own page would show it.
struct BoardCards {
    private let desk: Desk
    private let signs: [PupilID: [SignalGlance]]
    private let cases: [PupilID: CaseGlance]
    private let classes: [PupilID: Int]
    /// Classes in the reader's own care.
    private let care: Set<ClassID>

    init(_ desk: Desk, _ connection: Connection) throws {
        self.desk = desk
        signs = Dictionary(grouping: try SignalGlance.all(desk, connection), by: \.pupil)
        let since = desk.today - BoardLane.closedDays
        let known = try CaseGlance.all(desk, connection).filter { $0.closed.map { $0 >= since } ?? true }
        // The latest comes first; one that is worked on is before those that ended.
        cases = Dictionary(known.filter(\.isActive).map { ($0.pupil, $0) }) { first, _ in first }
            .merging(known.filter { !$0.isActive }.map { ($0.pupil, $0) }) { first, _ in first }
        let care = desk.asker.reach(.readSignals, on: desk.today).classes
        self.care = care
        // The class of who is on the board for a case alone is told to those who work with the pupil.
        let reach = desk.asker.reach(.readSignals, on: desk.today)
        guard !reach.isEmpty, !cases.isEmpty else {
            classes = [:]
            return
        }
        let stays = try YearStays.load(
            SchoolYear(containing: desk.today),
            Set(cases.keys),
            desk.tenant,
            connection
        )
        let asker = desk.asker
        let today = desk.today
        classes = cases.keys.reduce(into: [:]) { classes, pupil in
            guard let stay = stays.last(pupil), asker.may(.readSignals, in: stay.scope, on: today) else {
                return
            }
            classes[pupil] = stay.classGroup.rawValue
        }
    }

    /// The cards by name.
    func cards(_ names: RegistryNames) -> [PupilBoard.Card] {
        let pupils = Set(signs.keys).union(cases.keys)
        return names.sorted(.pupil, pupils.map(\.rawValue)).map { id in
            card(PupilID(rawValue: id), names.name(.pupil, id).lv)
        }
    }

    private func card(_ pupil: PupilID, _ name: String) -> PupilBoard.Card {
        let signs = (signs[pupil] ?? []).sorted { $0.id < $1.id }
        let found = cases[pupil]
        // A case that ended gives way to signs that hold.
        let glance = found.flatMap { $0.isActive || signs.isEmpty ? $0 : nil }
        let lane = lane(glance, signs)
        let signed = signs.filter { lane.state == nil || $0.state == lane.state }
        let classGroup = signs.last?.classGroup.rawValue ?? classes[pupil] ?? 0
        let inCare = care.contains(ClassID(rawValue: classGroup))
        let taken = signed.compactMap(\.taken).max { $0.day < $1.day }
        let mine =
            glance.map { $0.isOwn || $0.isGuest }
            ?? signed.contains { $0.taken?.account == desk.asker.account }
        return PupilBoard.Card(
            pupil: pupil,
            name: name,
            lane: lane,
            institution: glance?.institution.rawValue ?? signs.last?.institution.rawValue ?? 0,
            classGroup: classGroup,
            caseID: glance?.id,
            state: glance.flatMap { $0.isActive ? $0.state : $0.outcome },
            signs: signs.map(\.words),
            hasNewSign: glance != nil && signs.contains { $0.state == .new },
            since: glance.map { $0.closed ?? $0.opened } ?? signed.map(\.since).min() ?? desk.today,
            who: glance.map { $0.hasOwner ? $0.owner : nil } ?? taken?.name,
            isOwnerless: glance.map { $0.isActive && !$0.hasOwner } ?? false,
            next: glance.map { $0.review } ?? signed.compactMap(\.review).min(),
            isOwn: mine || inCare
        )
    }

    private func lane(_ glance: CaseGlance?, _ signs: [SignalGlance]) -> BoardLane {
        if let glance { return glance.isActive ? .open : .closed }
        let states = Set(signs.map(\.state))
        if states.contains(.new) { return .new }
        return states.contains(.review) ? .review : .watched
    }
}

extension BoardLane {
    /// The state of signs that the lane is about; nil where it is about a case.
    fileprivate var state: SignalState? {
        switch self {
        case .new: .new
        case .review: .review
        case .watched: .watched
        case .open, .closed: nil
        }
    }
}
