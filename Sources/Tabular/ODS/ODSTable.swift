/// An OpenDocument spreadsheet as rows.
struct ODSTable {
    let content: Content
    let limits: TabularLimits

    /// The name of the part that holds all sheets.
    static let part = "content.xml"
    /// What the part `mimetype` of a spreadsheet begins with; a template's goes on.
    static let type = "application/vnd.oasis.opendocument.spreadsheet"

    /// The sheets and the merged cells of each.
    static func sheets(_ archive: ZipArchive) throws -> (sheets: [SheetInfo], merged: [[CellRange]]) {
        let handler = ODSSheets()
        try XMLStream.read(part, of: archive, into: handler)
        guard !handler.sheets.isEmpty else { throw TabularFault(.damaged) }
        return (handler.sheets, handler.merged)
    }

    /// Hands over the rows of a sheet that hold something until `body` says false.
    func rows(_ sheet: Int, _ body: (TableRow) throws -> Bool) throws {
        try ZipArchive.with(content, limits) { archive in
            try withoutActuallyEscaping(body) { body in
                try XMLStream.read(ODSTable.part, of: archive, into: ODSSheetHandler(sheet, limits, body))
            }
        }
    }
}
