import Foundation
import Tabular

/// The bytes of a file, a megabyte at a time.
final class Blocks {
    private let handle: FileHandle
    static let size = 1 << 20

    init(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw TabularFault(.unreadable, file: path)
        }
        self.handle = handle
    }

    deinit {
        try? handle.close()
    }

    /// The next block, or nil at the end.
    func next() throws -> [UInt8]? {
        guard let data = try handle.read(upToCount: Blocks.size), !data.isEmpty else { return nil }
        return Array(data)
    }
}
