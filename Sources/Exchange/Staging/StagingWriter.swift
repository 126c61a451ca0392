import Frame
import Kernel
import Storage

/// Writes what the reading thread hands on, each parcel in a transaction with the progress it stands for.
struct StagingWriter {
    let run: StageRun
    let store: StagedStore
    let rejects: RejectStore

    /// Writes parcels until there are no more.
    func write(_ handoff: Handoff) async throws {
        var chunks: [String: Int] = [:]
        let all = run.files.reduce(0) { $0 + $1.bytes }
        for await parcel in handoff.parcels {
            switch parcel.content {
            case .chunk(let chunk):
                let (lane, pieces) = chunk.packed()
                if case .facts(_, _, let rows) = chunk { handoff.spares.put(rows) }
                let number = chunks[lane, default: 0]
                chunks[lane] = number + 1
                let store = store
                try await write(parcel) { try store.write(lane, number, pieces, $0) }
            case .rejects(let lines):
                let rejects = rejects
                try await write(parcel) { try rejects.append(lines, $0) }
            case .progress:
                try await write(parcel) { _ in }
            }
            run.progress(
                ImportProgress(
                    phase: .reading,
                    doneBytes: parcel.doneBytes,
                    allBytes: all,
                    lines: parcel.lines
                )
            )
            handoff.taken()
        }
    }

    private func write(
        _ parcel: StagedParcel,
        _ body: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        let imports = ImportStore(tenant: run.desk.tenant)
        let (id, now) = (run.id, run.desk.clock())
        try await run.desk.database.state.write { connection in
            try body(connection)
            try imports.touch(id, now, done: parcel.doneBytes, lines: parcel.lines, connection)
        }
    }
}
