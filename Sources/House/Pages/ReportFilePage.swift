import Access
import Frame
import Kernel

/// One report, as a file.
struct ReportFilePage: Page {
    let method = PageMethod.get
    let path = "/reports/:room/:report/:face"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let face = ReportFace(rawValue: request.parts["face"] ?? "") else { throw Refusal.noSuchPage }
        let answer = try await Asking(desk).answer(ReportRequest(request))
        switch try await ExportGuard(desk: desk).ask(answer, reason: "") {
        case .needsReason(let ceiling)?:
            return .page(ReportExportForm(answer: answer, ceiling: ceiling, request: request).content)
        case .waits(let number)?: throw Refusal.exportWaits(number)
        case .permitted(let permit)?:
            return .file(try file(try await answer.signed(desk).marked(permit), face, request, desk))
        case nil: return .file(try file(try await answer.signed(desk), face, request, desk))
        }
    }

    /// The file; whom it shows is in the audit trail since the guard was asked.
    private func file(
        _ answer: AnsweredReport,
        _ face: ReportFace,
        _ request: PageRequest,
        _ desk: Desk
    ) throws -> FileContent {
        let section = request.query["section"]
        return FileContent(
            name: answer.fileName(face, section: section, on: desk.today, request.language),
            type: face.mediaType,
            bytes: try answer.bytes(face, section: section, language: request.language)
        )
    }
}
