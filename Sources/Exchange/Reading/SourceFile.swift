import Crypto
import FoundationEssentials
package import Kernel
import Tabular

/// A file that is to be imported, opened and looked at from the top.
struct SourceFile: Sendable {
    let path: String
    let name: String
    let bytes: Int
    let sha256: String
    let table: TableFile
    let sheets: [SheetHead]
    /// Letters that somebody has to look at first.
    let spoiled: SpoiledText?
    /// Whether somebody has said what becomes of spoiled letters.
    let isDecided: Bool
    /// The folder that goes when the file is no longer needed.
    private let folder: TemporaryFiles?

    /// What is kept of it, by which it is known again.
    var mark: FileMark { FileMark(name: name, sha256: sha256, bytes: bytes) }

    /// Opens a file; refuses what is no table, in words.
    init(
        path: String,
        name: String? = nil,
        keeping folder: TemporaryFiles? = nil,
        reading: TextReading
    ) throws {
        do {
            self.folder = folder
            // All of the file is read for its digest, and again for what its text is: both at once.
            let digest = SideWork { try SourceFile.fingerprint(path) }
            var table = try TableFile(path: path)
            // Files written by Sekme guard text that looks like a formula by an apostrophe.
            table.unguards = true
            if table.format == .csv, let encoding = reading.encoding { table.encoding = encoding }
            self.path = path
            self.name = name ?? table.name
            (bytes, sha256) = try digest.value()
            let title = name ?? table.name
            let heads = try table.sheets.map { try SheetHead($0, table, title) }
            let kind = SourceFile.spoiled(table, heads)
            isDecided = reading.letters != nil
            spoiled = isDecided ? nil : SpoiledText(kind, table, heads)
            if reading.letters == .mended {
                table.mends = kind ?? .unicode
                let mended = table
                sheets = try table.sheets.map { try SheetHead($0, mended, title) }
            } else {
                sheets = heads
            }
            self.table = table
        } catch let fault as TabularFault {
            throw fault.refusal(named: name)
        }
    }

    /// Whether lines are read as bytes, without a String for each cell.
    var isPlain: Bool { table.format == .csv && table.encoding == .utf8 && table.mends == nil }

    /// The file with its encoding, where it is a text in another one than UTF-8.
    var foreignEncoding: String? {
        guard table.format == .csv, table.encoding != .utf8 else { return nil }
        return "\(name) (\(table.encoding.label))"
    }

    /// How letters seem to be spoiled: of a text in UTF-8 by all of it, else by the first rows.
    private static func spoiled(_ table: TableFile, _ heads: [SheetHead]) -> SpoiledLetters? {
        if table.format == .csv, table.encoding == .utf8 { return table.spoiled }
        return SpoiledLetters.found(in: heads.flatMap(\.rows).flatMap(\.cells).map(\.text))
    }

    /// Size and digest of a file.
    static func fingerprint(_ path: String) throws -> (bytes: Int, sha256: String) {
        guard let handle = try? Blocks(path) else { throw TabularFault(.unreadable, file: path) }
        var digest = SHA256()
        var count = 0
        while let block = try handle.next() {
            block.withUnsafeBytes { digest.update(bufferPointer: $0) }
            count += block.count
        }
        return (count, digits(digest.finalize()))
    }

    /// A digest in hexadecimal.
    static func digits(_ digest: some Sequence<UInt8>) -> String {
        digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

extension TabularFault {
    /// The fault as a refusal that names the place.
    func refusal(named name: String? = nil) -> Refusal {
        var problem = problem
        if let name { problem.place?.file = name }
        return problem.refusal
    }
}

extension Problem {
    /// The problem of a whole file as a refusal, its place before its words.
    var refusal: Refusal {
        guard let place, !place.file.isEmpty else { return Refusal(.invalid, message, advice: advice) }
        let words = place.words
        return Refusal(
            .invalid,
            Text(lv: "\(words.lv): \(message.lv)", en: "\(words.en): \(message.en)"),
            advice: advice
        )
    }
}

extension Place {
    /// The place as people say it: `saraksts.xlsx, 10.a, 148. rinda, H`.
    package var words: Text {
        let head = [file, sheet ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let tail = column.map { ", \($0)" } ?? ""
        guard line > 0 else { return Text(same: head + tail) }
        return Text(lv: "\(head), \(line). rinda\(tail)", en: "\(head), line \(line)\(tail)")
    }
}
