import Frame
import Kernel
import Storage
import Tabular

/// How rows name their programmes: by code, and by code and licence where an institution has several of the code.
struct ProgrammeCells {
    private let texts: [ProgrammeID: String]

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> ProgrammeCells {
        let rows = try connection.rows(
            "SELECT id, institution_id, code, licence_no FROM programme WHERE tenant_id = \(tenant) ORDER BY id",
            ProgrammeID.self,
            InstitutionID.self,
            String.self,
            String.self
        )
        let sameCode = Dictionary(grouping: rows) { PlacedText(group: $0.1.rawValue, text: $0.2) }
        let texts = rows.map { row in
            let isAlone = sameCode[PlacedText(group: row.1.rawValue, text: row.2)]?.count == 1
            return (row.0, isAlone || row.3.isEmpty ? row.2 : "\(row.2) \(row.3)")
        }
        return ProgrammeCells(texts: Dictionary(texts) { first, _ in first })
    }

    /// The cell of a programme; blank for 0, which stands for not known.
    subscript(id: ProgrammeID) -> TableCell { PersonKeys.cell(texts[id] ?? "") }
}
