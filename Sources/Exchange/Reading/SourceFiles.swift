import Frame
import Kernel

/// Opens what a request names: files on disk, and files that came through a page.
struct SourceFiles {
    let desk: Desk

    /// Opens all files of a request; a place in a file holds the file's number in eight bits.
    func open(_ request: ImportRequest) async throws -> [SourceFile] {
        guard !request.files.isEmpty || !request.uploads.isEmpty else { throw SourceFiles.none }
        let reading = try TextReading(request)
        var named = request.files.map { (path: $0, name: String?.none) }
        var folder: TemporaryFiles?
        if !request.uploads.isEmpty {
            let made = try TemporaryFiles()
            for id in request.uploads {
                let (path, name) = try await Uploads(desk).open(id, into: made)
                named.append((path: path, name: name))
            }
            folder = made
        }
        let (sources, kept) = (named, folder)
        return try await aside {
            let sets = try sources.flatMap { try FileSet($0.path, name: $0.name, keeping: kept).members }
            guard sets.count <= 256 else { throw SourceFiles.tooMany }
            return try sets.map { set in
                try SourceFile(path: set.path, name: set.name, keeping: set.folder, reading: reading)
            }
        }
    }

    /// The files in the order in which a format reads them; those that it does not tell apart stay as they came.
    static func ordered(_ files: [SourceFile], for format: any ImportFormat.Type) -> [SourceFile] {
        files.enumerated()
            .map { (rank: format.rank(ofFile: $0.element.name), place: $0.offset, file: $0.element) }
            .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
            .map(\.file)
    }

    private static let none = Refusal(
        .usage,
        Text(lv: "Nav norādīts neviens fails.", en: "No file is named."),
        advice: Text(lv: "Norādiet vienu vai vairākus failus.", en: "Name one file or several.")
    )

    private static let tooMany = Refusal(
        .usage,
        Text(lv: "Vienā importā var būt līdz 256 failiem.", en: "One import takes up to 256 files."),
        advice: Text(lv: "Sadaliet failus vairākos importos.", en: "Split the files into several imports.")
    )
}
