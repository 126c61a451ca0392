import Frame
import Kernel
import Storage

/// Imports that were cut off by a stop of the program while they were read.
struct Unfinished: Sendable {
    let desk: Desk

    private var imports: ImportStore { ImportStore(tenant: desk.tenant) }

    /// An import to go on with.
    struct Found: Sendable {
        let record: ImportRecord
        let mark: StagedMark
    }

    /// The import of the same files, read the same way for the same account, that can be gone on with.
    ///
    /// The new import is in the place of all others of its kind that nobody works on: they are given up.
    func find(_ order: ImportOrder, _ format: String) async throws -> Found? {
        let (imports, account, now) = (imports, desk.asker.account, desk.clock())
        let same = try await desk.database.state.read {
            try imports.list([.staging, .planned, .applying], $0)
        }.filter { $0.account == account && $0.format == format && $0.order.reads(asDoes: order) }
        var found: Found?
        for record in same.reversed() where Unfinished.isLeft(record, now) {
            if record.state == .staging, found == nil, let mark = try await mark(of: record) {
                found = Found(record: record, mark: mark)
            } else {
                try await giveUp(record)
            }
        }
        return found
    }

    /// The mark behind which the reading of an import can go on: nothing has come to the data since it was made.
    func mark(of record: ImportRecord) async throws -> StagedMark? {
        let tenant = desk.tenant
        let store = StagedStore(database: desk.database, tenant: tenant, importID: record.id.rawValue)
        guard let mark = try await desk.database.state.read({ try store.mark($0) }) else { return nil }
        // On a later day a date may be right that lay ahead.
        guard mark.day == desk.today.number || !mark.hasRejected else { return nil }
        let isSame = try await desk.database.data.read { connection in
            try DataMark.now(tenant, connection) == mark.dataMark
                && !PupilMerges(tenant, connection).happened(since: record.startedAt)
        }
        return isSame ? mark : nil
    }

    /// Takes an import up, with what was staged up to a mark, or with nothing; nil where somebody else was faster.
    func take(_ record: ImportRecord, _ order: ImportOrder, at mark: StagedMark?) async throws -> Int? {
        let (imports, tenant, now) = (imports, desk.tenant, desk.clock())
        let store = StagedStore(database: desk.database, tenant: tenant, importID: record.id.rawValue)
        let rejects = RejectStore(tenant: tenant, importID: record.id.rawValue)
        let old = record.order.request.uploads.filter { !order.request.uploads.contains($0) }
        return try await desk.database.state.write { connection in
            guard let turn = try imports.take(record, order, now, connection) else { return nil }
            for upload in old { try Uploads.remove(upload, tenant, connection) }
            if let mark {
                try store.trim(to: mark, connection)
                try rejects.trim(after: mark.rejects, connection)
            } else {
                try store.clear(connection)
                try rejects.clear(connection)
            }
            return turn
        }
    }

    /// How an import goes on: behind a mark with what was remembered before it, or from the beginning.
    func going(_ id: ImportID, _ mark: StagedMark?, every: Int) async throws -> GoingOn {
        var going = GoingOn(every: every, today: desk.today, mark: mark)
        guard let mark else { return going }
        let store = StagedStore(database: desk.database, tenant: desk.tenant, importID: id.rawValue)
        let lines = try await desk.database.state.read { try store.memory(of: mark, $0) }
        going.memory = Dictionary(grouping: lines, by: \.place.file)
        return going
    }

    /// Whether nobody works on an import any more, and nobody else than whoever began it could go on.
    ///
    /// What came through a page waits for a person, or for the server's jobs.
    private static func isLeft(_ record: ImportRecord, _ now: Instant) -> Bool {
        guard record.state == .staging else {
            return record.order.request.uploads.isEmpty && ReadingProcess.isGone(record.reader)
        }
        return ReadingProcess.hasLeft(record.reader, heard: record.touchedAt, now: now)
    }

    private func giveUp(_ record: ImportRecord) async throws {
        let importer = Importer(desk)
        if record.state == .applying, try await !importer.settle(record) { return }
        do { try await importer.giveUp(record.id) } catch is Refusal {
            // Somebody else has taken it up, or given it up, in the meantime.
        }
    }
}

extension ImportOrder {
    /// Whether the same files are read the same way, wherever they lie.
    fileprivate func reads(asDoes other: ImportOrder) -> Bool {
        files == other.files && mapping == other.mapping
            && request.institution == other.request.institution
            && request.encoding == other.request.encoding && request.letters == other.request.letters
    }
}
