package import Frame
import Kernel
package import Logging
import Storage
import Synchronization

/// Works on jobs one after the other, as long as its task is not cancelled. A server starts one.
///
/// One at a time: an import holds connections while it waits for others, and reading beside writing keeps both
/// processors busy anyway.
package actor JobRunner {
    private let desk: @Sendable (TenantID) -> Desk
    private let tenants: @Sendable () async throws -> [TenantID]
    private let owner: String
    private let logger: Logger
    private let chore: @Sendable (Desk) async throws -> Void
    private var choreAt = Instant(milliseconds: 0)
    private var tidiedOn: Day?

    /// How often chores are done while no job changes data.
    private static let choreEvery = Duration.seconds(60)

    /// A runner.
    ///
    /// - Parameters:
    ///   - owner: a name that no other runner has: host and process.
    ///   - logger: hears of faults; never of data.
    ///   - tenants: whose jobs it works on.
    ///   - desk: the desk of a tenant; the runner seats before it who asked for the job.
    ///   - chore: what is done for a tenant every minute and after a job, because its data may have changed.
    package init(
        owner: String,
        logger: Logger,
        tenants: @escaping @Sendable () async throws -> [TenantID],
        desk: @escaping @Sendable (TenantID) -> Desk,
        chore: @escaping @Sendable (Desk) async throws -> Void = { _ in }
    ) {
        self.owner = owner
        self.logger = logger
        self.tenants = tenants
        self.desk = desk
        self.chore = chore
    }

    /// Works on jobs until the task is cancelled.
    package func run() async {
        TemporaryFiles.sweep()
        while !Task.isCancelled {
            do {
                let worked = try await step()
                await chores(now: worked)
                if worked { continue }
            } catch {
                logger.error("Jobs cannot be taken", metadata: ["fault": "\(FaultWords.of(error))"])
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Does the chore of each tenant, where a job has just ended or a minute has gone by; tidies where a day has begun.
    package func chores(now isDue: Bool) async {
        do {
            let desks = try await tenants().map(desk)
            guard let now = desks.first?.clock(), isDue || choreAt + JobRunner.choreEvery <= now else {
                return
            }
            choreAt = now
            await tidy(on: now.day)
            for desk in desks { try await chore(desk) }
        } catch {
            logger.error("A chore was not done", metadata: ["fault": "\(FaultWords.of(error))"])
        }
    }

    /// Tidies once a day and at the start: a server runs for months.
    private func tidy(on day: Day) async {
        guard tidiedOn != day else { return }
        tidiedOn = day
        do { try await tidy() } catch {
            logger.error("Old imports were not removed", metadata: ["fault": "\(FaultWords.of(error))"])
        }
    }

    /// Removes what imports left that nobody came back to within two weeks.
    package func tidy() async throws {
        for tenant in try await tenants() { try await Tidying(desk: desk(tenant)).run() }
    }

    /// Works on one job of each tenant, where there is one; false where there was none.
    package func step() async throws -> Bool {
        var worked = false
        for tenant in try await tenants() {
            let desk = desk(tenant)
            let (jobs, owner, now) = (JobStore(tenant: tenant), owner, desk.clock())
            let job = try await desk.database.state.write { try jobs.take(owner, now, $0) }
            guard let job else { continue }
            worked = true
            try await work(job, desk)
        }
        return worked
    }

    private func work(_ job: Job, _ desk: Desk) async throws {
        let asker = Asker(account: job.account, name: job.accountName, language: job.language, grants: [])
        let progress = LatestProgress()
        let heartbeat = Task { [owner] in
            await JobRunner.beat(job, desk, owner, progress)
        }
        defer { heartbeat.cancel() }
        var state = Job.State.done
        var message = Text(same: "")
        do {
            if job.attempts > JobStore.attempts { throw Refusal.jobGivenUp }
            try await JobWork(desk: desk.seated(asker), job: job).run { progress.set($0) }
        } catch let refusal as Refusal {
            state = .failed
            message = refusal.message + Text(same: " ") + refusal.advice
        } catch {
            state = .failed
            message = Text(
                lv: "Programmas kļūda, darbs Nr. \(job.id). Nekas nav saglabāts, arī ne daļēji.",
                en: "A fault of the program, job no. \(job.id). Nothing was saved in part."
            )
            logger.error("A job failed", metadata: ["job": "\(job.id)", "fault": "\(FaultWords.of(error))"])
        }
        let (jobs, owner, now, outcome, words) = (
            JobStore(tenant: desk.tenant), owner, desk.clock(), state, message
        )
        try await desk.database.state.write { try jobs.finish(job.id, owner, outcome, words, now, $0) }
    }

    /// Renews the lease and tells the progress, every second.
    private static func beat(_ job: Job, _ desk: Desk, _ owner: String, _ progress: LatestProgress) async {
        let jobs = JobStore(tenant: desk.tenant)
        while !Task.isCancelled {
            let now = desk.clock()
            let text = progress.text
            let isHeld = try? await desk.database.state.write {
                try jobs.renew(job.id, owner, now, text, $0)
            }
            if isHeld == false { return }
            guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
        }
    }
}

/// The progress told last.
private final class LatestProgress: Sendable {
    private let value = Mutex<ImportProgress?>(nil)

    func set(_ progress: ImportProgress) {
        value.withLock { $0 = progress }
    }

    var text: String {
        guard let progress = value.withLock({ $0 }) else { return "" }
        return (try? JSON.text(progress)) ?? ""
    }
}

extension Refusal {
    fileprivate static let jobGivenUp = Refusal(
        .conflict,
        Text(
            lv: "Darbs vairākas reizes pārtrūka un vairs netiek sākts.",
            en: "The job was cut off several times and is not begun again."
        ),
        advice: Text(
            lv: "Pārbaudiet, vai serverim pietiek atmiņas un vietas, un sāciet no jauna.",
            en: "Check that the server has memory and room enough, and begin anew."
        )
    )
}
