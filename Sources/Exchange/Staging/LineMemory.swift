import Frame
import Tabular

/// A line that taught the reader of a file something: it took an id, added to a register, or named what is not there.
struct RememberedLine: Sendable, Hashable {
    /// An id that was taken for the line.
    struct Given: Sendable, Hashable {
        let kind: String
        let id: Int
    }

    let place: SourcePlace
    /// Its cells as text, as files of text have no others.
    let cells: [String]
    var given: [Given] = []
}

/// Keeps the lines that a reader which goes on in the middle of a file has to look at first.
///
/// A file of millions of lessons names some thousand pupils: their first lines are kept, and no others.
final class LineMemory {
    private var writer = ByteWriter()
    private var last: RememberedLine?

    /// How many bytes wait to be written.
    var size: Int { writer.bytes.count }

    /// Keeps a line, once.
    func keep(_ line: MappedLine) {
        guard last?.place != line.place else { return }
        close()
        last = RememberedLine(place: line.place, cells: line.cells.map(\.text))
    }

    /// Keeps an id that the line kept last was given.
    func keep(_ id: RememberedLine.Given) {
        last?.given.append(id)
    }

    /// What was kept since the last time, as bytes to be sealed; empty where nothing was.
    func take() -> [UInt8] {
        close()
        defer { writer = ByteWriter() }
        return writer.bytes
    }

    private func close() {
        guard let line = last else { return }
        last = nil
        writer.put(line.place.packed)
        writer.put(line.given.count)
        for id in line.given {
            writer.put(id.kind)
            writer.put(id.id)
        }
        writer.put(line.cells.count)
        for cell in line.cells { writer.put(cell) }
    }

    /// The lines of some opened bytes.
    static func lines(_ bytes: [UInt8]) throws -> [RememberedLine] {
        var reader = ByteReader(bytes)
        var out: [RememberedLine] = []
        while !reader.isAtEnd { out.append(try line(&reader)) }
        return out
    }

    private static func line(_ reader: inout ByteReader) throws -> RememberedLine {
        guard let place = reader.number(), let idCount = reader.number() else {
            throw StagingFault.damagedPiece
        }
        var given: [RememberedLine.Given] = []
        for _ in 0..<max(0, idCount) {
            guard let kind = reader.text(), let id = reader.number() else { throw StagingFault.damagedPiece }
            given.append(RememberedLine.Given(kind: kind, id: id))
        }
        guard let count = reader.number() else { throw StagingFault.damagedPiece }
        var cells: [String] = []
        for _ in 0..<max(0, count) {
            guard let cell = reader.text() else { throw StagingFault.damagedPiece }
            cells.append(cell)
        }
        return RememberedLine(place: SourcePlace(packed: place), cells: cells, given: given)
    }
}
