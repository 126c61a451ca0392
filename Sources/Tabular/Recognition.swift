/// Tells what a file is by its first bytes and, for zip files, by its parts.
enum Recognition {
    /// The format of a file, or the refusal that helps the person most.
    static func format(_ content: Content, _ limits: TabularLimits) throws -> TableFormat {
        let size = try content.size()
        guard size > 0 else { throw TabularFault(.empty) }
        guard size <= limits.file else { throw TabularFault(.tooLarge) }
        let head = try content.prefix(8 << 10)
        if head.starts(with: zip) { return try zipped(content, limits) }
        if head.starts(with: compound) { throw TabularFault(try compoundFault(content)) }
        if head.starts(with: Array("%PDF".utf8)) { throw TabularFault(.pdf) }
        if foreign.contains(where: head.starts(with:)) { throw TabularFault(.unknownType) }
        if isPage(head) { throw TabularFault(.html) }
        guard EncodingGuess.wide(head) != nil || isText(head) else { throw TabularFault(.unknownType) }
        guard !isBlank(head) || size > head.count else { throw TabularFault(.empty) }
        return .csv
    }

    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// PNG, JPEG, gzip, 7z, RAR, RTF, XML, SQLite.
    private static let foreign: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF],
        Array("Rar!".utf8), Array("{\\rtf".utf8), Array("<?xml".utf8), Array("SQLite format 3".utf8),
    ]

    private static func zipped(_ content: Content, _ limits: TabularLimits) throws -> TableFormat {
        try ZipArchive.with(content, limits) { archive in
            if archive.has(ODSTable.part), archive.has("mimetype") {
                let type = String(decoding: try archive.bytes("mimetype"), as: UTF8.self)
                guard type.hasPrefix(ODSTable.type) else { throw TabularFault(.unknownType) }
                try refuseEncrypted(archive)
                return .ods
            }
            guard try XLSXPackage.workbook(archive) != nil else { throw TabularFault(.unknownType) }
            return .xlsx
        }
    }

    private static func refuseEncrypted(_ archive: ZipArchive) throws {
        let manifest = "META-INF/manifest.xml"
        guard archive.has(manifest) else { return }
        let text = String(decoding: try archive.bytes(manifest), as: UTF8.self)
        if text.contains("encryption-data") { throw TabularFault(.encrypted) }
    }

    /// A workbook with a password is a compound file too; its directory names the stream of the package.
    private static func compoundFault(_ content: Content) throws -> TabularFault.Code {
        let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        var tail: [UInt8] = []
        var found = false
        try content.forEachBlock { block in
            let joined = tail + block
            found = found || joined.firstRange(of: mark) != nil
            tail = Array(joined.suffix(mark.count - 1))
        }
        return found ? .encrypted : .oldExcel
    }

    private static func isPage(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
        let start = text.drop { $0.isWhitespace || $0 == "\u{feff}" }
        return ["<!doctype html", "<html", "<head", "<table", "<meta", "<!--"].contains {
            start.hasPrefix($0)
        }
    }

    /// Text may hold a stray control character; one in fifty makes it something else.
    private static func isText(_ head: [UInt8]) -> Bool {
        let controls = head.count { $0 < 0x20 && ![9, 10, 12, 13, 0x1A].contains($0) }
        return controls * 50 <= head.count || controls == 1
    }

    private static func isBlank(_ head: [UInt8]) -> Bool {
        head.allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    }
}
