import Dispatch
import Synchronization

/// Passes chunks from the thread that reads a file to the task that writes them, a few at a time.
///
/// The reader waits while too many are on their way, so that memory does not grow with the file; it is on a
/// thread of the database engine, which may wait. The writer is a task and never waits for a thread.
final class Handoff: Sendable {
    private let slots: DispatchSemaphore
    private let continuation: AsyncStream<StagedParcel>.Continuation
    private let isAbandoned = Mutex(false)

    /// What is to be written, in order.
    let parcels: AsyncStream<StagedParcel>
    /// Rows that the writer is done with.
    let spares = SpareRows()

    init(inFlight: Int = 3) {
        // It begins at 0: a semaphore that is let go below its first value stops the program.
        slots = DispatchSemaphore(value: 0)
        (parcels, continuation) = AsyncStream.makeStream(of: StagedParcel.self)
        for _ in 0..<inFlight { slots.signal() }
    }

    /// Hands a parcel on; throws where the writer has given up.
    func send(_ parcel: StagedParcel) throws {
        slots.wait()
        guard !isAbandoned.withLock({ $0 }) else {
            slots.signal()
            throw StagingFault.abandoned
        }
        continuation.yield(parcel)
    }

    /// Nothing more comes.
    func finish() {
        continuation.finish()
    }

    /// A parcel is written.
    func taken() {
        slots.signal()
    }

    /// The writer gives up; the reader hears of it at its next parcel.
    func abandon() {
        isAbandoned.withLock { $0 = true }
        slots.signal()
    }
}

/// A chunk or some rejected lines, and how far in the files the reader has come.
struct StagedParcel: Sendable {
    enum Content: Sendable {
        case chunk(StagedChunk)
        case rejects([RejectedLine])
        case mark(StagedMark, memory: [UInt8])
        case progress
    }

    let content: Content
    let doneBytes: Int
    let lines: Int
}
