import Kernel

/// The parts of a workbook and how they refer to each other.
struct XLSXPackage {
    /// A worksheet with the part that holds it.
    struct Sheet: Sendable {
        let info: SheetInfo
        let part: String
    }

    /// The worksheets in the order of their tabs; chart sheets are left out.
    private(set) var sheets: [Sheet] = []
    /// Whether days are counted from 1904, as old workbooks of the Mac do.
    private(set) var from1904 = false
    /// The part of the shared strings, where there is one.
    private(set) var sharedStrings: String?
    /// The part of the styles, where there is one.
    private(set) var styles: String?

    /// Whether a zip file is a workbook at all, and where it begins.
    static func workbook(_ archive: ZipArchive) throws -> String? {
        if archive.has("_rels/.rels") {
            let relations = try Relations(of: "", in: archive)
            if let part = relations.part(ofType: "/officeDocument"), archive.has(part), part.hasSuffix(".xml")
            {
                return part.split(separator: "/").last == "workbook.xml" || part.hasPrefix("xl/") ? part : nil
            }
        }
        return archive.has("xl/workbook.xml") ? "xl/workbook.xml" : nil
    }

    init(_ archive: ZipArchive) throws {
        guard let workbook = try XLSXPackage.workbook(archive) else { throw TabularFault(.unknownType) }
        let relations = try Relations(of: workbook, in: archive)
        let handler = WorkbookHandler()
        try XMLStream.read(workbook, of: archive, into: handler)
        for entry in handler.sheets {
            guard let relation = relations.byID[entry.relation], relation.type.hasSuffix("/worksheet") else {
                continue
            }
            let info = SheetInfo(name: entry.name.composed, index: sheets.count, hidden: entry.hidden)
            sheets.append(Sheet(info: info, part: relation.part))
        }
        guard !sheets.isEmpty else { throw TabularFault(.damaged) }
        from1904 = handler.from1904
        sharedStrings = relations.part(ofType: "/sharedStrings").flatMap { archive.has($0) ? $0 : nil }
        styles = relations.part(ofType: "/styles").flatMap { archive.has($0) ? $0 : nil }
    }
}

/// The relations of one part to others.
private struct Relations {
    private(set) var byID: [String: (type: String, part: String)] = [:]

    init(of part: String, in archive: ZipArchive) throws {
        let pieces = part.split(separator: "/")
        let folder = pieces.dropLast().joined(separator: "/")
        let name = "\(folder.isEmpty ? "" : folder + "/")_rels/\(pieces.last.map(String.init) ?? "").rels"
        guard archive.has(name) else { return }
        let handler = RelationsHandler()
        try XMLStream.read(name, of: archive, into: handler)
        for relation in handler.found {
            byID[relation.id] = (relation.type, Relations.resolve(relation.target, in: folder))
        }
    }

    func part(ofType ending: String) -> String? {
        byID.values.first { $0.type.hasSuffix(ending) }?.part
    }

    /// The name of a part that is given from the root or relative to a folder.
    private static func resolve(_ target: String, in folder: String) -> String {
        let all = target.hasPrefix("/") ? target : "\(folder)/\(target)"
        var pieces: [Substring] = []
        for piece in all.split(separator: "/") where piece != "." {
            if piece == ".." { _ = pieces.popLast() } else { pieces.append(piece) }
        }
        return pieces.joined(separator: "/")
    }
}

private final class RelationsHandler: XMLHandler {
    private(set) var found: [(id: String, type: String, target: String)] = []
    let isDone = false

    func start(_ tag: XMLTag) {
        guard tag.name == "Relationship", let id = tag["Id"], let type = tag["Type"] else { return }
        found.append((id, type, tag["Target"] ?? ""))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class WorkbookHandler: XMLHandler {
    private(set) var sheets: [(name: String, relation: String, hidden: Bool)] = []
    private(set) var from1904 = false
    let isDone = false

    func start(_ tag: XMLTag) {
        if tag.name == "sheet" {
            // The relation's id is the one with a prefix; a sheet has no other attribute of that name.
            sheets.append((tag["name"] ?? "", tag["id"] ?? "", (tag["state"] ?? "visible") != "visible"))
        } else if tag.name == "workbookPr" {
            from1904 = ["1", "true"].contains(tag["date1904"] ?? "")
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
