import Access
import Frame
import Kernel
import Pages

/// Asks what a file of a report with many persons is needed for.
struct ReportExportForm {
    let answer: AnsweredReport
    let ceiling: Int
    let request: PageRequest
    var isAgain = false

    var content: PageContent {
        let crumbs = [
            PageContent.Crumb(Text(lv: "Atskaites", en: "Reports"), "/reports"),
            PageContent.Crumb(answer.title, "/reports/\(answer.id)"),
        ]
        return ExportForm(
            ceiling: ceiling,
            request,
            to: request.wholeAddress,
            crumbs: crumbs,
            isAgain: isAgain
        ).content
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
            let form = ReportExportForm(answer: answer, ceiling: ceiling, request: request, isAgain: true)
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
