internal import Foundation
internal import Tabular

/// A text file of millions of lines that are put together from parts made once; a very long one goes on in further
/// files, as no file may be larger than an import reads.
///
/// Every part comes from the same writer as the other tables, so that quotes and guards are the same.
final class LineFile {
    private let path: String
    private let headings: [String]
    private let most: Int
    private var number = 1
    private var handle: FileHandle
    private var written = 0
    private var buffer: [UInt8] = []

    /// Begins a file; after so many bytes the next one begins.
    init(_ path: String, headings: [String], most: Int = TabularLimits().file / 5 * 4) throws {
        self.path = path
        self.headings = headings
        self.most = most
        handle = try LineFile.made(path)
        buffer.reserveCapacity(1 << 20)
        try line(LineFile.part(headings.map(TableCell.text)))
    }

    /// The name of a part of a file: `10-marks.csv`, `10-marks-2.csv`.
    static func path(_ path: String, part: Int) -> String {
        guard part > 1, path.hasSuffix(".csv") else { return path }
        return "\(path.dropLast(4))-\(part).csv"
    }

    /// The parts of a file that are there, in order.
    static func parts(_ path: String) -> [String] {
        var paths: [String] = []
        while FileManager.default.fileExists(atPath: self.path(path, part: paths.count + 1)) {
            paths.append(self.path(path, part: paths.count + 1))
        }
        return paths
    }

    private static func made(_ path: String) throws -> FileHandle {
        let url = URL(fileURLWithPath: path)
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: mode),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw TabularFault(.unwritable, file: url.lastPathComponent) }
        return handle
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
        if buffer.count > 1 << 20 - 4_096 || written + buffer.count > most { try flush() }
        if written > most { try goOn() }
    }

    /// Begins the next file.
    private func goOn() throws {
        try handle.close()
        number += 1
        handle = try LineFile.made(LineFile.path(path, part: number))
        written = 0
        try line(LineFile.part(headings.map(TableCell.text)))
    }

    func finish() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: Data(buffer))
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
