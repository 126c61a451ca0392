import Foundation

/// Several text tables in one zip file, written one after another.
///
/// The tables are on disk in a folder of their own until they are packed, and gone after that.
public final class TableSetWriter {
    private let path: String
    private let folder: String
    private var names: [String] = []
    private var table: CSVWriter?
    /// What the file says of itself: who took it out, and when; empty for nothing.
    ///
    /// It stands beside the tables, which stay as their standard has them.
    public var remark = ""

    /// Begins a zip file.
    ///
    /// - Throws: where the folder beside it cannot be made.
    public init(path: String) throws {
        self.path = path
        folder = path + ".tables"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Begins a table; the one before is complete.
    public func begin(_ name: String, _ headings: [String]) throws {
        try table?.finish()
        names.append(name)
        table = try CSVWriter(path: part(names.count - 1))
        try table?.begin(SheetLayout(name: name, headings: headings))
    }

    /// Writes a row of the table that was begun last.
    public func row(_ cells: [TableCell]) throws {
        try table?.row(cells)
    }

    /// Packs all tables; time stamps are fixed, so that the same rows make the same bytes.
    public func finish() throws {
        try table?.finish()
        table = nil
        var zip = ZipWriter()
        for (number, name) in names.enumerated() { zip.add(name, .path(part(number))) }
        if !remark.isEmpty { zip.add("sekme.txt", remark + "\r\n") }
        _ = try zip.write(path: path)
    }

    private func part(_ number: Int) -> String { "\(folder)/\(number)" }
}
