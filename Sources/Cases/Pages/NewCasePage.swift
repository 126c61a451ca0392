internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Where a case is opened from: the pupils of a class that the reader works with, each with the case there is.
///
/// One looks first and opens then, so that nobody gets a second case beside the one that is worked on.
struct NewCasePage: Page {
    let method = PageMethod.get
    let path = "/cases/new"
    let permission = Permission.workCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Atvērt gadījumu", en: "Open a case")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let asked = request.query["class"].flatMap { Int($0) }
        let view = try await desk.database.data.read { connection -> NewCaseView in
            let circle = try PupilCircle(.workCases, desk, connection)
            let classes = try circle.classes()
            let chosen = classes.count == 1 ? classes[0].id : classes.first { $0.id == asked }?.id
            let pupils = try chosen.map { try circle.pupils(of: $0) } ?? []
            let known = pupils.isEmpty ? [] : try CaseGlance.all(desk, connection).filter(\.isActive)
            return NewCaseView(
                classes: classes,
                chosen: chosen,
                pupils: pupils,
                cases: Dictionary(known.map { ($0.pupil.rawValue, $0) }) { first, _ in first },
                language: request.language
            )
        }
        return .page(
            PageContent(
                NewCasePage.title,
                view.html,
                crumbs: [PageContent.Crumb(CasesPage.title, "/cases")],
                persons: view.pupils.map { PupilID(rawValue: $0.id) }
            )
        )
    }
}

/// The class and its pupils.
struct NewCaseView {
    let classes: [(id: Int, name: String)]
    let chosen: Int?
    let pupils: [(id: Int, name: String)]
    /// The cases that are worked on and that the reader knows of, by pupil.
    let cases: [Int: CaseGlance]
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(
            NewCasePage.title[language],
            lede: text(
                "Izvēlieties izglītojamo. Kam gadījums jau ir atvērts, tam otru neatver.",
                "Choose the pupil. Whoever has an open case gets no second one."
            )
        )
        let bar = ClassBar(classes, chosen: chosen, action: "/cases/new", language).html
        return "\(head)\(bar)\(chosen == nil ? nil : table.html)\(classes.isEmpty ? nobody : nil)"
    }

    private var nobody: HTML {
        EmptyState(
            text("Nav klašu, ar kurām strādājat", "There are no classes that you work with"),
            advice: text(
                "Klases rodas, kad importē šī mācību gada izglītojamo sarakstu.",
                "Classes come with the list of pupils of this school year."
            )
        ).html
    }

    private var table: DataTable {
        var table = DataTable(
            id: "pupils",
            language,
            caption: NewCasePage.title[language],
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Gadījums", "Case"), width: .roomy),
            ],
            rows: pupils.map { pupil in
                DataTable.Row(
                    [.words(pupil.name), found(pupil.id)],
                    address: Address("/pupils/\(String(pupil.id))/cases")
                )
            }
        )
        table.hidesCaption = true
        return table
    }

    private func found(_ pupil: Int) -> DataTable.Cell {
        guard let glance = cases[pupil] else { return .empty }
        return .words(
            text("ir atvērts", "is open"),
            note: glance.hasOwner ? glance.owner : Text.noOwner[language],
            address: Address("/cases/\(String(glance.id))")
        )
    }
}
