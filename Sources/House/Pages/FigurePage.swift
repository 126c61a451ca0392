import Evidence
import Frame
import Kernel
import Pages
import Registry
import Storage

/// How a figure was made: its definition, its parts and the imports it is from, as far as its reader may see it.
///
/// The rows it rests on are for those who may see the people; those of totals that are public, for everybody.
struct FigurePage: Page {
    let method = PageMethod.get
    let path = "/figures/:room/:measure"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Kā skaitlis aprēķināts", en: "How the number is made")
    private static let limit = 500

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let name = "\(request.parts["room"] ?? "")/\(request.parts["measure"] ?? "")"
        let measure = try desk.house.measures.named(name)
        let made = try await desk.database.data.read { connection in
            try FigurePage.made(measure, request, desk, connection)
        }
        let view = FigureView(
            measure: measure,
            made: made,
            limit: FigurePage.limit,
            address: FigurePage.address(request)
        )
        let persons = Set(made.rows.map(\.pupil)).union(made.pupil.map { [$0] } ?? [])
        return .page(
            PageContent(
                FigurePage.title,
                view.html(request.language),
                crumbs: made.crumbs,
                persons: persons.filter { $0.rawValue > 0 }.sorted()
            )
        )
    }

    /// The number with what it is made of, as far as the reader may see it.
    private static func made(
        _ measure: any Measure,
        _ request: PageRequest,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> FigureMade {
        let (selection, members) = try FigurePage.asked(request, desk, connection)
        let names = HouseNames(tenant: desk.tenant, year: selection.year, connection)
        var made = FigureMade(about: FigurePage.about(selection, members, names))
        let way = try FigureCrumbs(selection, members, names, desk, connection)
        (made.crumbs, made.pupil) = (way.crumbs, way.pupil)
        // What was in force at the end of the year, or is today.
        let regulations = try Regulations.load(desk.tenant, connection)
        let day = min(desk.today, selection.year.last)
        made.rules = measure.rules.compactMap { regulations.named($0, on: day) }
        let figure = try FigurePage.figure(measure, selection, members, desk, connection)
        let scopes = try FigurePage.scopes(selection, desk.tenant, connection)
        func may(_ permission: Permission) -> Bool {
            scopes.allSatisfy { desk.asker.may(permission, in: $0, on: desk.today) }
        }
        let seesHealth =
            may(.readHealth)
            || scopes == [selection.scope] && HealthFacts.areOpen(desk.asker, selection, on: desk.today)
        made.isHealth = !seesHealth && HealthFacts.tells(measure, members)
        made.mayPersons = !made.isHealth && may(.readPupils)
        // One pupil's number is for those who may see the pupil in each class of the year.
        guard may(.readPupils) || (selection.pupil == nil && members[.pupil] == nil) else {
            made.isHidden = true
            return made
        }
        if let pupil = try FigurePage.pupil(selection, members, desk, connection) {
            made.pupil = pupil
            made.about.append(names.name(.pupil, pupil.rawValue))
        }
        let shown =
            made.mayPersons
            ? figure
            : try desk.house.disclosure.applied(to: figure, desk.question(selection, names, connection))
        (made.tally, made.isHidden) = (shown.tally, shown.isHidden)
        // A figure that is hidden says nothing of where it is from either.
        guard let tally = shown.tally else { return made }
        let sources = FigureSources(measure, selection, members, desk, connection)
        let number = FigurePage.number(request, FigureRows.leaf) ?? 1
        try sources.fill(&made, tally, limit: limit, number: number)
        if made.mayPersons {
            made.people = try FigurePeople.load(made.rows, selection, names, desk, connection)
        }
        if !seesHealth {
            for row in made.rows.indices {
                made.rows[row].words = made.rows[row].withoutHealth ?? made.rows[row].words
            }
        }
        return made
    }

    private static func figure(
        _ measure: any Measure,
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Figure {
        let order = members.keys.sorted { $0.rawValue < $1.rawValue }
        let vector = try desk.house.measures.vector(
            measure,
            selection,
            over: order,
            tenant: desk.tenant,
            connection
        )
        return Figure(
            measure: measure.name,
            unit: measure.unit,
            selection: selection,
            members: members,
            tally: vector[order.compactMap { members[$0] }]
        )
    }

    /// Whose rows are asked for: a pupil over the year is seen by those who may see each class of it.
    private static func scopes(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Scope] {
        guard let pupil = selection.pupil, selection.classGroup == nil else { return [selection.scope] }
        let stays = try YearStays.load(selection.year, [pupil], tenant, connection).byPupil[pupil] ?? []
        let asked = stays.filter { selection.institution == nil || $0.institution == selection.institution }
        return asked.isEmpty ? [selection.scope] : asked.map(\.scope)
    }

    /// The pupil asked about, where the reader may see the pupil in a class of the year: the place that is asked for
    /// beside may be another one.
    private static func pupil(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilID? {
        let asked = selection.pupil ?? members[.pupil].map { PupilID(rawValue: $0) }
        guard let pupil = asked else { return nil }
        let stays = try YearStays.load(selection.year, [pupil], desk.tenant, connection).byPupil[pupil] ?? []
        let isSeen = stays.contains { desk.asker.may(.readPupils, in: $0.scope, on: desk.today) }
        return isSeen ? pupil : nil
    }

    private static func asked(
        _ request: PageRequest,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (Selection, [Dimension: Int]) {
        guard let year = request.query["year"].flatMap({ SchoolYear($0) }) else { throw Refusal.noSuchPage }
        var selection = Selection(year: year)
        selection.reach = desk.asker.reach(.readFigures, on: desk.today)
        let finder = FilterFinder(desk, connection)
        for kind in FilterKinds.all {
            guard let text = request.query[kind.filter.rawValue], !text.isEmpty else { continue }
            try kind.choose(text, &selection, finder)
        }
        var members: [Dimension: Int] = [:]
        for dimension in Dimension.allCases {
            guard let member = number(request, "by-\(dimension.rawValue)") else { continue }
            members[dimension] = member
            // The member narrows the scope that pupils' rows are asked for.
            if dimension == .institution { selection.institution = InstitutionID(rawValue: member) }
            if dimension == .classGroup { selection.classGroup = ClassID(rawValue: member) }
        }
        let teacher = members[.teacher] ?? selection.teacher?.rawValue
        guard
            teacher == nil || teacher == desk.asker.staff?.rawValue
                || desk.asker.may(.readTeacherFigures, in: selection.scope, on: desk.today)
        else { throw Refusal.noSuchPage }
        return (selection, members)
    }

    /// What the number is about, without pupils: the year, the place, the subject.
    private static func about(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ names: HouseNames
    ) -> [Text] {
        let all = selection.members.merging(members) { _, member in member }
        let named: [Dimension] = [
            .term, .month, .institution, .grade, .classGroup, .group, .subject, .teacher, .assessment,
        ]
        let year = Text(
            lv: "\(Format(.lv).schoolYear(selection.year)) mācību gads",
            en: "school year \(Format(.en).schoolYear(selection.year))"
        )
        return [year] + named.compactMap { dimension in all[dimension].map { names.name(dimension, $0) } }
    }

    /// The page's own address without the part of the rows that is shown.
    private static func address(_ request: PageRequest) -> Address {
        request.query.filter { $0.key != FigureRows.leaf }.sorted { $0.key < $1.key }
            .reduce(Address(request.path)) { $0.adding($1.key, $1.value) }
    }

    private static func number(_ request: PageRequest, _ name: String) -> Int? {
        request.query[name].flatMap { Int($0) }
    }
}
