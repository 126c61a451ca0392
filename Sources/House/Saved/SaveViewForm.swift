import Frame
import Kernel
import Pages
import Storage

/// The form under a report that keeps its filters under a name.
struct SaveViewForm {
    let asked: ReportRequest
    let offer: SharingOffer
    let request: PageRequest
    var name = NameForm()

    static let title = Text(lv: "Saglabāt šo skatu", en: "Save this view")

    /// The form, folded under the report.
    var folded: HTML {
        "<details><summary>\(SaveViewForm.title, request.language)</summary>\(form)</details>"
    }

    var form: Form {
        let language = request.language
        let hint = Text(
            lv: "Piemēram, „Kavējumi, 2. semestris”. Personu vārdus nerakstiet.",
            en: "For example “Absence, term 2”. Write no names of persons."
        )
        let sharing = asked.namesPerson ? nil : offer.field(.own, language)
        let fields = name.fields(hint, isShareable: sharing != nil, language)
        return Form(
            id: "save",
            language,
            action: "/views",
            csrf: request.formToken,
            parts: asked.hiddenParts + fields + [sharing].compactMap { $0 },
            buttons: [Button(Text(lv: "Saglabāt", en: "Save")[language])]
        )
    }
}

/// Keeps a report with its filters under a name.
struct SaveView: Page {
    let method = PageMethod.post
    let path = "/views"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = ReportRequest(form: request).declared(in: desk.house)
        // What cannot be asked is not kept.
        let answer = try await Asking(desk).answer(asked)
        let name = NameForm(request)
        let offer = try await desk.database.data.read {
            try SharingOffer.load(desk, about: answer.selection.institution, $0)
        }
        if !name.isGood {
            let form = SaveViewForm(asked: asked, offer: offer, request: request, name: name)
            let head = PageHead(SaveViewForm.title[request.language], lede: answer.title[request.language])
            return .page(
                PageContent(
                    SaveViewForm.title,
                    "\(head)\(form.form)",
                    crumbs: [
                        PageContent.Crumb(ReportsPage.title, "/reports"),
                        PageContent.Crumb(answer.title, asked.address.text),
                    ],
                    status: 422
                )
            )
        }
        let sharing = asked.namesPerson ? .own : offer.chosen(request.field("share"))
        let id = try await desk.database.data.write {
            try SavedViews(desk: desk, connection: $0).add(name.name, asked, sharing)
        }
        return .redirect(
            "/views/\(id)",
            notice: Text(lv: "Skats saglabāts.", en: "The view was saved.")
        )
    }
}
