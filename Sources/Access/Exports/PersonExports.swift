package import Frame
package import Kernel
internal import Logging
internal import Storage

/// The guard of exports of persons: few go at once, many need a reason and a second person.
package struct PersonExports: Sendable {
    let desk: Desk

    /// The guard at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Asks to export the data of some pupils and members of staff, and lines of a file that may tell of others.
    ///
    /// Up to the tenant's ceiling it is permitted and recorded at once. Above, an approval that somebody else gave
    /// within the last day, for the same thing and no fewer persons, is used up; without one the wish is written
    /// down with its reason, and an alarm is raised. The asker's own entry of the staff register counts for nobody, a
    /// line that nobody has matched to a person for one.
    package func ask(
        _ what: String,
        _ pupils: [PupilID],
        staff: [StaffID] = [],
        lines: Int = 0,
        in scope: Scope,
        reason: String = ""
    ) async throws -> ExportOutcome {
        try await ask(what, pupils, staff: staff, lines: lines, in: [scope], reason: reason)
    }

    /// Asks to export the data of persons of several places: allowed to who may export persons in each of them, and
    /// approved by who may approve for what holds them all.
    package func ask(
        _ what: String,
        _ pupils: [PupilID],
        staff: [StaffID] = [],
        lines: Int = 0,
        in places: [Scope],
        reason: String = ""
    ) async throws -> ExportOutcome {
        let persons = Persons(pupils, staff, lines: lines, own: desk.asker.staff)
        let scope = Scope.around(places)
        if persons.count > 0 {
            for place in places.isEmpty ? [scope] : places { try desk.require(.exportPersons, in: place) }
        }
        let guarded = self
        let outcome = try await desk.writeAndRecord { connection in
            try connection.lock(tenant: guarded.desk.tenant.rawValue)
            return try guarded.decide(what, persons, scope, reason, connection)
        }
        if case .waits(let number) = outcome { alarm(number, persons.count) }
        return outcome
    }

    /// The exports that wait for a decision that the asker may take, the oldest first.
    package func waiting() async throws -> [PersonExport] {
        let desk = desk
        let all = try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT \(PersonExport.columns) FROM person_export
                WHERE tenant_id = \(desk.tenant) AND state = \(PersonExport.State.asked) ORDER BY id
                """,
                as: PersonExport.self
            )
        }
        return all.filter { desk.asker.may(.approveExports, in: $0.scope, on: desk.today) }
    }

    /// Approves or refuses an export that somebody else asked for.
    package func decide(_ id: Int, approve: Bool) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try connection.first(
                """
                SELECT \(PersonExport.columns) FROM person_export
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND state = \(PersonExport.State.asked)
                """,
                as: PersonExport.self
            )
            guard let found else { throw Refusal.noSuchPage }
            try desk.require(.approveExports, in: found.scope)
            guard found.account != desk.asker.account, desk.asker.viewing == nil else {
                throw Refusal.secondPerson
            }
            let state: PersonExport.State = approve ? .approved : .refused
            try connection.update(
                "person_export",
                id: id,
                """
                UPDATE person_export SET state = \(state), decided_by = \(desk.asker.account),
                    decided_at = \(desk.clock().milliseconds), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND version = \(found.version)
                """
            )
            let kind: AuditKind = approve ? .exportApproved : .exportRefused
            try AuditTrail.queue(
                desk.event(kind, "export \(id) \(found.what)", scope: found.scope),
                connection
            )
        }
    }

    /// Whose data an export holds, each once.
    private struct Persons {
        let pupils: [PupilID]
        let staff: Int
        let lines: Int

        init(_ pupils: [PupilID], _ staff: [StaffID], lines: Int, own: StaffID?) {
            self.lines = lines
            self.pupils = Set(pupils).sorted()
            self.staff = Set(staff).subtracting(own.map { [$0] } ?? []).count
        }

        var count: Int { pupils.count + staff + lines }

        /// What the trail says of it: pupils are taken down one by one, staff and lines by their number.
        func trail(_ what: String) -> String {
            let told = staff == 0 ? what : "\(what) staff \(staff)"
            return lines == 0 ? told : "\(told) rows \(lines)"
        }
    }

    private func decide(
        _ what: String,
        _ persons: Persons,
        _ scope: Scope,
        _ reason: String,
        _ connection: Connection
    ) throws -> ExportOutcome {
        guard let tenant = try Tenants.find(desk.tenant, connection) else { throw Refusal.noSuchPage }
        if persons.count <= tenant.exportCeiling {
            return .permitted(try permit(what, persons, scope, number: nil, connection))
        }
        if let approved = try approval(what, persons.count, scope, connection) {
            try connection.update(
                "person_export",
                id: approved.id,
                """
                UPDATE person_export SET state = \(PersonExport.State.used), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(approved.id) AND version = \(approved.version)
                """
            )
            return .permitted(try permit(what, persons, scope, number: approved.id, connection))
        }
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count >= 10 else { return .needsReason(ceiling: tenant.exportCeiling) }
        return .waits(try note(what, persons, scope, words, connection))
    }

    private func approval(
        _ what: String,
        _ people: Int,
        _ scope: Scope,
        _ connection: Connection
    ) throws -> PersonExport? {
        try connection.first(
            """
            SELECT \(PersonExport.columns) FROM person_export
            WHERE tenant_id = \(desk.tenant) AND account_id = \(desk.asker.account) AND what = \(what)
                AND institution_id = \(scope.institution?.rawValue ?? 0)
                AND class_id = \(scope.classGroup?.rawValue ?? 0)
                AND state = \(PersonExport.State.approved) AND people >= \(people)
                AND decided_at > \((desk.clock() - PersonExport.lifetime).milliseconds)
            ORDER BY id LIMIT 1
            """
        )
    }

    private func permit(
        _ what: String,
        _ persons: Persons,
        _ scope: Scope,
        number: Int?,
        _ connection: Connection
    ) throws -> ExportPermit {
        let event = desk.event(
            .export,
            persons.trail(number.map { "\(what) export \($0)" } ?? what),
            persons: persons.pupils,
            scope: scope
        )
        try AuditTrail.queue(event, connection)
        return ExportPermit(watermark: watermark(number))
    }

    /// What an export of the asker's carries that is made now, by an approval of this number or without any.
    package func watermark(_ number: Int? = nil) -> Text {
        let mark = number.map { " · Nr. \($0)" } ?? ""
        let name = "\(desk.asker.name) (\(desk.asker.account.rawValue))"
        return Text(
            lv: "Eksportēja \(name) · \(Format(.lv).moment(desk.clock()))\(mark)",
            en: "Exported by \(name) · \(Format(.en).moment(desk.clock()))\(mark)"
        )
    }

    private func note(
        _ what: String,
        _ persons: Persons,
        _ scope: Scope,
        _ reason: String,
        _ connection: Connection
    ) throws -> Int {
        let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "person_export", count: 1)
            .lowerBound
        try connection.execute(
            """
            INSERT INTO person_export (tenant_id, \(PersonExport.columns))
            VALUES (\(desk.tenant), \(id), \(desk.asker.account), \(what), \(scope.institution?.rawValue ?? 0),
                \(scope.classGroup?.rawValue ?? 0), \(reason), \(persons.count), \(PersonExport.State.asked),
                \(desk.clock().milliseconds), 0, 0, 1)
            """
        )
        try AuditTrail.queue(
            desk.event(
                .exportAsked,
                persons.trail("export \(id) \(what)"),
                persons: persons.pupils,
                scope: scope
            ),
            connection
        )
        return id
    }

    private func alarm(_ number: Int, _ people: Int) {
        Logger(label: "sekme.access").warning(
            "A large export of persons waits for a second person",
            metadata: [
                "tenant": "\(desk.tenant.rawValue)", "export": "\(number)",
                "account": "\(desk.asker.account.rawValue)", "people": "\(people)",
            ]
        )
    }
}

extension Refusal {
    static let secondPerson = Refusal(
        .forbidden,
        Text(lv: "Savu eksportu apstiprina cits cilvēks.", en: "Somebody else approves one's own export."),
        advice: Text(lv: "Lūdziet to vadītājam.", en: "Ask the head.")
    )
}
