internal import Foundation
internal import Tabular

/// A text file of millions of lines that are put together from parts made once.
///
/// Every part comes from the same writer as the other tables, so that quotes and guards are the same.
final class LineFile {
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    init(_ path: String, headings: [String]) throws {
        let url = URL(fileURLWithPath: path)
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: mode),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw TabularFault(.unwritable, file: url.lastPathComponent) }
        self.handle = handle
        buffer.reserveCapacity(1 << 20)
        try line(LineFile.part(headings.map(TableCell.text)))
    }

    /// Some cells as they stand in a line.
    static func part(_ cells: [TableCell]) throws -> [UInt8] {
        let writer = try CSVWriter()
        try writer.row(cells)
        return Array(try writer.finish().dropLast(2))
    }

    func line(_ parts: [UInt8]...) throws {
        for (index, part) in parts.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer += part
        }
        buffer.append(13)
        buffer.append(10)
        if buffer.count > 1 << 20 - 4_096 { try flush() }
    }

    func finish() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
