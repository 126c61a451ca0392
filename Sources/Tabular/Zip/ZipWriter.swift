internal import CZip

/// Packs parts into a zip file with fixed time stamps.
struct ZipWriter {
    private var parts: [(name: String, content: Content, packed: Bool)] = []

    /// Adds a part; what it refers to must stay until the file is written.
    mutating func add(_ name: String, _ content: Content, packed: Bool = true) {
        parts.append((name, content, packed))
    }

    /// Adds a part of text.
    mutating func add(_ name: String, _ text: String, packed: Bool = true) {
        add(name, .bytes(Array(text.utf8)), packed: packed)
    }

    /// Writes the file, to a path or, without one, to memory.
    func write(path: String?) throws(TabularFault) -> [UInt8] {
        guard let path else { return try writeToMemory() }
        let part = path + ".zip.part"
        guard let archive = zip_open(part, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            throw TabularFault(.unwritable, file: fileName(path))
        }
        defer { PosixFile.remove(part) }
        do throws(TabularFault) { try fill(archive) } catch {
            throw TabularFault(error.code, file: fileName(path))
        }
        try PosixFile.move(part, to: path)
        return []
    }

    private func writeToMemory() throws(TabularFault) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw TabularFault(.unwritable) }
        // The archive gives its source back when it closes; the bytes are wanted after that.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw TabularFault(.unwritable)
        }
        try fill(archive)
        var info = zip_stat_t()
        guard zip_source_stat(target, &info) == 0, zip_source_open(target) == 0 else {
            throw TabularFault(.unwritable)
        }
        defer { zip_source_close(target) }
        var bytes = [UInt8](repeating: 0, count: Int(info.size))
        let count = bytes.withUnsafeMutableBytes { space in
            space.baseAddress.map { zip_source_read(target, $0, info.size) } ?? 0
        }
        guard count == bytes.count else { throw TabularFault(.unwritable) }
        return bytes
    }

    /// Adds all parts and closes the archive, which is when libzip packs them.
    private func fill(_ archive: OpaquePointer) throws(TabularFault) {
        var copies: [UnsafeMutableRawBufferPointer] = []
        defer { for copy in copies { copy.deallocate() } }
        for part in parts {
            guard let source = source(part.content, &copies, archive), add(part, source, to: archive) else {
                zip_discard(archive)
                throw TabularFault(.unwritable)
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw TabularFault(.unwritable)
        }
    }

    private func source(
        _ content: Content,
        _ copies: inout [UnsafeMutableRawBufferPointer],
        _ archive: OpaquePointer
    ) -> OpaquePointer? {
        switch content {
        case .path(let path): return zip_source_file(archive, path, 0, -1)
        case .bytes(let bytes):
            // libzip reads the bytes when the archive closes: they need a place that stays until then.
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
            copy.copyBytes(from: bytes)
            copies.append(copy)
            return zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(bytes.count), 0)
        }
    }

    private func add(
        _ part: (name: String, content: Content, packed: Bool),
        _ source: OpaquePointer,
        to archive: OpaquePointer
    ) -> Bool {
        let added = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard added >= 0 else {
            zip_source_free(source)
            return false
        }
        let index = zip_uint64_t(added)
        let method = part.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
        // Rows are so alike that zlib's best level takes five times as long for a few percent.
        let level: zip_uint32_t = part.packed ? 5 : 0
        let january1980: zip_uint16_t = 1 << 5 | 1
        let readable: zip_uint32_t = 0o100644 << 16
        return zip_set_file_compression(archive, index, zip_int32_t(method), level) == 0
            && zip_file_set_dostime(archive, index, 0, january1980, 0) == 0
            && zip_file_set_external_attributes(archive, index, 0, zip_uint8_t(ZIP_OPSYS_UNIX), readable) == 0
    }
}
