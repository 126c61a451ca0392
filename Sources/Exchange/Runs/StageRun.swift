import Frame
import Kernel
import Storage
import Synchronization

/// Reads the files of one import into staging and plans it.
struct StageRun: Sendable {
    let desk: Desk
    let id: ImportID
    let order: ImportOrder
    let format: any ImportFormat.Type
    let files: [SourceFile]
    /// How often the import was taken up again.
    let turn: Int
    /// Where it begins, and how often it is marked.
    let going: GoingOn
    let progress: Importer.Progress

    private var imports: ImportStore { ImportStore(tenant: desk.tenant) }
    private var store: StagedStore {
        StagedStore(database: desk.database, tenant: desk.tenant, importID: id.rawValue)
    }
    private var rejects: RejectStore { RejectStore(tenant: desk.tenant, importID: id.rawValue) }

    /// Reads, plans, and leaves the import planned; or failed, with nothing left of it, where that cannot be.
    func run() async throws -> StagedImport {
        do {
            let reading = try await read(format)
            try await plan(reading)
        } catch {
            try? await fail()
            throw error
        }
        let (imports, id) = (imports, id)
        let record = try await desk.database.state.read { try imports.find(id, $0) }
        guard let record else { throw Refusal.noSuchImport }
        let telling = TellingLine.all(of: files, format, order.mapping)
        return StagedImport(record, readBefore: going.mark?.lines ?? 0, telling: telling)
    }

    /// What reading found out.
    struct Reading: Sendable {
        var mark: String
        var lines: Int
        var coverage: [String: Set<[Int64]>]
        var rejected: Int
        var unmatched: Int
        var idle: Int
        var doubts: Int
        var headings: [Int: [String]]
        var skippedSheets: [String]
    }

    /// Reads on a thread of the `data` store while parcels are written by this task.
    private func read<F: ImportFormat>(_ format: F.Type) async throws -> Reading {
        let handoff = Handoff()
        async let reading = produce(format, handoff)
        do {
            try await StagingWriter(run: self, store: store, rejects: rejects).write(handoff)
        } catch {
            handoff.abandon()
            _ = try? await reading
            throw error
        }
        return try await reading
    }

    private func produce<F: ImportFormat>(_ format: F.Type, _ handoff: Handoff) async throws -> Reading {
        let (files, mapping, today) = (files, order.mapping, desk.today)
        let (institution, going) = (order.request.institution, going)
        let start = StagingStart(
            tenant: desk.tenant,
            database: desk.database,
            facts: desk.house.facts,
            registers: desk.house.registers,
            mapping: mapping
        )
        let began = Began()
        defer { handoff.finish() }
        return try await desk.database.data.read { connection in
            // A transaction may be run again; what was handed on cannot be taken back.
            guard began.first() else { throw StagingFault.abandoned }
            let staging = StagingArea(start, connection, handoff)
            let guarded: ScopedStaging? =
                institution == 0
                ? nil
                : ScopedStaging(
                    staging,
                    OwnRows(institution, start.tenant, start.registers, connection)
                )
            let run = ImportRun(
                tenant: start.tenant,
                today: today,
                mapping: mapping,
                staging: guarded ?? staging
            )
            // What was read before stands for the data of then; applying asks whether they are still the same.
            let mark = try going.mark?.dataMark ?? DataMark.now(start.tenant, connection)
            let known = try F.known(start.tenant, connection)
            var files = FileRun<F>(files: files, run: run, staging: staging, known: known)
            (files.guarded, files.going, files.dataMark) = (guarded, going, mark)
            try files.read()
            return Reading(
                mark: mark,
                lines: staging.context.lines,
                coverage: staging.coverage,
                rejected: staging.log.count(.rejected),
                unmatched: staging.log.count(.unmatched),
                idle: staging.log.count(.idle),
                doubts: staging.log.count(.doubtful),
                headings: staging.context.allHeadings,
                skippedSheets: staging.context.skippedSheets
            )
        }
    }

    private func plan(_ reading: Reading) async throws {
        let bytes = files.reduce(0) { $0 + $1.bytes }
        progress(ImportProgress(phase: .planning, doneBytes: bytes, allBytes: bytes, lines: reading.lines))
        let planner = ImportPlanner(
            house: desk.house,
            store: store,
            mapping: order.mapping,
            coverage: reading.coverage,
            institution: order.request.institution
        )
        let outcome = try await desk.database.data.read { try planner.plan($0) }
        let files = files
        let repeated = try await aside { try RepeatedLines(files: files).lines(outcome.repeats) }
        let headings = reading.headings
        let overlapping = try await aside {
            try OverlapLines(files: files, headings: headings).lines(outcome.overlaps)
        }
        var plan = ImportPlan()
        plan.tables = outcome.tables
        plan.lines = reading.lines
        plan.rejected = reading.rejected + repeated.count
        plan.unmatched = reading.unmatched
        plan.idle = reading.idle
        plan.doubts = reading.doubts + overlapping.count
        plan.skippedSheets = reading.skippedSheets
        plan.encodings = files.compactMap(\.foreignEncoding)
        plan.isMended = order.request.letters == TextReading.Letters.mended.rawValue
        let stored = StoredPlan(plan: plan, coverage: reading.coverage, headings: reading.headings)
        let (imports, id, turn, rejects, now) = (imports, id, turn, rejects, desk.clock())
        try await desk.database.state.write { connection in
            guard try imports.move(id, of: turn, to: .planned, now, connection) else {
                throw Refusal.noSuchImport
            }
            let late = repeated + overlapping
            if !late.isEmpty { try rejects.append(late, connection) }
            try imports.keepPlan(id, stored, mark: reading.mark, connection)
        }
    }

    private func fail() async throws {
        let (imports, id, turn, store, now) = (imports, id, turn, store, desk.clock())
        try await desk.database.state.write { connection in
            // Another reader's rows are left alone.
            guard try imports.move(id, of: turn, to: .failed, now, connection) else { return }
            try store.clear(connection)
        }
    }
}

private final class Began: Sendable {
    private let flag = Mutex(false)

    func first() -> Bool {
        flag.withLock { began in
            defer { began = true }
            return !began
        }
    }
}
