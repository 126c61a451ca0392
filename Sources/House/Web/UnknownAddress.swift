import HTTPTypes
import Hummingbird

/// Answers addresses that no page has with a page of ours.
struct UnknownAddress: RouterMiddleware {
    let server: PageServer

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return await server.unknown(request, context)
        }
    }
}
