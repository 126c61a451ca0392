import Access
import Frame
import Kernel
import Pages

/// Asks what a file with many persons is needed for.
struct ReportExportForm {
    let answer: AnsweredReport
    let ceiling: Int
    let request: PageRequest
    var error: Text?

    private static let title = Text(lv: "Eksports ar personu datiem", en: "An export with data of persons")

    var content: PageContent {
        let language = request.language
        let words = Text(
            lv: """
                Šajā failā būtu vairāk nekā \(ceiling) personu dati. Norādiet nolūku; eksportu apstiprinās otrs \
                cilvēks, un pēc tam failu varēs lejupielādēt 24 stundas.
                """,
            en: """
                This file would hold the data of more than \(ceiling) persons. Say what it is needed for; a second \
                person will approve it, and the file can then be downloaded for 24 hours.
                """
        )
        let reason = Field(
            "reason",
            Text(lv: "Kādam nolūkam", en: "What for")[language],
            .area(value: request.field("reason"), rows: 3),
            error: error?[language]
        )
        let form = Form(
            id: "export",
            language,
            action: request.wholeAddress,
            csrf: request.formToken,
            parts: [.field(reason)],
            buttons: [Button(Text(lv: "Lūgt apstiprinājumu", en: "Ask for approval")[language])]
        )
        let crumbs = [
            PageContent.Crumb(Text(lv: "Atskaites", en: "Reports"), "/reports"),
            PageContent.Crumb(answer.title, "/reports/\(answer.id)"),
        ]
        let head = PageHead(ReportExportForm.title[language])
        return PageContent(
            ReportExportForm.title,
            "\(head)<p>\(words[language])</p>\(form)",
            crumbs: crumbs,
            status: error == nil ? 200 : 422
        )
    }
}

/// Writes the wish for an export down, for a second person to decide.
struct ReportExportAsk: Page {
    let method = PageMethod.post
    let path = "/reports/:room/:report/:face"
    let permission = Permission.exportPersons
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let answer = try await Asking(desk).answer(ReportRequest(request))
        let outcome = try await ExportGuard(desk: desk).ask(answer, reason: request.field("reason"))
        switch outcome {
        case .needsReason(let ceiling)?:
            let error = Text(
                lv: "Uzrakstiet nolūku vismaz dažos vārdos.",
                en: "Write what it is for, in a few words at least."
            )
            let form = ReportExportForm(answer: answer, ceiling: ceiling, request: request, error: error)
            return .page(form.content)
        case .waits(let number)?:
            return .redirect("/reports/\(answer.id)", notice: Refusal.exportWaits(number).message)
        case .permitted?, nil:
            return .redirect(
                request.wholeAddress.text,
                notice: Text(lv: "Failu var lejupielādēt.", en: "The file can be downloaded.")
            )
        }
    }
}

extension PageRequest {
    /// The address with its query, in a fixed order.
    fileprivate var wholeAddress: Address {
        query.sorted { $0.key < $1.key }.reduce(Address(path)) { $0.adding($1.key, $1.value) }
    }
}
