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

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = DutyAsked(request, desk.today)
        let data = try await desk.database.data.read { connection in
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
                lists: try CodeLists.load(desk.tenant, connection)
            )
        }
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

    var persons: [PupilID] {
        Array(Set(groups.flatMap { $0.classes.flatMap { $0.lines.map(\.duty.pupil) } })).sorted()
    }
}
