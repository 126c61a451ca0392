import Access
import Frame
import Kernel
import Storage

/// Changes founders and addresses of an institution and the places of its programmes by hand.
struct PlacesEditor: Sendable {
    let desk: Desk
    let institution: InstitutionID

    /// What the institution has; refuses where there is no such institution.
    func record() async throws -> PlacesRecord {
        let (tenant, institution) = (desk.tenant, institution)
        let found = try await desk.database.data.read {
            try PlacesRecord.load(institution, tenant, $0)
        }
        guard let found else { throw Refusal.noSuchPage }
        return found
    }

    /// The changes, the latest first.
    func history() async throws -> [RegisterChange] {
        let (tenant, row) = (desk.tenant, String(institution.rawValue))
        return try await desk.database.data.read {
            try RegisterHistory.changes(.institutionAddresses, row, tenant, $0)
        }
    }

    /// Keeps answers; throws ``FieldErrors``, and `Conflict` where somebody else, or an import, was first.
    func change(version: Int, _ typed: EditTexts) async throws {
        try desk.require(.editRegisters, in: Scope(institution: institution))
        let (desk, institution) = (desk, institution)
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            guard let old = try PlacesRecord.load(institution, desk.tenant, connection) else {
                throw Refusal.noSuchPage
            }
            guard old.version == version else {
                throw Conflict(table: "institution_address", id: institution.rawValue)
            }
            let new = try PlacesEditor.read(typed, old.parts)
            guard new != old.dated else { return }
            let rows = PlaceRows(tenant: desk.tenant, connection: connection)
            for part in old.parts { try rows.write(part, new[part.name] ?? DatedTexts(), institution) }
            try RegisterHistory.note(
                .institutionAddresses,
                old.row,
                version: old.changes + 1,
                before: old.texts,
                after: PlacesRecord.texts(new),
                desk,
                connection
            )
        }
    }

    /// Puts back what stood before one of the changes.
    func restore(change: Int, version: Int) async throws {
        let (tenant, row) = (desk.tenant, String(institution.rawValue))
        let before = try await desk.database.data.read {
            try RegisterHistory.before(change, .institutionAddresses, row, tenant, $0)
        }
        try await self.change(version: version, before)
    }

    /// Reads answers: each text with a day of its own; a line that is left empty falls out.
    static func read(
        _ typed: EditTexts,
        _ parts: [PlacesRecord.Part]
    ) throws(FieldErrors) -> [String: DatedTexts] {
        var reader = FieldReader(typed)
        var read: [String: DatedTexts] = [:]
        for part in parts {
            var days: Set<Int> = []
            for line in 1...(PlacesRecord.lines(of: part.name, typed) + 1) {
                let (from, text) = ("\(part.name)-\(line)-from", "\(part.name)-\(line)-text")
                let day = reader.day(from)
                let words = reader.words(text, optional: true)
                guard day != nil || !words.isEmpty else { continue }
                let texts = part.isMany ? DatedTexts.parts(words) : [words].filter { !$0.isEmpty }
                if texts.isEmpty { reader.fail(text, .missingAnswer) }
                let number = day?.number ?? 0
                if !days.insert(number).inserted {
                    reader.fail(
                        from,
                        Text(lv: "Šī diena jau ir citā rindā.", en: "Another line has this day.")
                    )
                }
                read[part.name, default: DatedTexts()].put(texts, from: number)
            }
        }
        try reader.finish()
        return read
    }
}

/// Writes the rows of a part: what is the same stays as it is, so that an undo of its import finds it.
private struct PlaceRows {
    let tenant: TenantID
    let connection: Connection

    func write(_ part: PlacesRecord.Part, _ dated: DatedTexts, _ institution: InstitutionID) throws {
        let latest = DatedTexts.joined(dated.latest)
        if let programme = part.programme {
            try write(.programmeAddresses, programme.rawValue, dated)
            try connection.execute(
                """
                UPDATE programme SET address = \(latest), version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(programme) AND address <> \(latest)
                """
            )
        } else if part.isMany {
            try write(.institutionAddresses, institution.rawValue, dated)
            try connection.execute(
                """
                UPDATE institution SET address = \(latest), version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(institution) AND address <> \(latest)
                """
            )
        } else {
            try write(.institutionFounders, institution.rawValue, dated)
            try connection.execute(
                """
                UPDATE institution SET founder = \(latest), version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(institution) AND founder <> \(latest)
                """
            )
        }
    }

    private func write(_ table: RegisterTable, _ owner: Int, _ dated: DatedTexts) throws {
        var wanted: [[Int]: String] = [:]
        for stretch in dated.stretches {
            for (index, text) in stretch.texts.enumerated() { wanted[key(table, stretch.from, index)] = text }
        }
        let parts = table.key.dropFirst().map(\.sql)
        guard let text = table.columns.first?.sql else { return }
        let columns = SQL.joined(parts + [text], by: ", ")
        var there: [[Int]: String] = [:]
        try connection.each(
            """
            SELECT \(columns) FROM \(table.name.sql) WHERE \(place(table, [owner]))
            ORDER BY \(SQL.joined(parts, by: ", "))
            """
        ) { row in
            let key = try parts.map { _ in try row.next(Int.self) }
            there[key] = try row.next()
        }
        for key in there.keys where wanted[key] == nil {
            try connection.execute("DELETE FROM \(table.name.sql) WHERE \(place(table, [owner] + key))")
        }
        for (key, words) in wanted where there[key] != words {
            if there[key] != nil {
                try connection.execute(
                    """
                    UPDATE \(table.name.sql) SET \(text) = \(words), version = version + 1
                    WHERE \(place(table, [owner] + key))
                    """
                )
            } else {
                let names = SQL.joined(table.key.map(\.sql) + [text], by: ", ")
                try connection.execute(
                    """
                    INSERT INTO \(table.name.sql) (tenant_id, \(names), version)
                    VALUES (\(tenant), \(list: [owner] + key), \(words), 1)
                    """
                )
            }
        }
    }

    /// The key of a row behind its owner; founders are one at a time and have no ordinal.
    private func key(_ table: RegisterTable, _ from: Int, _ index: Int) -> [Int] {
        table.key.count > 2 ? [from, index] : [from]
    }

    /// The condition that the columns of the key, as many as there are values, have these values.
    private func place(_ table: RegisterTable, _ values: [Int]) -> SQL {
        let same = zip(table.key, values).map { name, value -> SQL in "\(name.sql) = \(value)" }
        return "tenant_id = \(tenant) AND \(SQL.joined(same, by: " AND "))"
    }
}
