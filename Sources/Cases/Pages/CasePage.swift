internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A case, as far as its reader may see it.
struct CasePage: Page {
    let method = PageMethod.get
    let path = "/cases/:case"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await CasePage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let id = try request.number("case")
        let all = request.query["notes"] == "all"
        let data = try await desk.database.data.read {
            try CaseContent.load(id, allNotes: all, desk, $0)
        }
        var view = CaseView(data: data, request: request, returned: returned)
        if returned == nil, data.key.takesPart,
            let last = try await CaseNews.lastVisit(id, data.file.pupil, desk)
        {
            view.news = try await desk.database.data.read {
                try CaseNews.load(data.file, data.key, since: last, $0)
            }
        }
        var crumbs = [PageContent.Crumb(CasesPage.title, "/cases")]
        if data.seesPupil {
            crumbs.append(PageContent.Crumb(Text(same: data.name), "/pupils/\(data.file.pupil.rawValue)"))
        }
        var content = PageContent(
            Text(same: data.name) + Text(lv: ": atbalsta gadījums", en: ": case of support"),
            view.html,
            crumbs: crumbs,
            persons: [data.file.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = all ? "case \(id) notes" : "case \(id)"
        return content
    }
}

/// A form of the page of a case; with errors the page comes back with the form open.
struct CaseAction: Page {
    let method = PageMethod.post
    let path: String
    let permission = Permission.joinCases
    let scope = PageScope.anywhere
    /// The name of the form on the page.
    let form: String
    /// Does it, and says what was done.
    let act: @Sendable (Int, PageRequest, CaseWork) async throws -> Text

    init(
        _ path: String,
        _ form: String,
        _ act: @escaping @Sendable (Int, PageRequest, CaseWork) async throws -> Text
    ) {
        self.path = "/cases/:case/\(path)"
        self.form = form
        self.act = act
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("case")
        do {
            let done = try await act(id, request, CaseWork(desk))
            // Who has just left the case is not led back to a page that is closed.
            let stays = try await desk.database.data.read { connection in
                try CaseFile.find(id, desk.tenant, connection)
                    .flatMap { try CaseGate(desk, connection).key(to: $0) } != nil
            }
            return .redirect(stays ? "/cases/\(id)" : "/cases", notice: done)
        } catch let errors as FieldErrors {
            let typed = request.form.compactMapValues { $0.joined(separator: ",") }
            let returned = ReturnedForm(form: form, typed: typed, errors: errors)
            return .page(try await CasePage.content(request, desk, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)", notice: .changedByAnother)
        }
    }
}

extension Text {
    static let changedByAnother = Text(
        lv: "Gadījumu tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
        en: "Somebody else has just changed the case; nothing was saved. Look at it again."
    )
}
