internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A row of a programme that people edit on a page of its own.
protocol PlanEdited: PlanRow {
    /// Its answers as they are kept.
    func texts(_ plan: Plan) -> EditTexts
    /// Takes answers over; what cannot be kept is noted in the reader.
    mutating func take(_ reader: inout FieldReader, _ plan: Plan)
    /// Its questions.
    static func fields(_ plan: Plan) -> [EditField]
    /// What rests on it beside rows that name it by its id, so that it stays; nil where nothing does.
    func held(by plan: Plan) -> Text?
}

extension PlanEdited {
    func held(by plan: Plan) -> Text? { nil }
}

/// A row that was written, and what the programme contradicts itself in since then and did not before.
struct PlanKept<Row: PlanEdited>: Sendable {
    let row: Row
    let findings: [PlanFinding]

    /// What was done, and the findings in the words in which an import tells them.
    func notice(_ words: Text = Text(lv: "Saglabāts.", en: "Saved.")) -> Text {
        // A notice travels in a cookie; the page of the programme shows all findings.
        let told = findings.prefix(3)
        var advice: [Text] = []
        for finding in told where !advice.contains(finding.advice) { advice.append(finding.advice) }
        return (told.map(\.words) + advice).reduce(words) { $0 + Text(same: " ") + $1 }
    }
}

/// Changes programmes by hand: each change with its history and its record, at the version that was read.
struct PlanEditor: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// The programme of an id, if the asker may see it.
    func plan(_ id: Int) async throws -> Plan {
        let desk = desk
        return try await desk.database.data.read { connection in
            try PlanEditor.seen(try Plan(id, desk.tenant, connection), desk)
        }
    }

    /// The programme of an id, if the asker may edit it.
    func editing(_ id: Int) async throws -> Plan {
        let desk = desk
        return try await desk.database.data.read { connection in
            try PlanEditor.edited(id, desk, connection)
        }
    }

    /// A programme with what its forms offer to choose, as if it were not there where the asker may not edit it.
    static func edited(_ id: Int?, _ desk: Desk, _ connection: Connection) throws -> Plan {
        var plan = try seen(try id.flatMap { try Plan($0, desk.tenant, connection) }, desk)
        try desk.requireEditing(plan.programme.scope)
        plan.places = try PlanPlaces.named(desk.tenant, connection)
        return plan
    }

    /// A programme as if it were not there where the asker may not see it.
    static func seen(_ plan: Plan?, _ desk: Desk) throws -> Plan {
        guard let plan else { throw Refusal.noSuchPage }
        let owner = plan.programme.institution
        let reach = desk.asker.reach(.seePlans, on: desk.today)
        guard owner.rawValue == 0 ? !reach.isEmpty : reach.everything || reach.institutions.contains(owner)
        else {
            throw Refusal.noSuchPage
        }
        return plan
    }

    /// Whether the asker may edit a programme.
    func mayEdit(_ plan: Plan) -> Bool {
        desk.asker.may(.editPlans, in: plan.programme.scope, on: desk.today)
    }

    /// Keeps answers of a row of a programme, as ``change(_:in:version:_:)`` does.
    func keep<Row: PlanEdited>(
        _ texts: EditTexts,
        in id: Int,
        version: Int,
        _ find: @escaping @Sendable (Plan, Connection) throws -> Row?
    ) async throws -> Row {
        try await change(texts, in: id, version: version, find).row
    }

    /// Keeps answers of a row of a programme, and looks the programme through.
    ///
    /// The version is that of the row that the answers were given to, 0 of a new one; `find` gives the row as it is now,
    /// or a new one with version 0. Throws `FieldErrors`, and `Conflict` where somebody else was first.
    func change<Row: PlanEdited>(
        _ texts: EditTexts,
        in id: Int,
        version: Int,
        _ find: @escaping @Sendable (Plan, Connection) throws -> Row?
    ) async throws -> PlanKept<Row> {
        try await write(id) { plan, desk, connection in
            guard var row = try find(plan, connection) else { throw Refusal.noSuchPage }
            guard row.version == version else {
                throw Conflict(table: Row.table.name.text, id: row.key.first ?? 0)
            }
            let before = row.version == 0 ? [:] : row.texts(plan)
            var reader = FieldReader(texts)
            row.take(&reader, plan)
            try reader.finish()
            guard row.texts(plan) != before else { return PlanKept(row: row, findings: []) }
            try PlanEditor.store(&row, desk, connection)
            try PlanEditor.note(row, before: before, after: row.texts(plan), desk, connection)
            return PlanKept(row: row, findings: try PlanEditor.findings(since: plan, desk, connection))
        }
    }

    /// Writes within a programme that the asker may edit.
    func write<T: Sendable>(
        _ id: Int,
        _ body: @escaping @Sendable (Plan, Desk, Connection) throws -> T
    ) async throws -> T {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            return try body(try PlanEditor.edited(id, desk, connection), desk, connection)
        }
    }

    /// The changes of a row, the latest first.
    func history<Row: PlanRow>(_ row: Row) async throws -> [RegisterChange] {
        let (tenant, name) = (desk.tenant, PlanEditor.name(row))
        return try await desk.database.data.read {
            try RegisterHistory.changes(Row.table, name, tenant, $0)
        }
    }

    /// What a row held before a change.
    func before<Row: PlanRow>(_ change: Int, of row: Row) async throws -> EditTexts {
        let (tenant, name) = (desk.tenant, PlanEditor.name(row))
        return try await desk.database.data.read {
            try RegisterHistory.before(change, Row.table, name, tenant, $0)
        }
    }

    /// The next id of a kind of row.
    static func newID(_ kind: String, _ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.takeIds(tenant: desk.tenant.rawValue, kind: kind, count: 1).lowerBound
    }

    /// Writes a row, and gives it the version that it has since.
    private static func store(_ row: inout some PlanRow, _ desk: Desk, _ connection: Connection) throws {
        if row.version == 0 {
            // Nobody who read it before it was taken out may save over it once it is there again.
            row.version = try RegisterHistory.version(type(of: row).table, name(row), desk.tenant, connection)
            try row.insert(desk.tenant, connection, version: row.version + 1)
        } else {
            try row.update(desk.tenant, connection)
        }
        row.version += 1
    }

    /// What a programme contradicts itself in now, and did not as it was.
    static func findings(since plan: Plan, _ desk: Desk, _ connection: Connection) throws -> [PlanFinding] {
        let known = Set(PlanCheck(plan: plan).findings)
        let now = try Plan(plan.programme.id, desk.tenant, connection)
        return now.map { PlanCheck(plan: $0).findings.filter { !known.contains($0) } } ?? []
    }

    /// Writes a change down.
    static func note(
        _ row: some PlanRow,
        before: EditTexts,
        after: EditTexts,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try RegisterHistory.note(
            type(of: row).table,
            name(row),
            version: row.version,
            before: before,
            after: after,
            desk,
            connection
        )
    }

    private static func name(_ row: some PlanRow) -> String {
        row.key.map(String.init).joined(separator: "/")
    }
}

extension FieldReader {
    /// One value of a short list.
    mutating func code<Code: PlanCode>(_ name: String, _ value: inout Code) {
        let code = choice(name, Code.allCases.map(\.code))
        if let read = Code.read(code) { value = read }
    }

    /// A number in hundredths; nil where it is left empty.
    mutating func hundredths(_ name: String, optional: Bool = true) -> Int? {
        number(name, decimals: 2, in: 0...100_000_000_000, optional: optional)
    }

    /// A number of a part that no other row of the same sort has.
    mutating func partNumber(_ value: inout String, among others: [String]) {
        let number = PlanNumber.clean(words("number"))
        if others.contains(number) {
            fail("number", Text(lv: "Šāds numurs jau ir.", en: "There is such a number already."))
        }
        value = number
    }

    /// Years: one by one, or the first and the last.
    mutating func years(_ name: String) -> [Int] {
        let text = words(name, optional: true)
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.allSatisfy(PlanYear.range.contains), text.isEmpty == numbers.isEmpty else {
            fail(
                name,
                Text(
                    lv: "Rakstiet gadus: 2024, 2025 vai 2024–2028.",
                    en: "Write years: 2024, 2025 or 2024–2028."
                )
            )
            return []
        }
        let isSpan = numbers.count == 2 && text.contains { "–-—".contains($0) } && numbers[0] <= numbers[1]
        return isSpan ? Array(numbers[0]...numbers[1]) : Array(Set(numbers)).sorted()
    }
}

extension EditField {
    /// A choice of a short list.
    static func code<Code: PlanCode>(
        _ name: String,
        _ label: Text,
        _ type: Code.Type,
        hint: Text? = nil
    ) -> EditField {
        EditField(name, label, .choice(Code.allCases.map { Choice($0.code, $0.words) }), hint: hint)
    }

    /// Words that may be left empty.
    static func line(_ name: String, _ label: Text, hint: Text? = nil) -> EditField {
        EditField(name, label, .line, hint: hint, isOptional: true)
    }

    /// A sentence or two that may be left empty.
    static func area(_ name: String, _ label: Text, hint: Text? = nil) -> EditField {
        EditField(name, label, .area, hint: hint, isOptional: true)
    }

    /// A day that may be left empty.
    static func day(_ name: String, _ label: Text) -> EditField {
        EditField(name, label, .day, isOptional: true)
    }

    static let number = EditField("number", PlanWords.number, .line)
    static let names = Text(
        lv: "Vairākas institūcijas atdaliet ar semikolu.",
        en: "Put a semicolon between several bodies."
    )
}

extension EditTexts {
    /// A number in hundredths as answers keep it; empty where it is not known.
    static func hundredths(_ number: Int?) -> String {
        number.map { $0 % 100 == 0 ? String($0 / 100) : EditTexts.number($0, decimals: 2) } ?? ""
    }
}

extension Desk {
    /// Refuses as if there were no such page where the asker may not edit the plans of a scope: others' plans are read.
    func requireEditing(_ scope: Scope) throws(Refusal) {
        guard asker.may(.editPlans, in: scope, on: today) else { throw Refusal.noSuchPage }
    }
}
