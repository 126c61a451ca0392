import Access
import Frame
import Kernel
import Logging
import Storage

/// Asks for every report whenever data have changed, as a reader of aggregates does.
///
/// What disclosure control hides is the same for all of them and remembered while data stand still: found here, it is
/// nothing that the first person after an import would have to wait for.
struct Foresight: Sendable {
    private let tenants: @Sendable () async throws -> [TenantID]
    private let desk: @Sendable (TenantID) -> Desk
    private let logger: Logger
    /// The data that reports were asked of, and those seen by the last round.
    private var asked: [TenantID: String] = [:]
    private var seen: [TenantID: String] = [:]

    init(
        logger: Logger,
        tenants: @escaping @Sendable () async throws -> [TenantID],
        desk: @escaping @Sendable (TenantID) -> Desk
    ) {
        self.logger = logger
        self.tenants = tenants
        self.desk = desk
    }

    /// Goes on until the task is cancelled.
    mutating func run() async {
        while !Task.isCancelled {
            // Also before the first round: whoever waits for the start of the server comes first.
            guard (try? await Task.sleep(for: .seconds(3))) != nil else { return }
            do { try await round() } catch {
                logger.error("Reports cannot be foreseen", metadata: ["fault": "\(type(of: error))"])
            }
        }
    }

    /// Asks for the reports of every tenant whose data have changed and stood still since the last round; tells how
    /// many were answered.
    @discardableResult
    mutating func round() async throws -> Int {
        var answered = 0
        for tenant in try await tenants() {
            let desk = desk(tenant)
            let version = try await desk.database.data.read { try DataVersion.of(tenant, $0) }
            defer { seen[tenant] = version }
            // Files are imported by the dozen: not after each of them.
            guard let version, asked[tenant] != version, seen[tenant] == version else { continue }
            answered += try await Foresight.ask(desk)
            asked[tenant] = version
        }
        return answered
    }

    /// Asks for home's figures and for every report, with what it chooses where nobody chooses anything.
    private static func ask(_ desk: Desk) async throws -> Int {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        _ = try await desk.database.data.read { connection in
            let year = try DataYears.latest(desk.tenant, desk.house, today: desk.today, connection)
            // Illness is hidden in another way from those who see all pupils, but may not know of their health.
            let specialist = Role.boardSpecialist.sample(.tenant, permissions: desk.house.permissions)
            _ = try HomeFigures.load(year, .all, [], desk.seated(specialist), connection)
            return try HomeFigures.load(year, reach, [], desk, connection)
        }
        var answered = 0
        for room in desk.house.rooms {
            for report in room.reports where !Task.isCancelled {
                // One that asks for a class, or is about teachers, is not for this reader.
                let answer = try? await Asking(desk).answer(ReportRequest("\(room.name)/\(report.name)"))
                answered += answer == nil ? 0 : 1
            }
        }
        return answered
    }
}
