internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Pupils over the limit of unexcused absence whom the reader works with: the step reached, days since, the next step.
struct DutyPage: Page {
    let method = PageMethod.get
    let path = "/absence-duty"
    let permission = Permission.readSignals
    let scope = PageScope.anywhere

    static let title = Text(lv: "Rīcība kavējumu gadījumā", en: "Steps in case of absence")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let list = try await DutyList.load(DutyAsked(request, desk.today), desk)
        let view = DutyListView(list: list, language: request.language)
        return .page(PageContent(DutyPage.title, view.html, persons: list.persons))
    }
}

/// What a list of duties was asked for.
struct DutyAsked: Sendable {
    let year: SchoolYear
    let term: Int?
    let institution: Int?
    /// How far the steps are; nil for all.
    let standing: DutyCase.Standing?
    let today: Day

    init(_ request: PageRequest, _ today: Day) {
        self.today = today
        year = request.query["year"].flatMap { SchoolYear($0) } ?? SchoolYear(containing: today)
        term = request.query["term"].flatMap { Int($0) }.flatMap { (1...2).contains($0) ? $0 : nil }
        institution = request.query["institution"].flatMap { Int($0) }
        standing = request.query["state"].flatMap { DutyCase.Standing(rawValue: $0) }
    }

    /// Names in the form of a row by which the list that it stands in is found again.
    static let listInstitution = "list-institution"
    static let listTerm = "list-term"

    /// The list in which an entry of a year was noted.
    init(noted request: PageRequest, _ today: Day) {
        self.today = today
        year = SchoolYear(request.field("year")) ?? SchoolYear(containing: today)
        term = Int(request.field(DutyAsked.listTerm)).flatMap { (1...2).contains($0) ? $0 : nil }
        institution = Int(request.field(DutyAsked.listInstitution))
        standing = nil
    }

    /// The address of the list with what was chosen.
    func address(_ path: String, institution: Int?) -> Address {
        var address = Address(path)
        if let institution { address = address.adding("institution", String(institution)) }
        if let term { address = address.adding("term", String(term)) }
        if let standing { address = address.adding("state", standing.rawValue) }
        if year != SchoolYear(containing: today) { address = address.adding("year", year.description) }
        return address
    }
}

/// Duties with names: of one institution by class, of several as counts.
struct DutyList: Sendable {
    /// A line: the case with the pupil's name.
    struct Line: Sendable {
        let duty: DutyCase
        let name: String
    }

    /// The lines of a class.
    struct Group: Sendable {
        let name: Text
        let lines: [Line]
    }

    /// How the cases of an institution stand.
    struct Place: Sendable {
        let id: Int
        let name: Text
        let counts: [DutyCase.Standing: Int]
    }

    let asked: DutyAsked
    let places: [Place]
    let groups: [Group]
    let institution: Text?
    let mayWork: Bool
    let limits: Text

    var persons: [PupilID] { Array(Set(groups.flatMap { $0.lines.map(\.duty.pupil) })).sorted() }

    static func load(_ asked: DutyAsked, _ desk: Desk) async throws -> DutyList {
        try await desk.database.data.read { connection in
            let reach = desk.asker.reach(.readSignals, on: desk.today)
            let names = RegistryNames(tenant: desk.tenant, year: asked.year, connection)
            var wanted = DutyBook.Asked(year: asked.year, term: asked.term, reach: reach)
            wanted.institution = asked.institution.map { InstitutionID(rawValue: $0) }
            let book = try DutyBook.load(
                wanted,
                desk.house.measures,
                today: desk.today,
                desk.tenant,
                connection
            )
            let institutions = Set(book.cases.map(\.institution.rawValue))
            let mayWork = !desk.asker.reach(.workSignals, on: desk.today).isEmpty
            let limits = try desk.house.measures.named(DutyBook.overLimit).definition
            func list(_ places: [Place], _ groups: [Group]) -> DutyList {
                DutyList(
                    asked: asked,
                    places: places,
                    groups: groups,
                    institution: asked.institution.map { names.name(.institution, $0) },
                    mayWork: mayWork,
                    limits: limits
                )
            }
            if asked.institution == nil, institutions.count > 1 {
                let places = names.sorted(.institution, institutions).map { id in
                    place(id, book.cases.filter { $0.institution.rawValue == id }, names, desk.today)
                }
                return list(places, [])
            }
            let shown = book.cases.filter {
                asked.standing == nil || $0.standing(on: desk.today) == asked.standing
            }
            return list([], groups(shown, names))
        }
    }

    private static func place(_ id: Int, _ cases: [DutyCase], _ names: RegistryNames, _ today: Day) -> Place {
        Place(
            id: id,
            name: names.name(.institution, id),
            counts: Dictionary(grouping: cases) { $0.standing(on: today) }.mapValues(\.count)
        )
    }

    /// By class and name; nobody is ranked by how much was missed.
    static func groups(_ cases: [DutyCase], _ names: RegistryNames) -> [Group] {
        let byClass = Dictionary(grouping: cases) { $0.classGroup.rawValue }
        return names.sorted(.classGroup, byClass.keys).map { classGroup in
            let own = byClass[classGroup] ?? []
            let byPupil = Dictionary(grouping: own) { $0.pupil.rawValue }
            let lines = names.sorted(.pupil, byPupil.keys).flatMap { pupil in
                (byPupil[pupil] ?? []).sorted { $0.term < $1.term }.map { duty in
                    Line(duty: duty, name: names.name(.pupil, pupil).lv)
                }
            }
            let name =
                classGroup > 0
                ? names.name(.classGroup, classGroup) : Text(lv: "Bez klases", en: "Without a class")
            return Group(name: name, lines: lines)
        }
    }
}
