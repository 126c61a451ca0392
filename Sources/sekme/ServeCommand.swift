import Access
import ArgumentParser
import Frame
import House
import Kernel

struct ServeCommand: OpeningCommand {
    static let door = CommandDoors.serve
    static let configuration = CommandConfiguration(commandName: "serve", abstract: does)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on.")
    var port = 8080
    @Flag(
        help:
            "Browsers reach the pages over TLS only: cookies say so, and browsers are told to come no other way."
    )
    var secure = false
    @Option(help: "The header in which a proxy passes the browser's address on, as X-Forwarded-For.")
    var addressHeader: String?
    @Option(help: "The file with the provider of identities (OpenID Connect); SEKME_OPENID says it too.")
    var openid: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        // Settings that cannot be read are told before a database is opened.
        let provider = try OpenIDFile.named(openid)?.provider()
        let world = try await enterMachine(create: true).with(provider: provider)
        var options = ServeOptions(host: host, port: port, isSecure: secure, addressHeader: addressHeader)
        if shared.tenant != nil {
            options.tenant = try await CommandSession.open(
                world,
                through: Self.door,
                tenant: shared.tenant,
                account: nil,
                language: shared.language
            ).desk.tenant
        } else if let notice = try await TenantCommands.unreachable(world, shared.language) {
            print(notice)
        }
        print("http://\(host):\(port)/")
        try await Serving.run(world, options)
    }
}
