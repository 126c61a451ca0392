import Access
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Pages
import Storage

/// Serves the pages of all rooms: who asks, may they, the answer, the record, the shell.
struct PageServer: Sendable {
    let world: World
    let options: ServeOptions
    let logger: Logger

    /// A router with every page of the house.
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/assets/:name") { _, context in
            AssetResponse.find(context.parameters.get("name") ?? "")
        }
        router.get("/health") { _, _ in Response(status: .noContent) }
        for page in world.house.allPages {
            router.on(RouterPath(page.path), method: page.method == .get ? .get : .post) { request, context in
                await respond(page, request, context)
            }
        }
        return router
    }

    /// The answer of a page; whatever goes wrong on the way becomes a page too.
    private func respond(_ page: any Page, _ request: Request, _ context: BasicRequestContext) async -> Response {
        var visit = Visit(language: .lv, desk: nil, session: nil, request: PageRequest())
        do {
            visit = try await Visit.open(request, context, world: world, options: options)
            defer { visit.removeFiles() }
            return try await answer(page, visit)
        } catch {
            return failure(error, visit, page)
        }
    }

    private func answer(_ page: any Page, _ visit: Visit) async throws -> Response {
        guard let desk = visit.desk else {
            guard case .open = page.scope else { return Responses.toSignIn(visit.request) }
            let desk = try await world.desk(.visitor(visit.language))
            return try await Responses.make(page.answer(visit.request, desk), visit, desk, self)
        }
        if page.method == .post { try visit.checkFormToken() }
        let scope = try await ScopeOfRequest.find(page.scope, visit.request, desk)
        switch page.scope {
        case .open: break
        case .anywhere: try desk.requireAnywhere(page.permission)
        default: try desk.require(page.permission, in: scope)
        }
        let response = try await page.answer(visit.request, desk)
        try await AuditOfPage.record(response, page, visit, desk, scope: scope)
        return try await Responses.make(response, visit, desk, self)
    }

    private func failure(_ error: any Error, _ visit: Visit, _ page: any Page) -> Response {
        let shown = ShownError(error, reference: visit.reference)
        if shown.isFault {
            // The type tells enough to find the place; the words may hold data and stay out of the log.
            logger.error(
                "A page failed",
                metadata: [
                    "page": "\(page.path)", "reference": "\(visit.reference)",
                    "error": "\(String(reflecting: type(of: error)))", "detail": "\(error)",
                ]
            )
        }
        return Responses.error(shown, visit, self)
    }
}

extension Desk {
    /// Refuses unless the asker holds a permission anywhere at all.
    func requireAnywhere(_ permission: Permission) throws(Refusal) {
        let owns = asker.grants.contains { grant in
            grant.permissions.contains(permission) && asker.may(permission, in: grant.scope, on: today)
        }
        if !owns { try require(permission, in: .tenant) }
    }
}
