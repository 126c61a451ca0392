import Access
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
    let trail: AuditTrail
    let logger: Logger

    /// A router with every page of the house.
    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        if options.isSecure { router.add(middleware: StrictTransport()) }
        router.add(middleware: UnknownAddress(server: self))
        router.get("/assets/:name") { _, context in
            AssetResponse.find(context.parameters.get("name") ?? "")
        }
        router.get("/health") { _, _ in
            Responses.send([], 204, Responses.secure(type: "text/plain; charset=utf-8"))
        }
        for page in world.house.allPages {
            router.on(RouterPath(page.path), method: page.method == .get ? .get : .post) { request, context in
                await respond(page, request, context)
            }
        }
        return router
    }

    /// The answer of a page; whatever goes wrong on the way becomes a page too.
    private func respond(_ page: any Page, _ request: Request, _ context: WebContext) async -> Response {
        var visit = Visit(request)
        do {
            try await visit.open(request, context, self)
            if page.method == .post {
                // Strangers do not get to fill the disk: what they may send is small.
                if !visit.isSignedIn, visit.isFileForm(request) {
                    return Responses.toSignIn(visit.request)
                }
                try await visit.readForm(request)
            }
            let response = try await answer(page, visit)
            visit.removeFiles()
            return response
        } catch {
            visit.removeFiles()
            return failure(error, visit, page)
        }
    }

    private func answer(_ page: any Page, _ visit: Visit) async throws -> Response {
        guard let desk = visit.desk else { throw Refusal.noSuchPage }
        if visit.lacksBoard, !(page is any BeforeBoard) { return Responses.toBoard(page, visit) }
        if page.method == .post { try visit.checkFormToken() }
        if case .open = page.scope {
            return Responses.make(try await page.answer(visit.request, desk), visit, desk, self)
        }
        guard let signedIn = visit.signedIn else { return Responses.toSignIn(visit.request) }
        if let duty = signedIn.duty, !visit.request.path.hasPrefix("/account"),
            visit.request.path != duty.path
        {
            return Responses.redirect(duty.path)
        }
        let scope = try await ScopeOfRequest.find(page.scope, visit.request, desk)
        if case .anywhere = page.scope {
            try desk.requireAnywhere(page.permission)
        } else {
            try desk.require(page.permission, in: scope)
        }
        var led = visit
        if case .pupil = page.scope, let pupil = scope.pupil, let way = led.lead(page, to: pupil) {
            return Responses.redirect(way)
        }
        let response = try await page.answer(led.request, desk)
        try await AuditOfPage.record(response, page, led.request, desk, scope: scope, trail)
        return Responses.make(response, led, desk, self)
    }

    /// The answer to an address that leads nowhere.
    func unknown(_ request: Request, _ context: WebContext) async -> Response {
        var visit = Visit(request)
        // Who asks only decides what stands around the words.
        try? await visit.open(request, context, self)
        return Responses.error(ShownError(Refusal.noSuchPage, reference: visit.reference), visit, self)
    }

    private func failure(_ error: any Error, _ visit: Visit, _ page: any Page) -> Response {
        let shown = ShownError(error, reference: visit.reference)
        if shown.isFault {
            logger.error(
                "A page failed",
                metadata: [
                    "page": "\(page.path)", "reference": "\(visit.reference)",
                    "fault": "\(FaultWords.of(error))",
                ]
            )
        }
        return Responses.error(shown, visit, self)
    }
}

extension Desk {
    /// Refuses unless the asker holds a permission anywhere at all.
    func requireAnywhere(_ permission: Permission) throws(Refusal) {
        if !asker.mayAnywhere(permission, on: today) { try require(permission, in: .tenant) }
    }
}
