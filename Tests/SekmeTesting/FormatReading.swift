package import Frame
package import Kernel
package import Tabular

/// Reads a file by one format into a staging, as an import does, without plan and confirmation.
package struct FormatReading {
    /// The mapping.
    package var mapping: Mapping
    /// The day that is today.
    package var today: Day
    /// The tenant.
    package var tenant: TenantID

    /// A reading by a mapping.
    package init(_ mapping: Mapping, today: Day, tenant: TenantID) {
        self.mapping = mapping
        self.today = today
        self.tenant = tenant
    }

    /// Reads a text file that a test wrote down.
    package func read<F: ImportFormat>(
        _ format: F.Type,
        csv: String,
        known: F.Known,
        into staging: any Staging
    ) throws {
        try read(format, TableFile(bytes: Array(csv.utf8), name: "test.csv"), known: known, into: staging)
    }

    /// Reads every sheet of a file.
    package func read<F: ImportFormat>(
        _ format: F.Type,
        _ file: TableFile,
        known: F.Known,
        into staging: any Staging
    ) throws {
        let run = ImportRun(tenant: tenant, today: today, mapping: mapping, staging: staging)
        let reader = try format.reader(known, run)
        for sheet in file.sheets where try reader.begin(sheet: sheet.name, index: sheet.index) {
            switch format.layout {
            case .raw, .files: try readRaw(file, sheet.index, reader)
            case .table: try readTable(file, sheet.index, format.fields, reader)
            }
        }
        try reader.finish()
    }

    private func readRaw(_ file: TableFile, _ sheet: Int, _ reader: any LineReader) throws {
        try file.rows(sheet: sheet) { row in
            try reader.read(MappedLine(place: SourcePlace(sheet: sheet, line: row.line), cells: row.cells))
            return true
        }
    }

    private func readTable(
        _ file: TableFile,
        _ sheet: Int,
        _ fields: [ImportField],
        _ reader: any LineReader
    ) throws {
        guard let head = HeaderFinder.find(rows: try file.sample(sheet: sheet)) else { return }
        let columns = fields.map { column(of: $0, head.headings) }
        let constants = fields.map { mapping.constants[$0.code] ?? "" }
        try file.rows(sheet: sheet) { row in
            guard row.line > head.line else { return true }
            let line = MappedLine(
                place: SourcePlace(sheet: sheet, line: row.line),
                cells: row.cells,
                columnOfField: columns,
                constants: constants
            )
            try reader.read(line)
            return true
        }
    }

    private func column(of field: ImportField, _ headings: [String]) -> Int {
        let names = mapping.columns[field.code].map { [HeadingMatch.normal($0)] } ?? field.names
        return headings.firstIndex { names.contains(HeadingMatch.normal($0)) } ?? -1
    }
}
