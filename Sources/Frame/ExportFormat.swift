package import Kernel
package import Storage
package import Tabular

/// A format that writes too: a file of it holds what Sekme holds, and imports again as no change.
package protocol ExportFormat: ImportFormat {
    /// The permission that every row needs in its own scope.
    static var exportPermission: Permission { get }
    /// The fields that have a column, in their order: all but those that say what others say already.
    static var exportedFields: [ImportField] { get }
    /// The headings of what an order writes: the exported fields, unless its columns depend on what is written.
    static func headings(_ order: ExportOrder, _ connection: Connection) throws -> [String]
    /// Hands out the rows of an order, each with its cells in the order of the headings.
    static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws
}

extension ExportFormat {
    /// Rows about pupils are for those who may see them.
    package static var exportPermission: Permission { .readPupils }

    /// Most tables have a column for each field.
    package static var exportedFields: [ImportField] { fields }

    /// The stable names of the columns.
    package static func headings(_ order: ExportOrder, _ connection: Connection) throws -> [String] {
        exportedFields.map(\.code)
    }

    /// Writes the rows of an order under the stable headings.
    ///
    /// - Returns: whose data were written; the guard of exports counts them.
    package static func write(
        _ order: ExportOrder,
        _ connection: Connection,
        to writer: any TableWriter
    ) throws -> WrittenPersons {
        var persons = WrittenPersons()
        try writer.begin(SheetLayout(name: name, headings: headings(order, connection)))
        try export(order, connection) { row in
            try writer.row(row.cells)
            if let pupil = row.pupil { persons.pupils.insert(pupil) }
            if let staff = row.staff { persons.staff.insert(staff) }
        }
        return persons
    }
}

/// Whose data a file holds.
package struct WrittenPersons: Hashable, Sendable {
    /// Pupils.
    package var pupils: Set<PupilID> = []
    /// Members of staff.
    package var staff: Set<StaffID> = []

    /// Nobody's.
    package init() {}
}

/// What is to be written: of which year and institution, for whom.
package struct ExportOrder: Sendable {
    /// The tenant.
    package let tenant: TenantID
    /// The school year.
    package let year: SchoolYear
    /// One institution, or nil for all within reach.
    package let institution: InstitutionID?
    /// Who asks.
    package let asker: Asker
    /// Today.
    package let today: Day
    /// The edition of a standard that is wanted; empty for the present one.
    package let edition: String

    /// An order.
    package init(
        tenant: TenantID,
        year: SchoolYear,
        institution: InstitutionID? = nil,
        asker: Asker,
        today: Day,
        edition: String = ""
    ) {
        self.tenant = tenant
        self.year = year
        self.institution = institution
        self.asker = asker
        self.today = today
        self.edition = edition
    }

    /// The selection whose rows the asker may have by a permission.
    package func selection(_ permission: Permission) -> Selection {
        Selection(
            year: year,
            institution: institution,
            reach: asker.reach(permission, on: today)
        )
    }
}

/// A row to be written.
package struct ExportRow: Sendable {
    /// The cells in the order of the format's exported fields.
    package let cells: [TableCell]
    /// The pupil whose data it holds, if it is about one.
    package let pupil: PupilID?
    /// The member of staff whose data it holds, if it is about one.
    package let staff: StaffID?

    /// A row.
    package init(_ cells: [TableCell], pupil: PupilID? = nil, staff: StaffID? = nil) {
        self.cells = cells
        self.pupil = pupil
        self.staff = staff
    }
}

extension StaffID {
    /// The member of staff; nil for 0, which is nobody.
    package var named: StaffID? { rawValue > 0 ? self : nil }
}
