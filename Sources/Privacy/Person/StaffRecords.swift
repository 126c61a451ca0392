internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Everything that is kept of a member of staff: the register, work, accounts, what they did, and who looked at it.
///
/// Rows about pupils that name the person are told of and not given out: they are the pupils' first.
enum StaffRecords {
    /// Reads everything of a member of staff; nil where there is no such person.
    static func load(_ staff: StaffID, _ desk: Desk) async throws -> PersonRecords? {
        let accounts = try await desk.database.data.read { connection in
            try connection.rows(
                "SELECT id FROM account WHERE tenant_id = \(desk.tenant) AND staff_id = \(staff) ORDER BY id",
                AccountID.self
            )
        }
        var deeds: [AuditRecord] = []
        for account in accounts {
            var filter = AuditFilter()
            filter.account = account
            deeds += try await AuditTrail.whole(desk.tenant, filter, desk.database)
        }
        let done = deeds
        let looks = try await looks(at: staff, accounts, desk)
        return try await desk.database.data.read { connection in
            let known = try connection.value(
                "SELECT id FROM staff WHERE tenant_id = \(desk.tenant) AND id = \(staff)",
                StaffID.self
            )
            guard known != nil else { return nil }
            let (words, codes) = (PersonWords(desk, connection), try CodeWords(desk, connection))
            let name = words.name(.teacher, staff.rawValue)
            let trail = AuditWords(desk.house, accounts: [:])
            let tables = try StaffTables.load(desk.house, connection).all
            return PersonRecords(
                name: name,
                sections: try tables.filter { !$0.isOfOthers }.compactMap { table in
                    try PersonReader(
                        note: table.note,
                        columns: table.columns,
                        desk: desk,
                        connection: connection
                    )
                    .section(
                        where: try table.condition(staff, accounts, desk.tenant),
                        words,
                        codes
                    )
                },
                withheld: try tables.filter(\.isOfOthers).compactMap { table in
                    try withheld(
                        table,
                        try table.condition(staff, accounts, desk.tenant),
                        words,
                        desk,
                        connection
                    )
                },
                isOfStaff: true,
                looks: try PersonRecords.named(looks, desk, connection),
                deeds: done.map {
                    PersonRecords.Access(record: $0, who: name, place: trail.words($0.place))
                }
            )
        }
    }

    /// What others read of a member of staff or took as a file, the youngest first.
    private static func looks(
        at staff: StaffID,
        _ accounts: [AccountID],
        _ desk: Desk
    ) async throws -> [AuditRecord] {
        var filter = AuditFilter()
        filter.staff = staff
        return try await AuditTrail.whole(desk.tenant, filter, desk.database)
            .filter { $0.staff.contains(staff) && !accounts.contains($0.account) }
    }

    private static func withheld(
        _ table: StaffTables.Table,
        _ condition: SQL,
        _ words: PersonWords,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PersonRecords.Withheld? {
        let title = words.title(table.note.name, desk.house)
        // Facts are many and found by pupil; that there may be some is said of every teacher.
        guard !table.isOfFacts else {
            return PersonRecords.Withheld(title: title, rows: nil, reason: reason)
        }
        // General: the table is any that names staff, the condition that of its columns.
        let rows = try connection.value(
            "SELECT count(*) FROM \(try SQL.name(table.note.name)) WHERE \(condition)",
            Int.self
        )
        guard let rows, rows > 0 else { return nil }
        return PersonRecords.Withheld(title: title, rows: rows, reason: reason)
    }

    private static let reason = Text(
        lv: """
            Ieraksti ir par izglītojamajiem, un persona tajos nosaukta kā autors vai pedagogs; tos neizsniedz, lai neaizskartu \
            izglītojamo tiesības (VDAR 15. panta 4. punkts).
            """,
        en: """
            The records are about pupils and name the person as author or teacher; they are not given out, so as not to \
            affect the rights of pupils (GDPR, article 15(4)).
            """
    )
}
