import Access
import Exchange
import Foundation
import Frame
import Hummingbird
import Kernel
import Logging
import NIOCore
import Storage

/// Runs the server until it is asked to stop.
package enum Serving {
    /// Serves a world, and works on the imports that people begin on its pages.
    package static func run(_ world: World, _ options: ServeOptions) async throws {
        let logger = Logger(label: "sekme")
        try await AuditTrail.moveAll(world.database)
        let app = application(world, options, logger)
        let jobs = jobs(world, logger)
        let foresight = foresight(world, logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await jobs.run() }
            group.addTask(priority: .background) {
                var foresight = foresight
                await foresight.run()
            }
            do { try await app.runService() } catch let fault as IOError where fault.errnoCode == EADDRINUSE {
                throw Refusal.portTaken(options)
            }
            group.cancelAll()
        }
    }

    /// Works on jobs of every tenant; a step more than one server may take, each under a name of its own.
    static func jobs(_ world: World, _ logger: Logger) -> JobRunner {
        let process = ProcessInfo.processInfo
        return JobRunner(
            owner: "\(process.hostName) \(process.processIdentifier)",
            logger: logger,
            tenants: { try await world.database.data.read { try Tenants.all($0).map(\.id) } },
            desk: { world.desk($0, Operator.asker(world.house)) },
            chore: { desk in
                try await desk.beginDay()
                try await Sessions(desk).sweep()
                _ = try await SubscriptionRun(desk: desk, delivery: .configured).run()
                _ = try await DigestRun(desk: desk, delivery: .configured).run()
            }
        )
    }

    /// Makes ready what disclosure control hides, for every tenant.
    static func foresight(_ world: World, _ logger: Logger) -> Foresight {
        Foresight(
            logger: logger,
            tenants: { try await world.database.data.read { try Tenants.all($0).map(\.id) } },
            desk: { world.desk($0, Operator.asker(world.house)) }
        )
    }

    /// The server, unstarted: tests ask it without a socket.
    static func application(
        _ world: World,
        _ options: ServeOptions,
        _ logger: Logger
    ) -> some ApplicationProtocol {
        Application(
            router: server(world, options, logger).router(),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                serverName: nil
            ),
            logger: logger
        )
    }

    /// What answers requests, with or without a socket.
    static func server(_ world: World, _ options: ServeOptions, _ logger: Logger) -> PageServer {
        PageServer(world: world, options: options, trail: AuditTrail(world.database), logger: logger)
    }
}

extension Refusal {
    fileprivate static func portTaken(_ options: ServeOptions) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Adresi \(options.host):\(options.port) jau izmanto cita programma.",
                en: "Another program has the address \(options.host):\(options.port) already."
            ),
            advice: Text(
                lv: "Apturiet to vai norādiet citu portu: --port 8081.",
                en: "Stop it, or give another port: --port 8081."
            )
        )
    }
}
