import HTTPTypes
import Hummingbird
import NIOCore

/// What the server knows of a request beside its words: from which address it comes.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// The address of the browser, through a proxy where one is declared.
enum RemoteAddress {
    static func of(_ request: Request, _ context: WebContext, _ options: ServeOptions) -> String {
        guard let header = options.addressHeader, let name = HTTPField.Name(header) else {
            return context.peer
        }
        // The last entry is the one that our own proxy wrote; earlier ones are whatever the browser sent.
        let last = request.headers[name]?.split(separator: ",").last.map { $0.drop { $0 == " " } }
        return last.map(String.init) ?? context.peer
    }
}
