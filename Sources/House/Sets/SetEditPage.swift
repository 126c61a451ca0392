import Frame
import Kernel
import Pages
import Storage

/// The order of a set's reports: one up, one out, one more.
struct SetEditPage: Page {
    let method = PageMethod.get
    let path = "/sets/:set/edit"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await SetEditView.load(request, desk).content)
    }
}

/// Moves, takes out or adds a report of a set.
struct SetItemAction: Page {
    let method = PageMethod.post
    let path = "/sets/:set/items"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("set")
        let (up, out) = (Int(request.field("up")), Int(request.field("out")))
        let add = request.field("add")
        try await desk.database.data.write { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let sets = ReportSets(desk: desk, connection: connection)
            let set = try sets.kept(id)
            var items = try sets.items(id)
            if let up, let index = items.firstIndex(where: { $0.position == up }), index > 0 {
                items.swapAt(index, index - 1)
            } else if let out {
                items.removeAll { $0.position == out }
            } else if let item = try SetChoices.load(desk, connection).item(add) {
                guard items.count < ReportSet.most else { throw Refusal.setIsFull }
                // What others see names no person.
                guard set.sharing == .own || !item.request.namesPerson else { throw Refusal.setIsShared }
                items.append(item)
            }
            try sets.replace(items, of: id)
        }
        return .redirect("/sets/\(id)/edit")
    }
}

extension Refusal {
    fileprivate static let setIsFull = Refusal(
        .invalid,
        Text(
            lv: "Komplektā var būt ne vairāk kā \(ReportSet.most) atskaites.",
            en: "A set holds \(ReportSet.most) reports at most."
        ),
        advice: Text(
            lv: "Noņemiet kādu vai izveidojiet vēl vienu komplektu.",
            en: "Take one out, or make another set."
        )
    )

    fileprivate static let setIsShared = Refusal(
        .invalid,
        Text(
            lv: "Kopīgotā komplektā neliek skatu par vienu personu.",
            en: "A view about one person does not go into a shared set."
        ),
        advice: Text(lv: "Izveidojiet komplektu tikai sev.", en: "Make a set for yourself only.")
    )
}

/// The page of a set's order.
struct SetEditView: Sendable {
    let set: ReportSet
    let items: [ReportSet.Item]
    let choices: SetChoices
    let offer: SharingOffer
    let house: HouseBook
    let request: PageRequest
    var naming: SetNaming

    static func load(_ request: PageRequest, _ desk: Desk) async throws -> SetEditView {
        let id = try request.number("set")
        return try await desk.database.data.read { connection in
            let sets = ReportSets(desk: desk, connection: connection)
            let set = try sets.kept(id)
            return SetEditView(
                set: set,
                items: try sets.items(id),
                choices: try SetChoices.load(desk, connection),
                offer: try SharingOffer.load(desk, about: nil, connection),
                house: desk.house,
                request: request,
                naming: SetNaming(set)
            )
        }
    }

    private var language: Language { request.language }
    private var action: Address { "/sets/\(set.id)/items" }

    var content: PageContent {
        let title = Text(lv: "Komplekta saturs", en: "What is in the set")
        let remove = PostButton(
            Text(lv: "Noņemt komplektu", en: "Remove the set")[language],
            action: "/sets/\(set.id)/remove",
            csrf: request.formToken,
            look: .warning
        )
        let back = ButtonLink(Text(lv: "Skatīt komplektu", en: "See the set")[language], set.address, .second)
        return PageContent(
            title,
            """
            \(PageHead(title[language], lede: set.name.text[language], actions: [back.html]))\(table)\(more)\
            \(named)\
            <section class="apart">\(remove)</section>
            """,
            crumbs: [
                PageContent.Crumb(ReportsPage.title, "/reports"),
                PageContent.Crumb(set.name.text, set.address.text),
            ],
            status: naming.isGood ? 200 : 422
        )
    }

    private var named: Section {
        let form = naming.form(set, isShareable: offer.options.count > 1, request)
        return Section(Text(lv: "Nosaukums un diena", en: "Name and day")[language], form.html)
    }

    private var table: DataTable {
        var table = DataTable(
            id: "items",
            language,
            caption: Text(lv: "Atskaites to secībā", en: "Reports in their order")[language],
            columns: [
                DataTable.Column(Text(lv: "Atskaite", en: "Report")[language]),
                DataTable.Column(Text(lv: "Darbības", en: "Actions")[language]),
            ],
            rows: items.enumerated().map { index, item in
                let name = "\(index + 1). \(item.title(house)[language])"
                return DataTable.Row([.words(name), .markup(buttons(item, isFirst: index == 0))])
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Komplekts ir tukšs", en: "The set is empty")[language],
            advice: Text(lv: "Pievienojiet atskaiti.", en: "Add a report.")[language]
        )
        return table
    }

    private func buttons(_ item: ReportSet.Item, isFirst: Bool) -> HTML {
        let name = item.title(house)[language]
        let up = Text(lv: "Augstāk", en: "Up")[language]
        let out = Text(lv: "Noņemt", en: "Take out")[language]
        let raise: HTML? = isFirst ? nil : button("up", item.position, up, name)
        return """
            <form method="post" action="\(action)" class="buttons">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            \(raise)\(button("out", item.position, out, name))</form>
            """
    }

    private func button(_ name: String, _ position: Int, _ words: String, _ about: String) -> HTML {
        """
        <button type="submit" class="button second small" name="\(name)" value="\(String(position))">\(words)\
        <span class="unseen">: \(about)</span></button>
        """
    }

    private var more: Form {
        let field = Field(
            "add",
            Text(lv: "Pievienot atskaiti vai skatu", en: "Add a report or view")[language],
            .select(choices.options(house, language), chosen: nil)
        )
        return Form(
            id: "more",
            language,
            action: action,
            csrf: request.formToken,
            parts: [.field(field)],
            buttons: [Button(Text(lv: "Pievienot", en: "Add")[language], .second)]
        )
    }
}
