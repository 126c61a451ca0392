import Frame
import Kernel
import Pages
import Storage

/// Renames, shares or removes a saved view.
struct ViewEditPage: Page {
    let method = PageMethod.get
    let path = "/views/:view/edit"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ViewEdit.load(request, desk).content(request))
    }
}

/// Gives a saved view its new name.
struct ViewEditAction: Page {
    let method = PageMethod.post
    let path = "/views/:view"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var edit = try await ViewEdit.load(request, desk)
        edit.name = NameForm(request)
        let name = edit.name
        guard name.isGood else { return .page(edit.content(request)) }
        let view = edit.view
        let sharing = edit.sharing(request.field("share"))
        try await desk.database.data.write {
            try SavedViews(desk: desk, connection: $0).change(view, name: name.name, sharing)
        }
        return .redirect(view.address.text, notice: Text(lv: "Saglabāts.", en: "Saved."))
    }
}

/// The form of a saved view.
private struct ViewEdit: Sendable {
    let view: SavedView
    let offer: SharingOffer
    var name: NameForm

    static func load(_ request: PageRequest, _ desk: Desk) async throws -> ViewEdit {
        let id = try request.number("view")
        return try await desk.database.data.read { connection in
            let view = try SavedViews(desk: desk, connection: connection).kept(id)
            let place = view.request[.institution].flatMap { Int($0) }.map { InstitutionID(rawValue: $0) }
            let offer = try SharingOffer.load(desk, about: place, connection)
            return ViewEdit(view: view, offer: offer, name: NameForm(view.name))
        }
    }

    /// What a form sent; a sharing that the reader could not offer stays as it was.
    func sharing(_ code: String) -> Sharing {
        guard !view.request.namesPerson else { return .own }
        return code.isEmpty ? view.sharing : offer.chosen(code)
    }

    func content(_ request: PageRequest) -> PageContent {
        let language = request.language
        let title = Text(lv: "Saglabātais skats", en: "Saved view")
        let sharing = view.request.namesPerson ? nil : offer.field(view.sharing, language)
        let isShareable = sharing != nil || view.sharing != .own
        let form = Form(
            id: "view",
            language,
            action: view.address,
            csrf: request.formToken,
            parts: name.fields(nil, isShareable: isShareable, language) + [sharing].compactMap { $0 },
            buttons: [Button(Text(lv: "Saglabāt", en: "Save")[language])],
            cancel: view.address
        )
        let remove = PostButton(
            Text(lv: "Noņemt skatu", en: "Remove the view")[language],
            action: "/views/\(view.id)/remove",
            csrf: request.formToken,
            look: .warning
        )
        return PageContent(
            title,
            "\(PageHead(title[language], lede: view.name.text[language]))\(form)<section class=\"apart\">\(remove)</section>",
            crumbs: [
                PageContent.Crumb(ReportsPage.title, "/reports"),
                PageContent.Crumb(view.name.text, view.address.text),
            ],
            status: name.isGood ? 200 : 422
        )
    }
}
