internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Pupils with signals whom the reader works with, by class and name; nobody is ranked.
struct SignalsPage: Page {
    let method = PageMethod.get
    let path = "/signals"
    let permission = Permission.readSignals
    let scope = PageScope.anywhere

    static let title = Text(lv: "Riska pazīmes", en: "Signs of risk")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = SignalList.Asked(request, today: desk.today)
        let list = try await desk.database.data.read { try SignalList.load(asked, desk, $0) }
        let view = SignalListView(list: list, language: request.language)
        return .page(PageContent(SignalsPage.title, view.html, persons: list.shownPupils))
    }
}

/// The signals that a reader may see on a day, with names.
struct SignalList: Sendable {
    /// What was asked for.
    struct Asked: Sendable {
        let state: SignalState?
        let institution: Int?
        /// The class; what has none is 0.
        let classGroup: Int?
        let day: Day
        let today: Day

        init(_ request: PageRequest, today: Day) {
            let text = request.query["state"] ?? ""
            state =
                text == "all"
                ? nil : Int(text).flatMap { SignalState(rawValue: $0) } ?? (text.isEmpty ? .new : nil)
            institution = request.query["institution"].flatMap { Int($0) }
            classGroup = request.query["class"].flatMap { Int($0) }
            self.today = today
            day = request.query["day"].flatMap { try? Parse.day($0) } ?? today
        }
    }

    /// A pupil of the list.
    struct Pupil: Sendable {
        let id: PupilID
        let name: String
        let signals: [(title: Text, fact: Text, state: SignalState, since: Day)]
        let level: PreventionLevel?
    }

    /// Pupils of one class.
    struct Group: Sendable {
        let name: Text
        let pupils: [Pupil]
    }

    /// How many pupils an institution has in a state.
    struct Place: Sendable {
        let id: Int
        let name: Text
        let counts: [SignalState: Int]
    }

    let asked: Asked
    /// Institutions, where the reader has several and chose none.
    let places: [Place]
    /// Pupils of all these institutions by state; a pupil of two institutions is one.
    let whole: [SignalState: Int]
    let groups: [Group]
    /// The classes of the one institution shown, to choose from.
    let classes: [(id: Int, name: Text)]
    let institution: Text?

    var shownPupils: [PupilID] { groups.flatMap { $0.pupils.map(\.id) } }

    static func load(_ asked: Asked, _ desk: Desk, _ connection: Connection) throws -> SignalList {
        let year = SchoolYear(containing: asked.day)
        let reach = desk.asker.reach(.readSignals, on: desk.today)
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        let all = try store.open(on: asked.day, in: year, within: reach)
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let institutions = Set(all.map(\.institution.rawValue))
        if asked.institution == nil, institutions.count > 1 {
            let places = names.sorted(.institution, institutions).map { id in
                Place(
                    id: id,
                    name: names.name(.institution, id),
                    counts: counts(all.filter { $0.institution.rawValue == id })
                )
            }
            return SignalList(
                asked: asked,
                places: places,
                whole: counts(all),
                groups: [],
                classes: [],
                institution: nil
            )
        }
        let own = all.filter { asked.institution == nil || $0.institution.rawValue == asked.institution }
        let sorted = try SignalGroups(own, asked, names, desk, connection)
        return SignalList(
            asked: asked,
            places: [],
            whole: [:],
            groups: sorted.groups,
            classes: sorted.classes,
            institution: asked.institution.map { names.name(.institution, $0) }
        )
    }

    private static func counts(_ signals: [RiskSignal]) -> [SignalState: Int] {
        Dictionary(grouping: signals, by: \.state).mapValues { Set($0.map(\.pupil)).count }
    }
}
