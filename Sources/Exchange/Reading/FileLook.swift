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
    /// A few of the first rows below the headings, by which letters can be judged.
    package let rows: [TableRow]
    /// The names of the first file's sheets.
    let sheets: [String]
    /// The number of the sheet that the mapping names, 0 where it names none.
    let sheet: Int
    /// The lines that may hold headings, with what stands in them.
    let headingLines: [(line: Int, text: String)]
    /// The last line of the headings as a person said it, 0 where it is found out.
    let headingLine: Int
    /// That line as it was found.
    let guessedLine: Int?
    /// What the file says above its headings, and the names of file and sheet, folded for comparing.
    let titles: String

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
        let choice = MappingChoice(house: house, saved: saved, isOnPage: true)
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
        var heads = file.sheets
        if let mapping = chosen?.mapping {
            do throws(Refusal) { heads = try file.heads(mapping) } catch { question = question ?? error }
        }
        self.question = question
        let head = FileLook.head(heads, chosen?.format, chosen?.mapping)
        sheets = file.sheets.map(\.info.name)
        let named = chosen?.mapping.sheet.map(HeadingMatch.normal)
        sheet = (sheets.firstIndex { HeadingMatch.normal($0) == named } ?? -1) + 1
        headingLine = chosen?.mapping.headingLine ?? 0
        guessedLine = file.sheets.first { $0.info == head?.info }?.guess?.line
        headingLines = FileLook.lines(head)
        titles = FileLook.titles(file.name, head)
        rows = FileLook.telling(head, of: file)
        guess = FileLook.guess(head, chosen?.format, chosen?.mapping)
    }

    /// How many rows are shown.
    private static let shown = 5

    /// The rows to show, in the order of the file: first of all those with a letter outside ASCII, as no other tells
    /// whether the encoding is right.
    static func telling(_ rows: [TableRow]) -> [TableRow] {
        let (plain, foreign) = rows.indices.reduce(into: ([Int](), [Int]())) { parts, index in
            if FileLook.hasForeignLetter(rows[index]) { parts.1.append(index) } else { parts.0.append(index) }
        }
        return (foreign + plain).prefix(shown).sorted().map { rows[$0] }
    }

    /// The rows to show of a sheet: those of its top, and where none of them has such a letter, the first below that does.
    static func telling(_ head: SheetHead?, of file: SourceFile) -> [TableRow] {
        guard let head else { return [] }
        let rows = head.rows.filter { $0.line > (head.guess?.line ?? 0) }
        guard !rows.contains(where: hasForeignLetter), let further = further(head, of: file) else {
            return telling(rows)
        }
        return telling(rows + [further])
    }

    /// How many rows are looked through for one with such a letter.
    private static let searched = 20_000

    /// The first row below the top with such a letter: lists sorted by a code may have none for long.
    ///
    /// A workbook says how its letters are written, so there is nothing to judge; what cannot be read is told by the import.
    private static func further(_ head: SheetHead, of file: SourceFile) -> TableRow? {
        guard file.table.format == .csv, let last = head.rows.last?.line else { return nil }
        var (found, count): (TableRow?, Int) = (nil, 0)
        try? file.table.rows(sheet: head.info.index) { row in
            count += 1
            if row.line > last, hasForeignLetter(row) { found = row }
            return found == nil && count < searched
        }
        return found
    }

    /// Whether a row has a letter outside ASCII, or what a wrong encoding makes of one.
    private static func hasForeignLetter(_ row: TableRow) -> Bool {
        row.cells.contains { cell in
            cell.text.unicodeScalars.contains { scalar in
                !scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar == "\u{FFFD}"
                        || (0x80...0x9F).contains(scalar.value))
            }
        }
    }

    private static func lines(_ head: SheetHead?) -> [(line: Int, text: String)] {
        (head?.rows ?? []).prefix(15).map { row in
            let words = row.cells.map { HeadingMatch.clean($0.text) }.filter { !$0.isEmpty }
            let text = words.prefix(3).joined(separator: " | ")
            return (line: row.line, text: text.count > 60 ? String(text.prefix(59)) + "…" : text)
        }
    }

    private static func titles(_ name: String, _ head: SheetHead?) -> String {
        // Layouts without headings have their titles in the first lines.
        let above = (head?.rows ?? []).filter { $0.line < max(head?.guess?.line ?? 0, 4) }
        let texts = [name, head?.info.name ?? ""] + above.flatMap(\.cells).map(\.text)
        return texts.map(LatvianKey.search).joined(separator: " ")
    }

    /// The sheet that fits a format best.
    static func head(
        _ heads: [SheetHead],
        _ format: (any ImportFormat.Type)?,
        _ mapping: Mapping?
    ) -> SheetHead? {
        guard let format, let mapping else { return heads.first }
        return heads.first { SheetColumns.fits(format.fields, mapping, $0) }
            ?? heads.max { $0.headings.count < $1.headings.count }
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
