package import Frame
import Kernel
package import Storage
package import Tabular

/// Who is meant, as the lines of an exported file say it, so that the file is read back to the same rows.
package final class PersonKeys {
    private let tenant: TenantID
    private let connection: Connection
    private let codes: ReadingPass
    private var pupils: [Shown: [TableCell]] = [:]
    private var teachers: [StaffID: Teacher] = [:]
    private var institutions: [InstitutionID: [TableCell]] = [:]
    private let names: RegistryNames

    private struct Teacher {
        let name: String
        let code: String
    }

    private struct Shown: Hashable {
        let pupil: PupilID
        let withCode: Bool
    }

    /// Keys for the rows of an order, for one transaction.
    package init(_ order: ExportOrder, _ connection: Connection) {
        tenant = order.tenant
        self.connection = connection
        names = RegistryNames(tenant: order.tenant, year: order.year, connection)
        codes = order.pass(.exportPersons)
    }

    /// The cells of ``PupilField``: Sekme's own number before the others.
    package func numbered(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ classGroup: ClassID
    ) throws -> [TableCell] {
        let number = SekmeNumber(tenant, .pupil, pupil.rawValue).text
        return try [.text(number)] + self.pupil(pupil, institution, classGroup)
    }

    /// The cells of ``PupilField`` without the number; a personal code is for those who may export persons.
    package func pupil(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ classGroup: ClassID
    ) throws -> [TableCell] {
        try self.institution(institution) + [self.classGroup(classGroup)]
            + person(
                Shown(
                    pupil: pupil,
                    withCode: codes.reaches(
                        Scope(institution: institution, classGroup: classGroup, pupil: pupil)
                    )
                )
            )
    }

    /// Name and registration number.
    package func institution(_ id: InstitutionID) throws -> [TableCell] {
        if id.rawValue == 0 { return [.blank, .blank] }
        if let known = institutions[id] { return known }
        let row = try connection.rows(
            "SELECT name, reg_no FROM institution WHERE tenant_id = \(tenant) AND id = \(id)",
            String.self,
            String.self
        ).first
        let cells = [PersonKeys.cell(row?.0 ?? ""), PersonKeys.cell(row?.1 ?? "")]
        institutions[id] = cells
        return cells
    }

    /// The name of a class.
    package func classGroup(_ id: ClassID) -> TableCell {
        id.rawValue == 0 ? .blank : .text(names.name(.classGroup, id.rawValue).lv)
    }

    /// The name of a teaching group.
    package func group(_ id: GroupID) -> TableCell {
        id.rawValue == 0 ? .blank : .text(names.name(.group, id.rawValue).lv)
    }

    /// The name of a subject.
    package func subject(_ id: SubjectID) -> TableCell {
        id.rawValue == 0 ? .blank : .text(names.name(.subject, id.rawValue).lv)
    }

    /// The name of a member of staff, forename first, and the code that the source has for them.
    package func teacher(_ id: StaffID) throws -> [TableCell] {
        if id.rawValue == 0 { return [.blank, .blank] }
        if teachers[id] == nil {
            let row = try connection.rows(
                """
                SELECT surname, forename, external_code FROM staff
                WHERE tenant_id = \(tenant) AND id = \(id)
                """,
                String.self,
                String.self,
                String.self
            ).first
            teachers[id] = Teacher(
                name: "\(row?.1 ?? "") \(row?.0 ?? "")".trimmed,
                code: row?.2 ?? ""
            )
        }
        return [PersonKeys.cell(teachers[id]?.name ?? ""), PersonKeys.cell(teachers[id]?.code ?? "")]
    }

    /// Personal code, code of the source, surname and forename.
    private func person(_ shown: Shown) throws -> [TableCell] {
        if let known = pupils[shown] { return known }
        let id = shown.pupil
        let row = try connection.rows(
            """
            SELECT surname, forename, external_code, code_sealed FROM pupil
            WHERE tenant_id = \(tenant) AND id = \(id)
            """,
            String.self,
            String.self,
            String.self,
            [UInt8]?.self
        ).first
        var code = ""
        if shown.withCode, let sealed = row?.3 {
            let place = SealedPlace(
                table: "pupil",
                column: "code_sealed",
                row: "\(tenant.rawValue)/\(id.rawValue)"
            )
            let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            code = String(decoding: bytes, as: UTF8.self)
        }
        let cells = [code, row?.2 ?? "", row?.0 ?? "", row?.1 ?? ""].map(PersonKeys.cell)
        pupils[shown] = cells
        return cells
    }

    /// A text, or nothing.
    package static func cell(_ text: String) -> TableCell { text.isEmpty ? .blank : .text(text) }
}
