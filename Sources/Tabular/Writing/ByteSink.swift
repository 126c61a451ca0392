/// Where written bytes go: a file beside its later place, or memory.
final class ByteSink {
    private var buffer: [UInt8] = []
    private let file: PosixFile?
    private let path: String?
    private let target: String

    /// A sink into memory or, with a path, into a file beside it that is removed with the sink.
    init(beside path: String?, ending: String) throws(TabularFault) {
        self.path = path.map { $0 + ending }
        target = path.map(fileName) ?? ""
        guard let part = self.path else {
            file = nil
            return
        }
        do throws(TabularFault) { file = try PosixFile(writing: part) } catch {
            throw TabularFault(error.code, file: target)
        }
    }

    deinit {
        if let path { PosixFile.remove(path) }
    }

    func put(_ text: String) throws(TabularFault) {
        buffer.append(contentsOf: text.utf8)
        try spill(64 << 10)
    }

    func put(_ bytes: [UInt8]) throws(TabularFault) {
        buffer += bytes
        try spill(64 << 10)
    }

    /// All bytes that were put, as the content of a part; no more may be put then.
    func content() throws(TabularFault) -> Content {
        guard let path else {
            defer { buffer = [] }
            return .bytes(buffer)
        }
        try spill(1)
        return .path(path)
    }

    private func spill(_ least: Int) throws(TabularFault) {
        guard let file, buffer.count >= least else { return }
        var fault: TabularFault?
        buffer.withUnsafeBytes { bytes in
            do throws(TabularFault) { try file.write(bytes) } catch { fault = error }
        }
        if let fault { throw TabularFault(fault.code, file: target) }
        buffer.removeAll(keepingCapacity: true)
    }
}
