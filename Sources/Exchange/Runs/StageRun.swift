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
    let progress: Importer.Progress

    private var imports: ImportStore { ImportStore(tenant: desk.tenant) }
    private var store: StagedStore {
        StagedStore(database: desk.database, tenant: desk.tenant, importID: id.rawValue)
    }
    private var rejects: RejectStore { RejectStore(tenant: desk.tenant, importID: id.rawValue) }

    /// Opens the files, settles format and mapping, and notes that the import has begun.
    static func begin(
        _ request: ImportRequest,
        _ desk: Desk,
        _ progress: @escaping Importer.Progress
    ) async throws -> StageRun {
        let opened = try await SourceFiles(desk: desk).open(request)
        for file in opened {
            if let spoiled = file.spoiled { throw spoiled.refusal(file.name) }
        }
        let saved = try await Mappings(desk).saved()
        let (format, mapping) = try MappingChoice(house: desk.house, saved: saved).choose(request, opened)
        let files = SourceFiles.ordered(opened, for: format)
        let order = ImportOrder(
            request: request,
            mapping: mapping,
            files: files.map { FileMark(name: $0.name, sha256: $0.sha256, bytes: $0.bytes) },
            accountName: desk.asker.name
        )
        let tenant = desk.tenant
        let (now, account) = (desk.clock(), desk.asker.account)
        let bytes = files.reduce(0) { $0 + $1.bytes }
        let id = try await desk.database.state.write { connection in
            let ids = try connection.takeIds(tenant: tenant.rawValue, kind: "import", count: 1)
            let record = ImportRecord(
                id: ImportID(rawValue: ids.lowerBound),
                state: .staging,
                format: format.name,
                account: account,
                startedAt: now,
                touchedAt: now,
                doneBytes: 0,
                allBytes: bytes,
                lines: 0,
                dataMark: "",
                batch: BatchID(rawValue: 0),
                order: order,
                plan: nil
            )
            try ImportStore(tenant: tenant).insert(record, connection)
            return record.id
        }
        return StageRun(desk: desk, id: id, order: order, format: format, files: files, progress: progress)
    }

    /// Opens the files of an import that was cut off; refuses where they are not what they were.
    static func again(
        _ record: ImportRecord,
        _ desk: Desk,
        _ progress: @escaping Importer.Progress
    ) async throws -> StageRun {
        let opened = try await SourceFiles(desk: desk).open(record.order.request)
        let format = try FormatChoice(formats: desk.house.formats).choose(record.format, opened)
        let files = SourceFiles.ordered(opened, for: format)
        let marks = files.map { FileMark(name: $0.name, sha256: $0.sha256, bytes: $0.bytes) }
        guard marks == record.order.files else { throw Refusal.filesChanged }
        return StageRun(
            desk: desk,
            id: record.id,
            order: record.order,
            format: format,
            files: files,
            progress: progress
        )
    }

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
        return StagedImport(record)
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
        let institution = order.request.institution
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
            let mark = try DataMark.now(start.tenant, connection)
            let known = try F.known(start.tenant, connection)
            var files = FileRun<F>(files: files, run: run, staging: staging, known: known)
            files.guarded = guarded
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
        var plan = ImportPlan()
        plan.tables = outcome.tables
        plan.lines = reading.lines
        plan.rejected = reading.rejected + repeated.count
        plan.unmatched = reading.unmatched
        plan.idle = reading.idle
        plan.doubts = reading.doubts
        plan.skippedSheets = reading.skippedSheets
        plan.encodings = files.compactMap(\.foreignEncoding)
        plan.isMended = order.request.letters == TextReading.Letters.mended.rawValue
        let stored = StoredPlan(plan: plan, coverage: reading.coverage, headings: reading.headings)
        let (imports, id, rejects, now) = (imports, id, rejects, desk.clock())
        try await desk.database.state.write { connection in
            if !repeated.isEmpty { try rejects.append(repeated, connection) }
            try imports.keepPlan(id, stored, mark: reading.mark, connection)
            guard try imports.move(id, from: [.staging], to: .planned, now, connection) else {
                throw Refusal.noSuchImport
            }
        }
    }

    private func fail() async throws {
        let (imports, id, store, now) = (imports, id, store, desk.clock())
        try await desk.database.state.write { connection in
            _ = try imports.move(id, from: [.staging], to: .failed, now, connection)
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

extension Refusal {
    fileprivate static let filesChanged = Refusal(
        .conflict,
        Text(
            lv: "Fails kopš importa sākuma ir mainīts.",
            en: "The file has changed since the import began."
        ),
        advice: Text(lv: "Sāciet importu no jauna.", en: "Begin the import anew.")
    )
}
