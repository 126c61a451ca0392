import Frame
import Kernel
import Storage
import Tabular

/// What the exports of Sekme's own tables share: whose rows the asker may have, and how a row says whose it is.
final class OwnExport {
    /// What is to be written.
    let order: ExportOrder
    /// The transaction that it is read in.
    let connection: Connection
    private let rows: ReadingPass
    private let codes: ReadingPass
    private var programmes: ProgrammeCells?

    /// An export of rows that need a permission.
    init(_ order: ExportOrder, _ permission: Permission, _ connection: Connection) {
        self.order = order
        self.connection = connection
        rows = order.pass(permission)
        codes = order.pass(.exportPersons)
    }

    /// The condition on institutions `i` that the order asks for.
    var institutions: SQL {
        guard let institution = order.institution else { return "i.tenant_id = \(order.tenant)" }
        return "i.tenant_id = \(order.tenant) AND i.id = \(institution)"
    }

    /// Whether the asker may have the rows of a scope.
    func may(_ scope: Scope) -> Bool { rows.reaches(scope) }

    /// Sekme's own number of a row.
    func number(_ kind: SourcedKind, _ id: Int) -> TableCell {
        .text(SekmeNumber(order.tenant, kind, id).text)
    }

    /// Personal code, code of the source, surname and forename.
    ///
    /// A personal code is for those who may export persons; for others it stays blank.
    func person(_ person: WrittenPerson, of table: RegisterTable, in scope: Scope) throws -> [TableCell] {
        let code = try person.code(table, order.tenant, scope)?.opened(codes, connection) ?? ""
        return [code, person.external, person.surname, person.forename].map(PersonKeys.cell)
    }

    /// The code of a programme, with its licence where the code alone would not find it.
    func programme(_ id: ProgrammeID) throws -> TableCell {
        if let programmes { return programmes[id] }
        let loaded = try ProgrammeCells.load(order.tenant, connection)
        programmes = loaded
        return loaded[id]
    }

    /// A day; nothing for 0, which stands for none.
    static func day(_ day: Day) -> TableCell { day.number == 0 ? .blank : .day(day) }

    /// A number; nothing for 0, which stands for not known.
    static func count(_ number: Int) -> TableCell { number == 0 ? .blank : .integer(number) }

    /// Yes or no.
    static func flag(_ flag: Bool) -> TableCell { .text(flag ? "jā" : "nē") }
}
