import Frame
import Kernel
import Pages
import Storage

/// Asks which reports a meeting looks at.
struct SetNewPage: Page {
    let method = PageMethod.get
    let path = "/sets/new"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var form = try await SetForm.load(desk)
        form.fill(request.query["pack"], desk.house)
        return .page(form.content(request, desk.house))
    }
}

/// Makes a set of the reports chosen.
struct SetNewAction: Page {
    let method = PageMethod.post
    let path = "/sets"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var form = try await SetForm.load(desk)
        form.read(request)
        guard form.isGood else { return .page(form.content(request, desk.house)) }
        let (name, day, items) = (form.name.name, form.date, form.items)
        let sharing = form.offer.chosen(request.field("share"))
        // A set that names a person stays one's own.
        let kept = items.contains { $0.request.namesPerson } ? .own : sharing
        let id = try await desk.database.data.write {
            try ReportSets(desk: desk, connection: $0).add(name, day: day, kept, items)
        }
        return .redirect("/sets/\(id)", notice: Text(lv: "Komplekts izveidots.", en: "The set was made."))
    }
}

/// The form of a new set.
private struct SetForm: Sendable {
    let choices: SetChoices
    let offer: SharingOffer
    let packs: [SetPack]
    let place: SetPackPlace
    let house: HouseBook
    var pack: SetPack?
    var name = NameForm()
    var day = ""
    var date: Day?
    var codes: [String] = []
    var dayError: Text?
    var choiceError: Text?

    static func load(_ desk: Desk) async throws -> SetForm {
        try await desk.database.data.read { connection in
            SetForm(
                choices: try SetChoices.load(desk, connection),
                offer: try SharingOffer.load(desk, about: nil, connection),
                packs: SetPack.offered(desk),
                place: try SetPackPlace.load(desk, connection),
                house: desk.house
            )
        }
    }

    var items: [ReportSet.Item] { codes.compactMap { choices.item($0).map(narrowed) } }
    var isGood: Bool { name.isGood && dayError == nil && choiceError == nil }

    /// Answers as a pack has them; nothing where it is none that is offered.
    mutating func fill(_ code: String?, _ house: HouseBook) {
        guard let chosen = packs.first(where: { $0.code == code }) else { return }
        pack = chosen
        name = NameForm(SavedName(lv: chosen.title.lv, en: chosen.title.en))
        codes = choices.codes(of: chosen, house)
    }

    /// A report of the pack that the form began with, asked about where and when whoever prepares it works; others stay.
    private func narrowed(_ item: ReportSet.Item) -> ReportSet.Item {
        guard let pack, item.name.lv.isEmpty, pack.reports.contains(item.request.report) else { return item }
        return ReportSet.Item(item.name, place.narrowed(item.request, of: pack, house))
    }

    mutating func read(_ request: PageRequest) {
        pack = packs.first { $0.code == request.field("pack") }
        name = NameForm(request)
        day = request.field("day")
        (date, dayError) = SetDay.read(day)
        codes = choices.ticked(request.form)
        if items.isEmpty {
            choiceError = Text(lv: "Izvēlieties vismaz vienu.", en: "Choose at least one.")
        } else if items.count > ReportSet.most {
            choiceError = Text(
                lv: "Izvēlieties ne vairāk kā \(ReportSet.most).",
                en: "Choose \(ReportSet.most) at most."
            )
        }
    }

    func content(_ request: PageRequest, _ house: HouseBook) -> PageContent {
        let language = request.language
        let title = Text(lv: "Jauns komplekts sanāksmei", en: "A new set for a meeting")
        let hint = Text(
            lv: "Piemēram, „Pedagoģiskās padomes sēde”. Tas būs titullapā.",
            en: "For example “Meeting of the teachers’ council”. It stands on the title page."
        )
        let ready = SetPackOffer(
            packs: packs,
            chosen: pack,
            place: place,
            house: house,
            language: language
        )
        let boxes = choices.fields(Set(codes), error: choiceError, house, language)
        let sharing = offer.field(.own, language)
        let fields = name.fields(hint, isShareable: sharing != nil, language)
        let held: [Form.Part] = [.field(SetDay.field(day, dayError, language))]
        let ticks: [Form.Part] = boxes.map { .field($0) }
        let begun: [Form.Part] = pack.map { [.hidden(name: "pack", value: $0.code)] } ?? []
        let form = Form(
            id: "set",
            language,
            action: "/sets",
            csrf: request.formToken,
            parts: begun + fields + held + ticks + [sharing].compactMap { $0 },
            buttons: [Button(Text(lv: "Izveidot", en: "Make")[language])],
            cancel: "/reports"
        )
        let lede = Text(
            lv: "Atskaites tiks drukātas viena aiz otras, katra no jaunas lapas. Secību var mainīt pēc tam.",
            en:
                "The reports are printed one after another, each on a new page. The order can be changed later."
        )
        return PageContent(
            title,
            "\(PageHead(title[language], lede: lede[language]))\(ready)\(form)",
            crumbs: [PageContent.Crumb(ReportsPage.title, "/reports")],
            status: isGood ? 200 : 422
        )
    }
}
