internal import CPostgres

/// A bulk load on PostgreSQL: COPY in its binary form (the manual, "COPY", section "Binary Format").
final class PGSink: LoaderSink {
    private let session: PGSession
    private let width: Int16
    private let sql: String
    private var buffer: [UInt8] = []
    private var count = 0
    private var atRowStart = true
    private var error: StorageError?

    private static let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00]
    private static let full = 1 << 18

    init(_ session: PGSession, width: Int, sql: String) {
        self.session = session
        self.width = Int16(width)
        self.sql = sql
        buffer.reserveCapacity(PGSink.full + 4_096)
        // No flags and no extension of the header.
        buffer += PGSink.signature + [UInt8](repeating: 0, count: 8)
    }

    func integer(_ number: Int64) {
        startCell()
        append(Int32(8))
        append(number)
    }

    func text(_ text: String) {
        startCell()
        append(Int32(text.utf8.count))
        buffer.append(contentsOf: text.utf8)
    }

    func blob(_ bytes: [UInt8]) {
        startCell()
        append(Int32(bytes.count))
        buffer.append(contentsOf: bytes)
    }

    func null() {
        startCell()
        append(Int32(-1))
    }

    func endRow() {
        count += 1
        atRowStart = true
        if buffer.count >= PGSink.full { flush() }
    }

    func integers(_ row: UnsafeBufferPointer<Int64>) {
        append(width)
        for number in row {
            append(Int32(8))
            append(number)
        }
        endRow()
    }

    func finish() throws -> Int {
        append(Int16(-1))
        flush()
        try end(nil)
        if let error { throw error }
        return count
    }

    func abandon() {
        // The answer is that the load was given up, which is what was asked for.
        try? end("given up")
    }

    private func startCell() {
        guard atRowStart else { return }
        atRowStart = false
        append(width)
    }

    private func append<N: FixedWidthInteger>(_ number: N) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }

    private func flush() {
        if error == nil {
            let sent = buffer.withUnsafeBytes { bytes in
                PQputCopyData(
                    session.connection,
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(bytes.count)
                )
            }
            if sent != 1 { error = StorageError(connection: session.connection, doing: "loading rows") }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the load and reads all answers, the last of which is nothing.
    private func end(_ reason: String?) throws {
        guard PQputCopyEnd(session.connection, reason) == 1 else {
            throw StorageError(connection: session.connection, doing: "ending a load")
        }
        var failure: StorageError?
        while let result = PQgetResult(session.connection) {
            do {
                _ = try session.check(result, sql)
            } catch let error as StorageError {
                failure = failure ?? error
            }
            if session.isBroken { break }
        }
        if let failure { throw failure }
    }
}
