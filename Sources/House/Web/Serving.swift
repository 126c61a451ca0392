import Access
import Hummingbird
import Logging

/// Runs the server until it is asked to stop.
package enum Serving {
    /// Serves a world.
    package static func run(_ world: World, _ options: ServeOptions) async throws {
        let logger = Logger(label: "sekme")
        try await AuditTrail.moveAll(world.database)
        let app = application(world, options, logger)
        try await app.runService()
    }

    /// The server, unstarted: tests ask it without a socket.
    static func application(
        _ world: World,
        _ options: ServeOptions,
        _ logger: Logger
    ) -> some ApplicationProtocol {
        let server = PageServer(
            world: world,
            options: options,
            trail: AuditTrail(world.database),
            logger: logger
        )
        return Application(
            router: server.router(),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                serverName: nil
            ),
            logger: logger
        )
    }
}
