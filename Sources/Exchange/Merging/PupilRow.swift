import Frame
import Kernel
import Registry
import Storage

/// A row of the register of pupils, as it is stored.
struct PupilRow: Equatable {
    let id: PupilID
    var values: [String: Value]

    private static let columns = RegisterTable.pupils.columns.map(\.text)

    /// What a row holds that says nothing.
    private static let blanks: [String: Value] = [
        "external_code": .text(""), "birth_day": .null, "sex": .integer(0), "study_form": .text(""),
        "is_special": .integer(0), "is_ukraine": .integer(0), "is_reemigrant": .integer(0),
    ]
    private static let names = ["surname", "forename", "sort_key", "search_key"]

    /// The row of a pupil; nil where there is none.
    static func find(_ id: PupilID, _ tenant: TenantID, _ connection: Connection) throws -> PupilRow? {
        let names = SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
        var found: PupilRow?
        try connection.each(
            "SELECT \(names) FROM pupil WHERE tenant_id = \(tenant) AND id = \(id)"
        ) { row in
            var values: [String: Value] = [:]
            for column in columns { values[column] = try row.next(Value.self) }
            found = PupilRow(id: id, values: values)
        }
        return found
    }

    /// Number and columns, in their order.
    var stored: [Value] { [id.sqlValue] + PupilRow.columns.map { values[$0] ?? .null } }

    init(id: PupilID, values: [String: Value]) {
        self.id = id
        self.values = values
    }

    /// A row that was stored; one of before a column came says nothing of it.
    init?(stored: [Value]) {
        guard case .integer(let id)? = stored.first, (2...PupilRow.columns.count + 1).contains(stored.count)
        else {
            return nil
        }
        let values = zip(PupilRow.columns, stored.dropFirst()).map { ($0.0, $0.1) }
        self.init(
            id: PupilID(rawValue: Int(id)),
            values: Dictionary(values) { first, _ in first }
        )
    }

    /// Writes the columns; the version stays, as an undo of an import goes by it.
    func write(_ tenant: TenantID, _ connection: Connection) throws {
        let parts = try PupilRow.columns.map { column -> SQL in
            let value: Value = values[column] ?? .null
            return "\(try SQL.name(column)) = \(value)"
        }
        try connection.execute(
            """
            UPDATE pupil SET \(SQL.joined(parts, by: ", ")) WHERE tenant_id = \(tenant) AND id = \(id)
            """
        )
    }

    /// The rows of two pupils before they are joined and after it, first that of the one whose number counts.
    static func joined(
        _ survivor: PupilID,
        _ other: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> (before: [PupilRow], after: [PupilRow]) {
        guard var own = try find(survivor, tenant, connection),
            var joined = try find(other, tenant, connection)
        else { throw Refusal.noSuchPage }
        let before = [own, joined]
        for (column, blank) in blanks where own.values[column] == blank {
            own.values[column] = joined.values[column]
        }
        if own.values["search_key"] == .text("") {
            for column in names { own.values[column] = joined.values[column] }
        }
        if own.values["code_index"] == .null, case .blob(let sealed)? = joined.values["code_sealed"] {
            let plain = try connection.sealer.open(
                sealed,
                tenant: tenant.rawValue,
                bound: place(other, tenant)
            )
            let bound = place(survivor, tenant)
            let anew = try connection.sealer.seal(plain, tenant: tenant.rawValue, bound: bound)
            own.values["code_index"] = joined.values["code_index"]
            own.values["code_sealed"] = .blob(anew)
            joined.values["code_index"] = .null
            joined.values["code_sealed"] = .null
        }
        return (before, [own, joined])
    }

    static func place(_ id: PupilID, _ tenant: TenantID) -> SealedPlace {
        SealedPlace(table: "pupil", column: "code_sealed", key: tenant, id)
    }
}
