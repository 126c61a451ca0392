import Foundation
import Kernel
import Tabular

/// What a named path stands for: one file, or the text tables of a folder or a zip file.
struct FileSet {
    /// A file to be read; `folder` goes when it is no longer needed.
    struct Member {
        let path: String
        let name: String?
        let folder: TemporaryFiles?
    }

    let members: [Member]

    /// Looks at a path; a zip file with tables is unpacked where nobody else may look.
    init(_ path: String, name: String?, keeping folder: TemporaryFiles?) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            members = [Member(path: path, name: name, folder: folder)]
            return
        }
        if isFolder.boolValue {
            members = try FileSet.tables(in: path)
        } else if let zip = try FileSet.zip(path, name), !zip.tables.isEmpty {
            members = try FileSet.unpacked(zip, name ?? (path as NSString).lastPathComponent)
        } else {
            members = [Member(path: path, name: name, folder: folder)]
        }
    }

    private static func zip(_ path: String, _ name: String?) throws -> ZipFolder? {
        do {
            return try ZipFolder(path: path)
        } catch let fault as TabularFault {
            throw fault.refusal(named: name)
        }
    }

    /// The tables of a folder, or of the one folder in it, by name.
    private static func tables(in path: String) throws -> [Member] {
        let files = FileManager.default
        let names = try files.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
        let tables = names.filter { $0.lowercased().hasSuffix(".csv") }
        if tables.isEmpty, names.count == 1, let only = names.first {
            var isFolder: ObjCBool = false
            let inner = "\(path)/\(only)"
            if files.fileExists(atPath: inner, isDirectory: &isFolder), isFolder.boolValue {
                return try FileSet.tables(in: inner)
            }
        }
        guard !tables.isEmpty else { throw noTables(path) }
        return tables.map { Member(path: "\(path)/\($0)", name: nil, folder: nil) }
    }

    /// The tables of a zip file; two of one name in different folders are no set.
    private static func unpacked(_ zip: ZipFolder, _ name: String) throws -> [Member] {
        let folder = try TemporaryFiles()
        var taken: Set<String> = []
        return try zip.tables.map { table in
            let last = (table as NSString).lastPathComponent
            guard taken.insert(last.lowercased()).inserted else { throw twice(last, name) }
            let (path, handle) = try folder.make("\(taken.count).csv")
            defer { try? handle.close() }
            do {
                try zip.read(table) { try handle.write(contentsOf: Data($0)) }
            } catch let fault as TabularFault {
                throw fault.refusal(named: "\(name), \(last)")
            }
            return Member(path: path, name: last, folder: folder)
        }
    }

    private static func noTables(_ name: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "\(name): nav nevienas CSV tabulas.", en: "\(name): there is no CSV table in it."),
            advice: Text(
                lv: "Norādiet mapi vai ZIP failu, kurā ir CSV tabulas.",
                en: "Name a folder or a zip file with CSV tables."
            )
        )
    }

    private static func twice(_ table: String, _ name: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "\(name): tabula \(table) ir divās mapēs.", en: "\(name): \(table) is in two folders."),
            advice: Text(lv: "Atstājiet vienu kopu.", en: "Leave one set in the file.")
        )
    }
}
