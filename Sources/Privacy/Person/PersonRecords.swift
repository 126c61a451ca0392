internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Everything that is kept of one person, table by table, in words; what is withheld and why; and who looked at it.
struct PersonRecords: Sendable {
    /// The rows of one table.
    struct Section: Sendable {
        /// A stable name for files: `marks`.
        let name: String
        let title: Text
        let columns: [(name: String, words: Text)]
        let rows: [[PersonValue]]

        /// The same under another name.
        func named(_ name: String) -> Section {
            Section(name: name, title: title, columns: columns, rows: rows)
        }
    }

    /// What is kept and not given out with the rest.
    struct Withheld: Sendable {
        let title: Text
        /// How many rows; nil where they are not counted.
        let rows: Int?
        let reason: Text
    }

    /// A look at the person's data, or a deed of a member of staff.
    struct Access: Sendable {
        let record: AuditRecord
        let who: String
        /// What it was, in words; whoever else it was about is a number.
        let place: Text
    }

    let name: String
    let sections: [Section]
    let withheld: [Withheld]
    /// Whether it is a member of staff; else a pupil.
    let isOfStaff: Bool
    /// Who looked at the person's data, the youngest first.
    let looks: [Access]
    /// What a member of staff did; nothing of a pupil.
    let deeds: [Access]

    /// Reads everything of a pupil; nil where there is no such pupil: nobody can be told to be a person without a name.
    static func load(_ pupil: PupilID, _ desk: Desk) async throws -> PersonRecords? {
        // Numbers that lead to the pupil have what was read of them, and what could not be moved.
        let aliases = try await desk.database.data.read {
            try PupilAliases.load(desk.tenant, $0).others(of: pupil)
        }
        let looks = try await AuditTrail.whole(
            desk.tenant,
            AuditFilter(),
            of: [pupil] + aliases,
            desk.database
        )
        return try await desk.database.data.read { connection in
            let known = try connection.value(
                """
                SELECT id FROM pupil
                WHERE tenant_id = \(desk.tenant) AND id = \(pupil) AND is_reference = 0
                """,
                PupilID.self
            )
            guard known != nil else { return nil }
            let (words, codes) = (PersonWords(desk, connection), try CodeWords(desk, connection))
            let tables = try PersonTables.load(desk.house, connection).all
            func section(_ table: PersonTable, _ number: PupilID) throws -> Section? {
                try PersonReader(
                    note: table.note,
                    columns: table.columns,
                    desk: desk,
                    connection: connection
                )
                .section(where: table.condition(number, desk.tenant), words, codes)
            }
            var rest = try tables.filter { !OwnFormats.covered.contains($0.note.name) }
                .compactMap { try section($0, pupil) }
            for alias in aliases {
                let sections = try tables.compactMap { try section($0, alias) }
                rest += sections.map { $0.named("\($0.name)-\(alias.rawValue)") }
            }
            return PersonRecords(
                name: words.name(.pupil, pupil.rawValue),
                sections: try OwnFormats(pupil, codes, desk, connection).sections() + rest,
                withheld: rest.filter { PersonTables.heldBack.contains($0.name) }.map {
                    Withheld(title: $0.title, rows: $0.rows.count, reason: Withheld.ofOthers)
                },
                isOfStaff: false,
                looks: try named(looks, desk, connection),
                deeds: []
            )
        }
    }

    /// Looks with the names of those who looked.
    static func named(_ looks: [AuditRecord], _ desk: Desk, _ connection: Connection) throws -> [Access] {
        let names = try Set(looks.map(\.account)).reduce(into: [AccountID: String]()) { names, account in
            names[account] = try Accounts.find(account, tenant: desk.tenant, connection)?.name
        }
        let words = AuditWords(desk.house, accounts: [:])
        return looks.map {
            Access(record: $0, who: names[$0.account] ?? "–", place: words.words($0.place))
        }
    }
}

extension PersonRecords.Withheld {
    /// What the sealed texts of cases are withheld for.
    static let ofOthers = Text(
        lv: """
            Šifrētos tekstus šeit nerāda: tajos ir arī citu cilvēku dati un vārdi. Tos izsniedz gadījuma vadītājs, \
            izvērtējis citu personu tiesības un bērna intereses (VDAR 15. panta 4. punkts).
            """,
        en: """
            Sealed texts are not shown here: they have data and words of other people too. The owner of the case gives \
            them out, having weighed the rights of others and the interests of the child (GDPR, article 15(4)).
            """
    )
}
