import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import House

/// Asks the router of a server without a socket.
///
/// Hummingbird has such a client in a library of its own, which brings a client of HTTP and a whole TLS library with
/// it: a third of what there is to build.
struct RouterClient: Sendable {
    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: ByteBuffer
    }

    private let host: String
    private let ask: @Sendable (Request) async throws -> Response

    init(_ server: PageServer, _ logger: Logger, host: String = "localhost") {
        self.host = host
        let responder = server.router().buildResponder()
        ask = { request in
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
            return try await responder.respond(to: request, context: WebContext(source: source))
        }
    }

    func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        headers: HTTPFields,
        body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        if let body { headers[.contentLength] = String(body.readableBytes) }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: host,
            path: path,
            headerFields: headers
        )
        let response = try await ask(Request(head: head, body: RequestBody(buffer: body ?? ByteBuffer())))
        let gathered = Gathered()
        try await response.body.write(Writer(gathered: gathered))
        return Answer(status: response.status.code, headers: response.headers, body: gathered.bytes)
    }

    /// The body so far.
    private final class Gathered: Sendable {
        private let buffer = Mutex(ByteBuffer())

        var bytes: ByteBuffer { buffer.withLock { $0 } }

        func add(_ more: ByteBuffer) {
            buffer.withLock { _ = $0.writeImmutableBuffer(more) }
        }
    }

    private struct Writer: ResponseBodyWriter {
        let gathered: Gathered

        func write(_ buffer: ByteBuffer) async throws { gathered.add(buffer) }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
