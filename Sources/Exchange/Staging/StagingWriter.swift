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
        var chunks = run.going.mark?.chunks ?? [:]
        var marks = run.going.mark.map { $0.number + 1 } ?? 0
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
            case .mark(let read, let memory):
                var mark = read
                (mark.number, mark.chunks) = (marks, chunks)
                marks += 1
                try await write(mark, memory, parcel)
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

    /// Writes a mark: everything before it is written by now.
    private func write(_ mark: StagedMark, _ memory: [UInt8], _ parcel: StagedParcel) async throws {
        let (store, rejects) = (store, rejects)
        try await write(parcel) { connection in
            var mark = mark
            mark.rejects = try rejects.last(connection)
            try store.write(mark, memory, connection)
        }
    }

    private func write(
        _ parcel: StagedParcel,
        _ body: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        let imports = ImportStore(tenant: run.desk.tenant)
        let (id, turn, now) = (run.id, run.turn, run.desk.clock())
        try await run.desk.database.state.write { connection in
            // Whoever was taken for dead, or whose import was given up, writes nothing more.
            guard
                try imports.touch(id, turn, now, done: parcel.doneBytes, lines: parcel.lines, connection)
            else { throw Refusal.importIsBusy }
            try body(connection)
        }
    }
}
