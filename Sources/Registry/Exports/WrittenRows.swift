import Frame
import Kernel
import Storage
import Tabular

/// The institution of a row that is written.
struct WrittenPlace: Readable {
    let id: InstitutionID
    let name: String
    let regNo: String

    init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        regNo = try row.next()
    }

    /// Its columns, of the table `institution i`.
    static var columns: SQL { "i.id, i.name, i.reg_no" }

    /// Name and registration number.
    var cells: [TableCell] { [PersonKeys.cell(name), PersonKeys.cell(regNo)] }

    var scope: Scope { Scope(institution: id) }
}

/// The pupil or member of staff of a row that is written.
struct WrittenPerson: Readable {
    let id: Int
    let surname: String
    let forename: String
    var external: String
    private let sealed: [UInt8]?

    init(row: inout Row) throws {
        id = try row.next()
        surname = try row.next()
        forename = try row.next()
        external = try row.next()
        sealed = try row.next()
    }

    /// Their columns, of the table `pupil p` or `staff p`.
    static var columns: SQL { "p.id, p.surname, p.forename, p.external_code, p.code_sealed" }

    /// The personal code, closed; nil where there is none.
    func code(_ table: RegisterTable, _ tenant: TenantID, _ scope: Scope) -> RestrictedText? {
        guard let sealed else { return nil }
        let place = SealedPlace(
            table: table.name.text,
            column: "code_sealed",
            row: "\(tenant.rawValue)/\(id)"
        )
        return RestrictedText(sealed: sealed, tenant: tenant, place: place, scope: scope)
    }
}

/// The post of a row that is written.
struct WrittenPost: Readable {
    let role: StaffRole
    let from: Day
    let to: Day
    /// In hundredths of a full load.
    let load: Int
    let lessons: Int

    init(row: inout Row) throws {
        role = try row.next()
        from = try row.next()
        to = try row.next()
        load = try row.next()
        lessons = try row.next()
    }

    /// Its columns, of the table `staff_post o`.
    static var columns: SQL { "o.role, o.from_day, o.to_day, o.load_hundredths, o.contact_lessons" }

    /// The post says so where nobody knows since when it is held: a blank would be the first day of the year.
    var cells: [TableCell] {
        [
            .text(role.code), from.number == 0 ? .text(StaffTable.unknown) : .day(from), OwnExport.day(to),
            load == 0 ? .blank : .decimal(load, decimals: 2), OwnExport.count(lessons),
        ]
    }
}
