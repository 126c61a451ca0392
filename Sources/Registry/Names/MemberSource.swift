import Frame
import Kernel
import Storage

/// Reads members of a dimension from the registers.
struct MemberSource {
    typealias Member = RegistryNames.Member

    let tenant: TenantID
    let year: SchoolYear
    let connection: Connection

    /// The members of a dimension by id: all of them, or some classes, groups, teachers or pupils.
    func members(_ dimension: Dimension, among ids: [Int]? = nil) throws -> [Int: Member] {
        let among: SQL =
            ids.map { "tenant_id = \(tenant) AND id IN (\(list: $0))" } ?? "tenant_id = \(tenant)"
        return switch dimension {
        case .institution: try institutions()
        case .classGroup:
            try list("SELECT id, name, name, sort_key FROM class_group WHERE \(among) ORDER BY id")
        case .group:
            try list("SELECT id, name, name, sort_key FROM teaching_group WHERE \(among) ORDER BY id")
        case .subject:
            try list("SELECT id, name, code, sort_key FROM subject WHERE tenant_id = \(tenant) ORDER BY id")
        case .teacher: try people("staff", among)
        case .pupil: try people("pupil", among, mayBeReference: true)
        case .grade, .year, .term, .month, .weekday, .kind, .scale, .assessment: [:]
        }
    }

    private func list(_ query: SQL) throws -> [Int: Member] {
        var members: [Int: Member] = [:]
        try connection.each(query) { row in
            let id: Int = try row.next()
            let name: String = try row.next()
            let code: String = try row.next()
            members[id] = Member(
                name: Text(same: name),
                code: code.isEmpty ? name : code,
                order: try row.next()
            )
        }
        return members
    }

    /// People; those whose source gives no name go by their external code, those who have neither by their number.
    ///
    /// In some tables there may be persons whom a list named by a number alone (``ReferencePersons``).
    private func people(
        _ table: SQL,
        _ condition: SQL,
        mayBeReference: Bool = false
    ) throws -> [Int: Member] {
        var members: [Int: Member] = [:]
        let mark: SQL = mayBeReference ? ", is_reference" : ""
        try connection.each(
            """
            SELECT id, surname, forename, external_code, sort_key\(mark) FROM \(table)
            WHERE \(condition) ORDER BY id
            """
        ) { row in
            let id: Int = try row.next()
            let surname: String = try row.next()
            let forename: String = try row.next()
            let external: String = try row.next()
            let order: [UInt8] = try row.next()
            let isReference = try mayBeReference ? row.next(Bool.self) : false
            let name = "\(surname) \(forename)".trimmed
            // Whose person was taken away has nothing left but the number.
            let nameless = external.isEmpty ? "#\(id)" : external
            let words = Text(same: name.isEmpty ? nameless : name)
            members[id] = Member(
                name: isReference ? ReferencePersons.name(nameless) : words,
                code: external.isEmpty ? String(id) : external,
                order: name.isEmpty ? NaturalKey.sort(nameless) : order
            )
        }
        return members
    }

    private func institutions() throws -> [Int: Member] {
        var members = try list(
            "SELECT id, name, reg_no, sort_key FROM institution WHERE tenant_id = \(tenant) ORDER BY id"
        )
        let dated = try connection.rows(
            """
            SELECT institution_id, name, sort_key FROM institution_name
            WHERE tenant_id = \(tenant) AND is_alias = 0 AND from_day <= \(year.last)
            ORDER BY institution_id, from_day
            """,
            Int.self,
            String.self,
            [UInt8].self
        )
        .map { ($0.0, (name: Text(same: $0.1), order: $0.2)) }
        // The last of several names that hold by then comes last.
        for (id, last) in Dictionary(dated, uniquingKeysWith: { _, last in last }) {
            guard let member = members[id], member.name != last.name else { continue }
            members[id] = Member(name: last.name, code: member.code, order: last.order)
        }
        return members
    }
}
