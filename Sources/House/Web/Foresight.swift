import Access
import Frame
import Kernel
import Logging
import Storage

/// Asks for every report whenever data have changed and whenever a day begins, as those do who see the whole board.
///
/// What disclosure control hides, what measures give and what reports answer is remembered while data stand still:
/// made here, it is nothing that the first person after an import would have to wait for.
struct Foresight: Sendable {
    private let tenants: @Sendable () async throws -> [TenantID]
    private let desk: @Sendable (TenantID) -> Desk
    private let logger: Logger
    /// The data, and the day, that reports were asked of, and those seen by the last round.
    private var asked: [TenantID: Sight] = [:]
    private var seen: [TenantID: Sight] = [:]

    private struct Sight: Equatable {
        let version: String
        let day: Day
    }

    /// Who sees the whole board, each something else of single pupils.
    private static let readers = [Role.boardHead, .boardSpecialist, .preventionCoordinator]

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
            do { try await round() } catch is CancellationError {
                return
            } catch {
                logger.error("Reports cannot be foreseen", metadata: ["fault": "\(FaultWords.of(error))"])
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
            guard let version else { continue }
            let sight = Sight(version: version, day: desk.today)
            defer { seen[tenant] = sight }
            // Files are imported by the dozen: not after each of them.
            guard asked[tenant] != sight, seen[tenant] == sight else { continue }
            answered += try await Foresight.ask(desk)
            asked[tenant] = sight
        }
        return answered
    }

    /// Asks for home's figures and for every report, with what it chooses where nobody chooses anything.
    private static func ask(_ desk: Desk) async throws -> Int {
        let seats = readers.map { role in
            desk.seated(role.sample(.tenant, permissions: desk.house.permissions))
        }
        var answered = 0
        for seat in seats {
            try await seat.database.data.read { connection in
                let year = try DataYears.latest(seat.tenant, seat.house, today: seat.today, connection)
                let reach = seat.asker.reach(.readFigures, on: seat.today)
                _ = try HomeFigures.load(year, reach, [], seat, connection)
            }
            for room in seat.house.rooms {
                for report in room.reports where !Task.isCancelled {
                    answered += await Foresight.ask("\(room.name)/\(report.name)", seat)
                }
            }
        }
        return answered
    }

    /// Asks for a report with what it chooses by itself, then of one institution: what stands beside that, of similar
    /// institutions and of the municipality, is read of the whole board and serves all the others.
    private static func ask(_ report: String, _ seat: Desk) async -> Int {
        let asking = Asking(seat)
        var request = ReportRequest(report)
        // One that asks for a class, or is about teachers, is not for every reader.
        guard let (answer, choices) = try? await asking.answerWithChoices(request) else { return 0 }
        let whole = answer.missing == nil ? 1 : 0
        guard !Task.isCancelled, answer.selection.institution == nil,
            case .one(let members, _)? = choices.offers[.institution]
        else { return whole }
        for member in members.prefix(few) {
            request[.institution] = member.value
            // Of a preschool many reports have nothing to compare.
            let found = try? await asking.answer(request)
            if found?.document.sections.contains(where: { !$0.rows.isEmpty }) ?? false { return whole + 1 }
        }
        return whole
    }

    /// So many institutions are tried until one has rows.
    private static let few = 8
}
