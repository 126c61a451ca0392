internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// An empty registration sheet of an activity, to be printed and signed at an event.
///
/// Names stay on paper: Sekme is told how many came, and where the sheet is kept.
struct RegistrationSheetPage: Page {
    let method = PageMethod.get
    let path = "/planning/activities/:part/sheet"
    let permission = Permission.recordEvents
    let scope = PageScope.anywhere

    static let title = Text(lv: "Reģistrācijas lapa", en: "Registration sheet")
    private static let lines = 20

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("part")
        let view = try await PlanView.load(request, desk, part: id, of: "plan_activity")
        guard let activity = view.plan.activity(id) else { throw Refusal.noSuchPage }
        let language = view.language
        let print = Text(lv: "Drukāt", en: "Print")[language]
        let button: HTML = "<button type=\"button\" class=\"button js-only\" data-print>\(print)</button>"
        let head = PageHead(
            RegistrationSheetPage.title[language],
            lede: "\(activity.number) \(activity.name)",
            actions: [button]
        )
        let advice = Text(
            lv: "Lapu glabā iestāde; Sekmē ieraksta dalībnieku skaitu un to, kur lapa glabājas.",
            en: "The institution keeps the sheet; Sekme is told how many came and where the sheet is kept."
        )
        let body: HTML = """
            \(head)\(facts(view))\(table(language))<p class="quiet screen-only">\(advice, language)</p>
            """
        return .page(
            PageContent(
                RegistrationSheetPage.title + Text(same: ": \(activity.number)"),
                body,
                crumbs: PlanCrumbs.of(view.plan)
            )
        )
    }

    private func facts(_ view: PlanView) -> HTML {
        let language = view.language
        let room: HTML = "\(String(repeating: "_", count: 28))"
        return DefinitionList([
            (Text(lv: "Programma", en: "Programme")[language], HTML(text: view.plan.programme.title)),
            (Text(lv: "Datums", en: "Day")[language], room),
            (Text(lv: "Iestāde", en: "Institution")[language], room),
            (Text(lv: "Pasākums", en: "Event")[language], room),
        ]).html
    }

    private func table(_ language: Language) -> HTML {
        var table = DataTable(
            id: "sheet",
            language,
            caption: RegistrationSheetPage.title[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(Text(lv: "Vārds, uzvārds", en: "Name")[language], width: .roomy),
                DataTable.Column(
                    Text(lv: "Iestāde vai klase", en: "Institution or class")[language],
                    width: .roomy
                ),
                DataTable.Column(Text(lv: "Paraksts", en: "Signature")[language], width: .roomy),
            ],
            rows: (1...RegistrationSheetPage.lines).map { number in
                DataTable.Row([.words(String(number)), .empty, .empty, .empty])
            }
        )
        table.hidesCaption = true
        return table.html
    }
}
