import Frame
import Kernel
import Storage

/// Tells whether what an import gives is about one institution.
///
/// A row belongs to the institution that it names or hangs on: an enrolment, a class, the members of a group. A
/// person belongs to where they learn or work. Names that all share may be added, and not changed.
final class OwnRows {
    let institution: Int
    private let tenant: TenantID
    private let connection: Connection
    /// The registers that columns of a name refer to, each in tables of its own.
    private let parents: [Name: [RegisterTable]]
    private var made: Set<RowKey> = []
    private var owners: [RowKey: Int] = [:]
    private var standings: [RowKey: Standing] = [:]

    /// Where somebody learns or works.
    private struct Standing {
        var isHere: Bool
        let isElsewhere: Bool
    }

    /// Tables whose rows say that a person belongs to an institution.
    static let placing: Set<String> = ["enrolment", "staff_post", "teaching"]
    private static let people: Set<String> = ["pupil", "staff"]
    /// Lists that the board keeps for all.
    private static let ofTheBoard: Set<String> = ["territory", "institution_territory"]

    init(_ institution: Int, _ tenant: TenantID, _ registers: [RegisterTable], _ connection: Connection) {
        self.institution = institution
        self.tenant = tenant
        self.connection = connection
        var parents: [Name: [RegisterTable]] = [:]
        for table in registers {
            for column in table.references { parents[column, default: []].append(table) }
        }
        self.parents = parents
    }

    /// Remembers an id that this import was given for a new row.
    func make(_ kind: String, _ id: Int) {
        made.insert(RowKey(kind, [id]))
    }

    /// Whether a new row says of no institution whose it is: a pupil, a word of a list.
    ///
    /// It waits until something of the institution refers to it.
    func waits(_ row: HeldRow) -> Bool {
        made.contains(row.name) && row.number("institution_id") == nil && row.table.key == ["id"]
            && row.table.name.text != "institution" && !OwnRows.ofTheBoard.contains(row.table.name.text)
    }

    /// The rows that a row or fact of a table refers to.
    func references(of number: (Name) -> Int?, _ columns: [Name], in table: Name) -> [RowKey] {
        columns.compactMap { column in
            guard let parent = parents[column]?.first(where: { $0.isNamed(by: column, in: table) }),
                let id = number(column), id != 0
            else { return nil }
            return RowKey(parent.name.text, [id])
        }
    }

    /// Remembers where the rows of an accepted line belong.
    func accept(_ line: HeldLine) {
        for row in line.rows where row.number("institution_id") == institution {
            owners[row.name] = institution
            guard OwnRows.placing.contains(row.table.name.text) else { continue }
            let columns = row.table.key + row.table.columns
            for person in references(of: row.number, columns, in: row.table.name)
            where OwnRows.people.contains(person.table) {
                standings[person, default: Standing(isHere: true, isElsewhere: false)].isHere = true
            }
        }
    }

    /// What is wrong with a row of a line, or nil.
    func fault(_ row: HeldRow, _ line: HeldLine) throws -> Problem? {
        if try isOwn(row, line) { return nil }
        if try isUnchanged(row) { return nil }
        if let named = row.number("institution_id"), named != institution { return ScopeProblem.institution }
        if row.table.name.text == "institution" { return ScopeProblem.institution }
        return OwnRows.people.contains(row.table.name.text) || row.number("pupil_id") != nil
            ? ScopeProblem.person : ScopeProblem.shared
    }

    /// What is wrong with a fact of a line, or nil.
    func fault(_ fact: HeldFact, _ line: HeldLine) throws -> Problem? {
        if let named = fact.number("institution_id"), named != institution { return ScopeProblem.institution }
        guard let pupil = fact.number("pupil_id") else {
            return fact.number("institution_id") == nil ? ScopeProblem.shared : nil
        }
        let person = RowKey("pupil", [pupil])
        guard try belongs(person, line) else { return ScopeProblem.person }
        // Who learned at two places may have a fact of the other under the same key.
        if try standing(person).isElsewhere, try isOthers(fact) { return ScopeProblem.institution }
        return nil
    }

    private func isOwn(_ row: HeldRow, _ line: HeldLine) throws -> Bool {
        let table = row.table.name.text
        if OwnRows.ofTheBoard.contains(table) { return false }
        if table == "institution" { return row.key == [institution] }
        if OwnRows.people.contains(table) { return try belongs(row.name, line) }
        let hasPlace = (row.table.key + row.table.columns).contains("institution_id")
        if let named = row.number("institution_id"), named != institution { return false }
        if made.contains(row.name) || row.table.key.contains("institution_id") {
            if hasPlace { return row.number("institution_id") == institution }
        }
        if hasPlace { return try owner(row.name, row.table) == institution }
        let above = references(of: row.number, row.table.key, in: row.table.name)
        if above.isEmpty { return made.contains(row.name) }
        return try above.allSatisfy { try isOwn($0, line) }
    }

    private func isOwn(_ parent: RowKey, _ line: HeldLine) throws -> Bool {
        if OwnRows.people.contains(parent.table) { return try belongs(parent, line) }
        guard let table = parents.values.joined().first(where: { $0.name.text == parent.table }),
            table.columns.contains("institution_id")
        else { return true }
        return try owner(parent, table) == institution
    }

    /// The institution of a row that there is or that was accepted, or nil.
    private func owner(_ name: RowKey, _ table: RegisterTable) throws -> Int? {
        if let known = owners[name] { return known }
        guard !made.contains(name) else { return nil }
        let rows = RegisterRows(table: table, tenant: tenant)
        let found = try connection.value(
            "SELECT institution_id FROM \(table.name.sql) WHERE \(rows.same(name.key))",
            Int.self
        )
        if let found { owners[name] = found }
        return found
    }

    private func belongs(_ person: RowKey, _ line: HeldLine) throws -> Bool {
        if made.contains(person) { return true }
        return try standing(person).isHere || line.places(person, at: institution)
    }

    private func standing(_ person: RowKey) throws -> Standing {
        if let known = standings[person] { return known }
        let id = person.key.first ?? 0
        let query: SQL =
            person.table == "pupil"
            ? """
            SELECT DISTINCT institution_id FROM enrolment
            WHERE tenant_id = \(tenant) AND pupil_id = \(id) ORDER BY institution_id
            """
            : """
            SELECT institution_id FROM staff_post WHERE tenant_id = \(tenant) AND staff_id = \(id)
            UNION SELECT institution_id FROM teaching WHERE tenant_id = \(tenant) AND staff_id = \(id)
            ORDER BY institution_id
            """
        let places = try connection.rows(query, Int.self)
        let standing = Standing(
            isHere: places.contains(institution),
            isElsewhere: places.contains { $0 != institution }
        )
        standings[person] = standing
        return standing
    }

    /// Whether the fact's place is taken by one of another institution.
    private func isOthers(_ fact: HeldFact) throws -> Bool {
        guard fact.number("institution_id") != nil else { return false }
        let same = zip(fact.table.key, fact.columns).map { name, value -> SQL in "\(name.sql) = \(value)" }
        let found = try connection.value(
            """
            SELECT institution_id FROM \(fact.table.name.sql)
            WHERE tenant_id = \(tenant) AND \(SQL.joined(same, by: " AND "))
            """,
            Int.self
        )
        return found.map { $0 != institution } ?? false
    }

    /// Whether the row is there and says the same: then nothing is written.
    private func isUnchanged(_ row: HeldRow) throws -> Bool {
        guard !made.contains(row.name) else { return false }
        let rows = RegisterRows(table: row.table, tenant: tenant)
        guard let present = try rows.present([row.key], connection)[row.key] else { return false }
        return try row.columns.allSatisfy { name, value in
            guard let index = row.table.columns.firstIndex(of: name) else { return false }
            guard row.table.sealed.contains(name), case .blob(let sealed) = present.values[index],
                case .text(let plain) = value
            else { return present.values[index] == value }
            let place = rows.place(name, row.key)
            return try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
                == Array(plain.utf8)
        }
    }
}

/// What is told of lines that are not the importer's.
enum ScopeProblem {
    static let institution = Problem(
        "scope.institution",
        Text(
            lv: "Rinda ir par citu iestādi; jūs importējat tikai savas iestādes datus.",
            en: "The line is about another institution; you import the data of your own only."
        ),
        advice: Text(
            lv: "Izņemiet rindu no faila vai lūdziet to importēt izglītības pārvaldei.",
            en: "Take the line out of the file, or ask the education board to import it."
        )
    )
    static let person = Problem(
        "scope.person",
        Text(
            lv: "Šī persona jūsu iestādē nemācās un nestrādā.",
            en: "This person neither learns nor works at your institution."
        ),
        advice: Text(
            lv: "Vispirms importējiet uzņemšanu vai amatu savā iestādē.",
            en: "Import the enrolment or the post at your institution first."
        )
    )
    static let shared = Problem(
        "scope.shared",
        Text(
            lv: "Šo sarakstu visām iestādēm uztur izglītības pārvalde.",
            en: "The education board keeps this list for all institutions."
        ),
        advice: Text(
            lv: "Lūdziet izmaiņu veikt izglītības pārvaldei.",
            en: "Ask the education board to make the change."
        )
    )
}
