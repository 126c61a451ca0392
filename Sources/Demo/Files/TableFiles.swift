internal import Foundation
internal import Kernel
internal import Tabular

/// One text file for each of the small tables, all open at once; a row goes out as it comes.
final class TableFiles {
    private var writers: [BoardTable: CSVWriter] = [:]

    /// Begins the files in a folder that is there.
    init(_ folder: String) throws {
        for table in BoardTable.small {
            let writer = try CSVWriter(path: "\(folder)/\(table.fileName)")
            try writer.begin(SheetLayout(name: table.rawValue, headings: table.headings))
            writers[table] = writer
        }
    }

    func write(_ table: BoardTable, _ cells: [TableCell]) throws {
        try writers[table]?.row(cells)
    }

    func finish() throws {
        for table in BoardTable.small { try writers[table]?.finish() }
    }
}
