import Dispatch
package import Frame
import Kernel
import Storage

/// Runs imports for one asker: reads files into staging, plans, applies, takes back.
package struct Importer: Sendable {
    /// The desk it works at.
    package let desk: Desk
    /// Lines between two marks at which reading can be taken up again.
    let every: Int

    /// Hears how far an import has come, from any thread.
    package typealias Progress = @Sendable (ImportProgress) -> Void

    /// An importer at a desk.
    package init(_ desk: Desk) {
        self.init(desk, every: GoingOn.usual)
    }

    /// An importer that marks where it is each so many lines, a multiple of 4096.
    package init(_ desk: Desk, every: Int) {
        self.desk = desk
        self.every = every
    }

    var imports: ImportStore { ImportStore(tenant: desk.tenant) }

    /// Reads the files of a request into staging and says what applying them would change.
    ///
    /// Where the same files were being read the same way for the same account and that was cut off, it goes on there.
    /// Nothing of the tenant's data is changed. Refuses files that cannot be read, whose kind is not clear or
    /// that lack required columns.
    package func stage(
        _ request: ImportRequest,
        progress: @escaping Progress = { _ in }
    ) async throws -> StagedImport {
        let request = try await ImportScope(desk).settled(request)
        try await Uploads(desk).requireOwn(request.uploads)
        return try await StageRun.begin(request, desk, every: every, progress).run()
    }

    /// Applies a staged import as one batch, or says that there is nothing to change.
    ///
    /// Refuses where the data have changed since the plan, and where rows would be removed beyond one in a
    /// hundred of what the files cover without `acceptRemovals`.
    @discardableResult
    package func apply(
        _ staged: StagedImport,
        acceptRemovals: Bool = false,
        progress: @escaping Progress = { _ in }
    ) async throws -> BatchReport {
        _ = try await own(staged.id)
        return try await ApplyRun(desk: desk, id: staged.id, progress: progress)
            .run(acceptRemovals: acceptRemovals)
    }

    /// Stages a request and applies it; with `dryRun` the plan is all.
    package func run(
        _ request: ImportRequest,
        progress: @escaping Progress = { _ in }
    ) async throws -> (staged: StagedImport, report: BatchReport?) {
        let staged = try await stage(request, progress: progress)
        guard !request.dryRun, request.yes else { return (staged, nil) }
        let report = try await apply(staged, acceptRemovals: request.acceptRemovals, progress: progress)
        return (staged, report)
    }

    /// Gives a staged import up and forgets what was read.
    package func discard(_ id: ImportID) async throws {
        _ = try await own(id)
        try await giveUp(id)
    }

    /// Forgets what was read of an import that nobody will apply.
    func giveUp(_ id: ImportID) async throws {
        let (tenant, now, imports) = (desk.tenant, desk.clock(), imports)
        let store = StagedStore(database: desk.database, tenant: tenant, importID: id.rawValue)
        try await desk.database.state.write { connection in
            let open: [ImportState] = [.staging, .planned, .failed]
            guard try imports.move(id, from: open, to: .discarded, now, connection) else {
                throw Refusal.noSuchImport
            }
            try store.clear(connection)
            let record = try imports.find(id, connection)
            for upload in record?.order.request.uploads ?? [] {
                try Uploads.remove(upload, tenant, connection)
            }
            try RejectStore(tenant: tenant, importID: id.rawValue).clear(connection)
        }
    }

    /// A staged import by its number, with its plan.
    package func find(_ id: ImportID) async throws -> StagedImport {
        StagedImport(try await own(id))
    }

    /// An import that is the asker's to see; one of another institution reads as if there were none.
    func own(_ id: ImportID) async throws -> ImportRecord {
        let scope = ImportScope(desk)
        try scope.requireAny()
        let imports = imports
        let record = try await desk.database.state.read { try imports.find(id, $0) }
        guard let record, scope.covers(record.order.request.institution) else { throw Refusal.noSuchImport }
        return record
    }
}

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable, Codable {
    /// What is being done.
    package enum Phase: String, Sendable, Codable {
        /// Lines are read into staging.
        case reading
        /// Staged rows are compared with the data.
        case planning
        /// Changes are written.
        case applying
        /// Changes are taken back.
        case undoing
    }

    /// What is being done.
    package var phase: Phase
    /// Bytes of the files read; 0 where the kind of file does not tell.
    package var doneBytes: Int
    /// Bytes of the files.
    package var allBytes: Int
    /// Lines read.
    package var lines: Int
}

/// An import that was read and waits for a person's word, or what became of it.
package struct StagedImport: Sendable, Hashable {
    /// Its number.
    package let id: ImportID
    /// How far it has come.
    package let state: ImportState
    /// Its format.
    package let format: String
    /// Its mapping's name.
    package let mapping: String
    /// Its files.
    package let files: [FileMark]
    /// What it would change.
    package let plan: ImportPlan
    /// The batch it became; 0 before.
    package let batch: BatchID
    /// The institution whose data it is; nil is the whole board.
    package let institution: InstitutionID?
    /// The lines that were read before this reading was cut off and taken up again, and not once more.
    package let readBefore: Int
    /// Rows of the first file by which its letters can be judged; empty where the files were not just read.
    package let telling: [TellingLine]

    init(_ record: ImportRecord, readBefore: Int = 0, telling: [TellingLine] = []) {
        id = record.id
        self.telling = telling
        self.readBefore = readBefore
        state = record.state
        format = record.format
        mapping = record.order.mapping.name
        files = record.order.files
        plan = record.plan?.plan ?? ImportPlan()
        batch = record.batch
        let institution = record.order.request.institution
        self.institution = institution > 0 ? InstitutionID(rawValue: institution) : nil
    }
}

/// What became of an import.
package struct BatchReport: Sendable, Hashable {
    /// The batch; nil where there was nothing to change.
    package let batch: BatchID?
    /// What it changed.
    package let plan: ImportPlan
}

extension Refusal {
    static let noSuchImport = Refusal(
        .unknown,
        Text(lv: "Šāda importa nav.", en: "There is no such import."),
        advice: Text(lv: "Importu sarakstu rāda: sekme import list.", en: "See the list: sekme import list.")
    )

    static let noSuchBatch = Refusal(
        .unknown,
        Text(lv: "Šāda importa nav.", en: "There is no such batch."),
        advice: Text(lv: "Importu sarakstu rāda: sekme import list.", en: "See the list: sekme import list.")
    )
}

/// Runs work that keeps a processor or a disk busy away from the threads of tasks.
func aside<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async {
            continuation.resume(with: Result { try body() })
        }
    }
}
