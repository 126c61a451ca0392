import Exchange
import Foundation
import Frame
import Kernel

/// Reads `multipart/form-data` piece by piece (RFC 7578): fields into memory, files to a private folder.
///
/// The folder goes with the last who holds it, so that an upload that breaks off leaves nothing on the disk. The
/// body never stands in memory as a whole, so a file of 500 MB costs one piece.
struct MultipartReader {
    private enum State {
        case preamble
        case headers
        case body
        case done
    }

    private let delimiter: [UInt8]
    private let limit: Int
    private var state = State.preamble
    private var buffer: [UInt8]
    private var name = ""
    private var fileName: String?
    private var value: [UInt8] = []
    private var output: FileHandle?
    private var path = ""
    private var size = 0
    private(set) var form = FormBody()
    /// Where the files are; nil while none has come.
    private(set) var folder: TemporaryFiles?

    init(boundary: String, limit: Int) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limit = limit
        // The first delimiter has no line break before it; lending it one makes all delimiters alike.
        buffer = [0x0d, 0x0a]
    }

    /// The boundary that a content type names, or nil where the form is not of this kind.
    static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";") {
            let trimmed = part.trimmingCharacters(in: .whitespaces)
            guard trimmed.hasPrefix("boundary=") else { continue }
            return trimmed.dropFirst(9).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        }
        return nil
    }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        while try step() {}
    }

    /// Refuses a form that broke off.
    func finish() throws {
        guard case .done = state else { throw FormBody.malformed }
    }

    private mutating func step() throws -> Bool {
        switch state {
        case .done: return false
        case .headers: return try readHeaders()
        case .preamble, .body:
            guard let at = find(delimiter) else {
                try keep(buffer.count - delimiter.count)
                return false
            }
            try keep(at)
            buffer.removeFirst(delimiter.count)
            try endPart()
            state = .headers
            return true
        }
    }

    /// Moves the first bytes of the buffer to where the part goes.
    private mutating func keep(_ count: Int) throws {
        guard count > 0 else { return }
        let bytes = buffer.prefix(count)
        if state == .body {
            size += count
            guard size <= limit else { throw FormBody.tooLarge }
            if let output { try output.write(contentsOf: bytes) } else { value += bytes }
            if output == nil, value.count > 1 << 20 { throw FormBody.tooLarge }
        }
        buffer.removeFirst(count)
    }

    private mutating func readHeaders() throws -> Bool {
        guard buffer.count >= 2 else { return false }
        if buffer[0] == UInt8(ascii: "-"), buffer[1] == UInt8(ascii: "-") {
            state = .done
            return false
        }
        guard let end = find([0x0d, 0x0a, 0x0d, 0x0a]) else {
            if buffer.count > 16_384 { throw FormBody.malformed }
            return false
        }
        begin(headers: String(decoding: buffer.prefix(end), as: UTF8.self))
        buffer.removeFirst(end + 4)
        try openFile()
        state = .body
        return true
    }

    private mutating func begin(headers: String) {
        name = MultipartReader.parameter("name", in: headers) ?? ""
        fileName = MultipartReader.parameter("filename", in: headers)
        value = []
        size = 0
    }

    private mutating func openFile() throws {
        guard let fileName, !fileName.isEmpty else { return }
        let folder = try self.folder ?? TemporaryFiles()
        self.folder = folder
        let made = try folder.make(UUID().uuidString)
        path = made.path
        output = made.handle
    }

    private mutating func endPart() throws {
        guard state == .body else { return }
        if let output, let fileName {
            try output.close()
            let shown =
                fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? fileName
            form.files.append(UploadedFile(field: name, name: shown, path: path, size: size))
        } else if fileName == nil {
            form.fields[name, default: []].append(String(decoding: value, as: UTF8.self))
        }
        output = nil
    }

    private func find(_ pattern: [UInt8]) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        var at = 0
        while let start = buffer[at...].firstIndex(of: pattern[0]), start + pattern.count <= buffer.count {
            if buffer[start..<start + pattern.count].elementsEqual(pattern) { return start }
            at = start + 1
        }
        return nil
    }

    private static func parameter(_ name: String, in headers: String) -> String? {
        let lines = headers.components(separatedBy: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }) else {
            return nil
        }
        guard let range = line.range(of: "; \(name)=\"") else { return nil }
        let rest = line[range.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }
}
