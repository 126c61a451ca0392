import HTTPTypes
import Hummingbird

/// Tells browsers to come over TLS alone for a year, with every answer of a server that is told they do.
///
/// Names under ours are left out: a municipality's other servers are not ours to speak for.
struct StrictTransport: RouterMiddleware {
    static let words = "max-age=31536000"

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.strictTransportSecurity] = StrictTransport.words
        return response
    }
}
