internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What is to be entered in VIIS, in the order of its form, each with where to note the day and number of the entry.
struct DutyRegisterPage: Page {
    let method = PageMethod.get
    let path = "/absence-duty/register"
    let permission = Permission.readSignals
    let scope = PageScope.anywhere

    static let title = Text(lv: "Ievadīt VIIS", en: "To be entered in VIIS")

    /// What in the address asks for personal codes.
    static let codes = "codes"

    /// What asks for them once more after an entry was noted.
    ///
    /// It goes through the guard and is recorded as each showing is; where so many need a reason, the list comes without.
    static let again = "again"

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = DutyAsked(request, desk.today)
        var data = try await desk.database.data.read { try DutyRegister.load(asked, desk, $0) }
        let codes = DutyCodes(data: data, desk: desk)
        if let wish = request.query[DutyRegisterPage.codes] {
            switch try await codes.ask(reason: "") {
            case .needsReason? where wish == DutyRegisterPage.again: break
            case .needsReason(let ceiling)?: return .page(codes.form(ceiling, request, isAgain: false))
            case .waits(let number)?: throw Refusal.exportWaits(number)
            case .permitted(let permit)?:
                data.codes = try await codes.read()
                data.watermark = permit.watermark
            case nil: break
            }
        }
        data.offersCodes = codes.isOffered && data.codes == nil
        let view = DutyRegisterView(data: data, request: request, desk: desk)
        var content = PageContent(
            DutyRegisterPage.title,
            view.html,
            crumbs: [PageContent.Crumb(DutyPage.title, "/absence-duty")]
        )
        content.persons = data.persons
        return .page(content)
    }
}

/// The pupils who are over the limit and of whom no entry in VIIS is noted, by institution and class.
struct DutyRegister: Sendable {
    let asked: DutyAsked
    let groups: [(institution: Text, classes: [DutyList.Group])]
    /// The notes of their steps that this reader may read, by the entry's id.
    let notes: [Int: DutyNote]
    /// Whether the board's order has the step.
    let isStep: Bool
    let lists: CodeLists
    /// The codes of the education programmes, for those who may know them; nil where the reader may know none.
    let programmes: [DutyPlace: String]?
    /// The personal codes; nil where they are not shown.
    var codes: [PupilID: String]?
    /// Who took the codes out, and when.
    var watermark: Text?
    /// Whether the reader may ask for the codes.
    var offersCodes = false

    var duties: [DutyCase] { groups.flatMap { $0.classes.flatMap { $0.lines.map(\.duty) } } }

    var persons: [PupilID] { Array(Set(duties.map(\.pupil))).sorted() }

    static func load(_ asked: DutyAsked, _ desk: Desk, _ connection: Connection) throws -> DutyRegister {
        let names = RegistryNames(tenant: desk.tenant, year: asked.year, connection)
        var wanted = DutyBook.Asked(
            year: asked.year,
            term: asked.term,
            reach: desk.asker.reach(.readSignals, on: desk.today)
        )
        wanted.institution = asked.institution.map { InstitutionID(rawValue: $0) }
        let book = try DutyBook.load(
            wanted,
            desk.house.measures,
            today: desk.today,
            desk.tenant,
            connection
        )
        let open = book.cases.filter { duty in !duty.entries.contains { $0.step == .register } }
        let pass = desk.pass(.readSignals)
        var notes: [Int: DutyNote] = [:]
        for duty in open {
            for entry in duty.entries {
                notes[entry.id] = try entry.told(duty.scope, desk.tenant, pass, connection)
            }
        }
        let byInstitution = Dictionary(grouping: open) { $0.institution.rawValue }
        return DutyRegister(
            asked: asked,
            groups: names.sorted(.institution, byInstitution.keys).map { id in
                (names.name(.institution, id), DutyList.groups(byInstitution[id] ?? [], names))
            },
            notes: notes,
            isStep: book.steps.contains { $0.step == .register },
            lists: try CodeLists.load(desk.tenant, connection),
            programmes: try programmes(open, asked.year, desk, connection)
        )
    }

    /// The code of a programme tells of special needs, so that it asks for what the marks of special status ask for.
    private static func programmes(
        _ duties: [DutyCase],
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [DutyPlace: String]? {
        let pass = desk.pass(.readPupilStatus)
        let known = duties.filter { pass.reaches($0.scope) }
        guard !known.isEmpty else { return nil }
        let stays = try YearStays.load(year, Set(known.map(\.pupil)), desk.tenant, connection)
        return known.reduce(into: [:]) { codes, duty in
            let own = (stays.byPupil[duty.pupil] ?? []).filter { $0.institution == duty.institution }
            let stay = own.last { $0.classGroup == duty.classGroup } ?? own.last
            codes[duty.place] = stay?.programme
        }
    }
}
