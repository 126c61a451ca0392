internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// A programme in its table format, to be kept with an amendment or taken out.
enum FormerProgramme {
    static func text(_ plan: Plan, _ desk: Desk, _ connection: Connection) throws -> String {
        let order = ExportOrder(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            asker: desk.asker,
            today: desk.today
        )
        let writer = try CSVWriter()
        try writer.begin(SheetLayout(name: ProgrammeTable.name, headings: ProgrammeTable.fields.map(\.code)))
        // Without numbers of Sekme: the text is read back into memory, where no part of today is known.
        for row in try ProgrammeRows(plan: plan, keys: PersonKeys(order, connection)).all {
            try writer.row(row)
        }
        return String(decoding: try writer.finish(), as: UTF8.self)
    }
}
