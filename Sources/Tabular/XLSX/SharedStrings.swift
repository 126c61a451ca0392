import Kernel

/// The texts that cells of a workbook refer to by number, in one piece of memory.
final class SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let limit: Int
    private var inText = false
    private var phonetic = 0

    /// Reads the part of the shared strings; without one there are none.
    init(_ part: String?, of archive: ZipArchive, _ limits: TabularLimits) throws {
        limit = limits.sharedStrings
        if let part { try XMLStream.read(part, of: archive, into: self) }
    }

    /// The text of a number, nil where there is none.
    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return unescaped(String(decoding: bytes[start..<ends[index]], as: UTF8.self)).composed
    }
}

extension SharedStrings: XMLHandler {
    var isDone: Bool { false }

    func start(_ tag: XMLTag) {
        switch tag.name {
        case "t": inText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": inText = false
        case "rPh": phonetic -= 1
        case "si": ends.append(bytes.count)
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        guard inText else { return }
        guard bytes.count + piece.count <= limit else { throw TabularFault(.bomb) }
        bytes += piece
    }
}

/// A workbook's text with its escapes for characters that XML cannot hold: `_x000D_` is a carriage return.
func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
        if let scalar = escape(bytes, at) {
            out += UTF8.encode(scalar).map(Array.init) ?? []
            at += 7
        } else {
            out.append(bytes[at])
            at += 1
        }
    }
    return String(decoding: out, as: UTF8.self)
}

private func escape(_ bytes: [UInt8], _ at: Int) -> Unicode.Scalar? {
    guard at + 7 <= bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
        bytes[at + 6] == UInt8(ascii: "_")
    else { return nil }
    return UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16).flatMap(
        Unicode.Scalar.init
    )
}
