package import Frame
package import Kernel
package import Tabular

/// A look at the top of a request's files, before anything is read: what kind they seem to be, which column is
/// which field, how the first rows look.
package struct FileLook: Sendable {
    /// The name of the first file.
    package let name: String
    /// How a text file is written; nil for workbooks.
    package let encoding: String?
    /// Whether it may be read in another encoding: one by which bytes are told one by one.
    package let isOpenToEncodings: Bool
    /// Letters that went through a wrong encoding, where nobody has said what becomes of them.
    package let spoiled: SpoiledText?
    /// The formats that know the files, the surest first.
    package let candidates: [FormatCandidate]
    /// The format, where it is clear or was named.
    package let format: (any ImportFormat.Type)?
    /// Why it is not clear.
    package let question: Refusal?
    /// The mapping in force.
    package let mapping: Mapping?
    /// The columns of the sheet that fits best, for formats with headings.
    package let guess: MappingGuess?
    /// The first rows below the headings.
    package let rows: [TableRow]

    /// Opens the files of a request; refuses those that cannot be read.
    package static func open(_ request: ImportRequest, _ desk: Desk) async throws -> FileLook {
        let request = try await ImportScope(desk).settled(request)
        try await Uploads(desk).requireOwn(request.uploads)
        let files = try await SourceFiles(desk: desk).open(request)
        let saved = try await Mappings(desk).saved()
        return try FileLook(request, files, desk.house, saved)
    }

    private init(
        _ request: ImportRequest,
        _ files: [SourceFile],
        _ house: HouseBook,
        _ saved: [Mapping]
    ) throws {
        let choice = MappingChoice(house: house, saved: saved)
        var chosen: (format: any ImportFormat.Type, mapping: Mapping)?
        var question: Refusal?
        do throws(Refusal) { chosen = try choice.choose(request, files) } catch { question = error }
        let file = files[0]
        name = file.name
        encoding = file.table.format == .csv ? file.table.encoding.label : nil
        isOpenToEncodings = file.table.format == .csv && !file.table.encoding.isUTF16
        spoiled = files.lazy.compactMap(\.spoiled).first
        candidates = FormatChoice(formats: house.formats).candidates(files)
        format = chosen?.format
        mapping = chosen?.mapping
        self.question = question
        let head = FileLook.head(file, chosen?.format, chosen?.mapping)
        rows = Array((head?.rows ?? []).filter { $0.line > (head?.guess?.line ?? 0) }.prefix(5))
        guess = FileLook.guess(head, chosen?.format, chosen?.mapping)
    }

    private static func head(
        _ file: SourceFile,
        _ format: (any ImportFormat.Type)?,
        _ mapping: Mapping?
    ) -> SheetHead? {
        guard let format, let mapping else { return file.sheets.first }
        return file.sheets.first { SheetColumns.fits(format.fields, mapping, $0) }
            ?? file.sheets.max { $0.headings.count < $1.headings.count }
    }

    private static func guess(
        _ head: SheetHead?,
        _ format: (any ImportFormat.Type)?,
        _ mapping: Mapping?
    ) -> MappingGuess? {
        guard let head, let format, let mapping, format.layout == .table else { return nil }
        return MappingGuess(format.fields, mapping, head)
    }
}
