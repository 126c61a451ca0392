/// Text tables that came together in one zip file, under the limits of the house.
public struct ZipFolder {
    /// The parts that are tables by their names, in order; those of other systems' hidden folders are left out.
    public let tables: [String]
    private let content: Content
    private let limits: TabularLimits

    /// Looks into a zip file; nil where it is a workbook or no zip file at all.
    ///
    /// - Throws: `TabularFault` where it is broken, protected by a password or unpacks to too much.
    public init?(path: String, limits: TabularLimits = TabularLimits()) throws {
        let content = Content.path(path)
        guard try content.size() <= limits.file else { throw TabularFault(.tooLarge, file: fileName(path)) }
        guard try content.prefix(4) == [0x50, 0x4B, 0x03, 0x04] else { return nil }
        self.content = content
        self.limits = limits
        do {
            let names = try ZipArchive.with(content, limits) { try $0.names() }
            guard !names.contains(where: ZipFolder.isOfWorkbook) else { return nil }
            tables = names.filter(ZipFolder.isTable).sorted {
                Array($0.utf8).lexicographicallyPrecedes($1.utf8)
            }
        } catch let fault as TabularFault {
            throw TabularFault(fault.code, file: fileName(path))
        }
    }

    /// Hands over the bytes of a table in blocks.
    public func read(_ table: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try naming(fileName(table)) {
            try ZipArchive.with(content, limits) { archive in
                try archive.read(table) { block in
                    try body(block)
                    return true
                }
            }
        }
    }

    private static func isOfWorkbook(_ name: String) -> Bool {
        ["[content_types].xml", "mimetype"].contains(name.lowercased())
    }

    private static func isTable(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last, last.lowercased().hasSuffix(".csv") else { return false }
        return !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
}

extension ZipArchive {
    /// The names of all parts.
    fileprivate func names() throws -> [String] {
        try (0..<count).map { try name(of: $0) }
    }
}
