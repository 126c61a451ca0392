import Exchange
import Foundation
import Frame
import House
import Kernel
import Storage

/// A database as the command line opens it, by the operator.
struct Board {
    let session: CommandSession

    /// Opens a database, and makes it where there is none; SEKME_KEY names the key file.
    init(_ address: String, today: Day? = Day(2026, 8, 31)) async throws {
        let key = ProcessInfo.processInfo.environment["SEKME_KEY"]
        let world = try await World.open(
            DatabaseAddress(address),
            key: key.map { .file($0) } ?? .besideTheFolder,
            today: today,
            create: true
        )
        session = try await CommandSession.open(
            world,
            through: CommandDoors.report,
            tenant: nil,
            account: nil,
            language: .en
        )
    }

    var desk: Desk { session.desk }
    var importer: Importer { Importer(session.desk) }

    /// Reads and applies a file; refuses a file of which any line is not taken.
    func load(_ file: String, mapping: String? = nil) async throws -> (plan: ImportPlan, batch: BatchID?) {
        let staged = try await importer.stage(ImportRequest(files: [file], mapping: mapping))
        let plan = staged.plan
        guard plan.rejected == 0, plan.unmatched == 0, plan.idle == 0 else { throw Untaken(plan: plan) }
        let report = try await importer.apply(staged)
        return (plan, report.batch)
    }

    func close() async {
        await session.close()
    }
}

/// Lines of a benchmark's file were not taken, so that the figure would be of less work.
struct Untaken: Error {
    let plan: ImportPlan
}
