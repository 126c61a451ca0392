internal import CZip

/// A zip file open for reading, under the limits of the house.
///
/// Nothing is unpacked to disk.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: TabularLimits

    private init(_ archive: OpaquePointer, _ limits: TabularLimits) throws(TabularFault) {
        self.archive = archive
        self.limits = limits
        try check()
    }

    /// Opens a zip file as long as `body` runs.
    static func with<T>(
        _ content: Content,
        _ limits: TabularLimits,
        _ body: (ZipArchive) throws -> T
    ) throws -> T {
        switch content {
        case .path(let path):
            guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw TabularFault(.damaged) }
            defer { zip_discard(archive) }
            return try body(try ZipArchive(archive, limits))
        case .bytes(let bytes):
            return try bytes.withUnsafeBytes { all in
                guard let source = zip_source_buffer_create(all.baseAddress, zip_uint64_t(all.count), 0, nil)
                else { throw TabularFault(.damaged) }
                guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                    zip_source_free(source)
                    throw TabularFault(.damaged)
                }
                defer { zip_discard(archive) }
                return try body(try ZipArchive(archive, limits))
            }
        }
    }

    /// Whether there is a part of that name.
    func has(_ name: String) -> Bool { index(name) != nil }

    /// How many parts there are.
    var count: Int { Int(zip_get_num_entries(archive, 0)) }

    /// The name of a part by its position.
    func name(of position: Int) throws(TabularFault) -> String {
        guard let name = zip_get_name(archive, zip_uint64_t(position), 0) else {
            throw TabularFault(.damaged)
        }
        return String(cString: name)
    }

    /// Hands over the bytes of a part in blocks until `body` says false.
    ///
    /// - Throws: `TabularFault`: `.damaged` where the part is missing, cut off or its checksum is wrong; `.bomb`
    ///   where more comes out than the limits allow, whatever the directory of the file claims.
    func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
        guard let index = index(name), let part = zip_fopen_index(archive, index, 0) else {
            throw TabularFault(.damaged)
        }
        defer { zip_fclose(part) }
        let packed = try stat(index).packed
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 8)
        defer { block.deallocate() }
        var unpacked = 0
        while true {
            let count = Int(zip_fread(part, block.baseAddress, zip_uint64_t(block.count)))
            guard count >= 0 else { throw TabularFault(.damaged) }
            if count == 0 { return }
            unpacked += count
            try check(unpacked: unpacked, packed: packed)
            if try !body(UnsafeRawBufferPointer(rebasing: block[..<count])) { return }
        }
    }

    /// All bytes of a small part.
    func bytes(_ name: String) throws -> [UInt8] {
        var out: [UInt8] = []
        try read(name) { block in
            out += block
            return out.count <= limits.row
        }
        return out
    }

    private func index(_ name: String) -> zip_uint64_t? {
        let found = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        return found < 0 ? nil : zip_uint64_t(found)
    }

    private func stat(
        _ index: zip_uint64_t
    ) throws(TabularFault) -> (packed: Int, unpacked: Int, method: UInt16) {
        var info = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &info) == 0 else { throw TabularFault(.damaged) }
        return (Int(clamping: info.comp_size), Int(clamping: info.size), info.encryption_method)
    }

    /// Looks at the directory of the file before anything is unpacked.
    private func check() throws(TabularFault) {
        let count = zip_get_num_entries(archive, 0)
        guard count >= 0, count <= limits.entries else { throw TabularFault(.bomb) }
        var total = 0
        for index in 0..<zip_uint64_t(count) {
            let part = try stat(index)
            guard part.method == 0 else { throw TabularFault(.encrypted) }
            try check(unpacked: part.unpacked, packed: part.packed)
            total += part.unpacked
            guard total <= limits.unpacked else { throw TabularFault(.bomb) }
        }
    }

    private func check(unpacked: Int, packed: Int) throws(TabularFault) {
        guard unpacked <= limits.unpacked else { throw TabularFault(.bomb) }
        guard unpacked > limits.ratioFrom else { return }
        guard unpacked / limits.ratio <= packed else { throw TabularFault(.bomb) }
    }
}
