/// A workbook as rows.
struct XLSXTable {
    let content: Content
    let limits: TabularLimits

    /// Hands over the rows of a sheet that hold something until `body` says false.
    func rows(_ sheet: XLSXPackage.Sheet, _ body: (TableRow) throws -> Bool) throws {
        try ZipArchive.with(content, limits) { archive in
            let package = try XLSXPackage(archive)
            let strings = try SharedStrings(package.sharedStrings, of: archive, limits)
            let styles = try CellStyles(package.styles, of: archive)
            try withoutActuallyEscaping(body) { body in
                let handler = XLSXSheetHandler(
                    sheet.info.index,
                    strings,
                    styles,
                    from1904: package.from1904,
                    limits,
                    body
                )
                try XMLStream.read(sheet.part, of: archive, into: handler)
            }
        }
    }

    /// The merged cells of a sheet.
    func merged(_ sheet: XLSXPackage.Sheet) throws -> [CellRange] {
        try ZipArchive.with(content, limits) { archive in
            let handler = XLSXMergeHandler()
            try XMLStream.read(sheet.part, of: archive, into: handler)
            return handler.ranges
        }
    }
}
