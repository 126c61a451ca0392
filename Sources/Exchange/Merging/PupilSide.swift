package import Frame
import Kernel
import Registry
import Storage

/// What is known of one of two pupils who may be one person, for whoever decides on them.
package struct PupilSide: Sendable {
    /// The pupil.
    package let pupil: PupilID
    /// The name as the register has it.
    package let name: String
    let externalCode: String
    /// The digits of the personal code; nothing shows those that both have.
    let digits: [UInt8]
    let birthday: Day?
    let stays: [Stay]
    /// Records by table: those of facts.
    let facts: [(table: String, count: Int)]
    /// The formats of the imports that they came from.
    let sources: [String]

    /// Where somebody learned.
    struct Stay: Readable {
        let place: String
        let from: Day
        let to: Day?

        init(row: inout Row) throws {
            let institution: String = try row.next()
            let classGroup: String = try row.next()
            place = [institution, classGroup].filter { !$0.isEmpty }.joined(separator: ", ")
            from = try row.next()
            let last: Day = try row.next()
            to = last.number == 0 ? nil : last
        }
    }

    /// All records.
    var count: Int { facts.reduce(0) { $0 + $1.count } }

    /// Loads a pupil; nil where there is none.
    static func load(
        _ pupil: PupilID,
        _ tables: [MergedTable],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PupilSide? {
        guard let row = try PupilRow.find(pupil, tenant, connection) else { return nil }
        var facts: [(table: String, count: Int)] = []
        var batches: Set<Int> = []
        for table in tables where table.fact != nil {
            let rows = try connection.rows(
                """
                SELECT batch_id, count(*) FROM \(try SQL.name(table.name))
                WHERE tenant_id = \(tenant) AND pupil_id = \(pupil) GROUP BY batch_id ORDER BY batch_id
                """,
                Int.self,
                Int.self
            )
            guard !rows.isEmpty else { continue }
            facts.append((table: table.name, count: rows.reduce(0) { $0 + $1.1 }))
            batches.formUnion(rows.map(\.0))
        }
        return PupilSide(
            pupil: pupil,
            name: [row.text("surname"), row.text("forename")].filter { !$0.isEmpty }.joined(separator: " "),
            externalCode: row.text("external_code"),
            digits: try row.digits(tenant, connection),
            birthday: row.birthday,
            stays: try stays(pupil, tenant, connection),
            facts: facts,
            sources: try connection.rows(
                """
                SELECT DISTINCT format FROM batch
                WHERE tenant_id = \(tenant) AND id IN (\(list: batches.sorted())) ORDER BY format
                """,
                String.self
            )
        )
    }

    private static func stays(
        _ pupil: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Stay] {
        try connection.rows(
            """
            SELECT i.name, coalesce(c.name, ''), e.from_day, e.to_day FROM enrolment e
            JOIN institution i ON i.tenant_id = e.tenant_id AND i.id = e.institution_id
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(tenant) AND e.pupil_id = \(pupil)
            ORDER BY e.from_day DESC, e.institution_id
            """,
            as: Stay.self
        )
    }

    /// The code with dots for the digits that the other one has in the same place; only what parts them is shown.
    func mask(beside other: PupilSide) -> String {
        guard digits.count == 11 else { return "" }
        let shown = digits.enumerated().map { index, digit -> String in
            guard other.digits.count == 11, other.digits[index] != digit else { return "•" }
            return String(digit)
        }
        return shown[..<6].joined() + "-" + shown[6...].joined()
    }
}

extension PupilRow {
    fileprivate func text(_ column: String) -> String {
        guard case .text(let text)? = values[column] else { return "" }
        return text
    }

    fileprivate var birthday: Day? {
        guard case .integer(let number)? = values["birth_day"] else { return nil }
        return Day(number: Int(number))
    }

    fileprivate func digits(_ tenant: TenantID, _ connection: Connection) throws -> [UInt8] {
        guard case .blob(let sealed)? = values["code_sealed"] else { return [] }
        return try connection.sealer.open(
            sealed,
            tenant: tenant.rawValue,
            bound: PupilRow.place(id, tenant)
        )
        .compactMap { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
        }
    }
}
