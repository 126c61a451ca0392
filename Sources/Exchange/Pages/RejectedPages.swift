import Access
import Frame
import Kernel
import Pages

/// The rejected lines as a file that can be mended and fed in again.
struct RejectedDownload: Page {
    let method = PageMethod.get
    let path = "/imports/plans/:import/rejected"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ImportID(rawValue: try request.number("import"))
        let asked = try await RejectedExport(desk).ask(id, reason: "")
        var file = asked.file
        switch asked.outcome {
        case .needsReason(let ceiling)?:
            return .page(RejectedExport.form(id, ceiling, request, isAgain: false))
        case .waits(let number)?: throw Refusal.exportWaits(number)
        case .permitted(let permit)?: file.mark = permit.watermark
        case nil: break
        }
        let name = "sekme-\(id.rawValue)-noraiditas.csv"
        return .file(FileContent(name: name, type: "text/csv", bytes: try file.bytes()))
    }
}

/// Writes the wish for a file of many rejected lines down, for a second person to decide.
struct RejectedAsk: Page {
    let method = PageMethod.post
    let path = "/imports/plans/:import/rejected"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ImportID(rawValue: try request.number("import"))
        switch try await RejectedExport(desk).ask(id, reason: request.field("reason")).outcome {
        case .needsReason(let ceiling)?:
            return .page(RejectedExport.form(id, ceiling, request, isAgain: true))
        case .waits(let number)?:
            return .redirect(RejectedExport.plan(id), notice: Refusal.exportWaits(number).message)
        case .permitted?, nil:
            return .redirect(
                RejectedExport.plan(id),
                notice: Text(lv: "Failu var lejupielādēt.", en: "The file can be downloaded.")
            )
        }
    }
}

extension RejectedExport {
    static func plan(_ id: ImportID) -> String { "/imports/plans/\(id.rawValue)" }

    static func form(
        _ id: ImportID,
        _ ceiling: Int,
        _ request: PageRequest,
        isAgain: Bool
    ) -> PageContent {
        let title = Text(lv: "Izmaiņas", en: "Changes")
        return ExportForm(
            ceiling: ceiling,
            request,
            to: Address(plan(id) + "/rejected"),
            crumbs: [ImportPageWords.crumb, PageContent.Crumb(title, plan(id))],
            isAgain: isAgain
        ).content
    }
}
