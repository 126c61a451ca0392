internal import Access
internal import Exchange
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Takes the person away from a pupil's data: what names or describes them goes, what counts stays with a number.
///
/// Sums of past years rest on facts. Facts hold numbers only, so they stay and belong to nobody once the name, the
/// codes and the day of birth are gone; what people wrote and what was found of the pupil goes as a whole.
struct Erasure {
    let desk: Desk
    let connection: Connection

    /// What happens to the rows of one table.
    struct Part: Sendable {
        let title: Text
        let rows: Int
        /// Whether the rows go; else they stay with a number.
        let goes: Bool
    }

    /// What an erasure would do, table by table.
    func plan(_ pupil: PupilID) throws -> [Part] {
        let words = PersonWords(desk, connection)
        return try PersonTables.load(desk.house, connection).all.compactMap { table in
            guard table.note.retention == "schooling" else { return nil }
            // General: the table is any about persons, the condition that of its note.
            let rows = try connection.value(
                """
                SELECT count(*) FROM \(try SQL.name(table.note.name))
                WHERE \(try table.condition(pupil, desk.tenant))
                """,
                Int.self
            )
            guard let rows, rows > 0 else { return nil }
            return Part(
                title: words.title(table.note.name, desk.house),
                rows: rows,
                goes: table.goes(desk.house)
            )
        }
    }

    /// Erases pupils, but those with whom it was done before.
    ///
    /// With a person go the numbers that lead to them: their rows have the name still.
    func run(_ pupils: [PupilID], _ reason: ErasedPupils.Reason) throws {
        let aliases = try PupilAliases.load(desk.tenant, connection)
        let all = Set(pupils.flatMap { aliases.others(of: $0) + [$0] }).sorted()
        let present = try all.filter { try !isErased($0) }
        guard !present.isEmpty else { return }
        for pupil in present { try erase(pupil, reason) }
        try UndoKeeping(desk, connection).forget(Set(present))
    }

    private func erase(_ pupil: PupilID, _ reason: ErasedPupils.Reason) throws {
        var removed = 0
        // A table stands after those that it refers to, so the last one goes first.
        let tables = try PersonTables.load(desk.house, connection).all
        for table in tables.reversed() where table.goes(desk.house) {
            // General: the table is any about persons, the condition that of its note.
            removed += try connection.execute(
                """
                DELETE FROM \(try SQL.name(table.note.name))
                WHERE \(try table.condition(pupil, desk.tenant))
                """
            )
        }
        for table in tables {
            guard let rows = table.counted(desk.house) else { continue }
            try rows.empty(table.condition(pupil, desk.tenant), on: desk.today, connection)
        }
        try ErasedPupils.bury(pupil, reason, removed: removed, desk, connection)
    }

    private func isErased(_ pupil: PupilID) throws -> Bool {
        try connection.value(
            "SELECT pupil_id FROM erased_pupil WHERE tenant_id = \(desk.tenant) AND pupil_id = \(pupil)",
            PupilID.self
        ) != nil
    }
}

extension RequestWork {
    /// Erases the person of an open request and fulfils it.
    func erase(_ id: Int, _ text: String, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            try desk.require(.handlePrivacy, in: .tenant)
            guard let request = try PrivacyRequest.find(id, desk.tenant, connection),
                request.kind == .erasure
            else { throw Refusal.noSuchPage }
            guard !text.isEmpty else { throw FieldErrors("text", .missingAnswer) }
            guard request.version == version, request.state.isOpen else {
                throw Conflict(table: "privacy_request", id: id)
            }
            switch request.subject {
            case .pupil(let pupil):
                let held = try KeptEvidence.holding(pupil, desk, connection)
                guard held.isEmpty else { throw Refusal.keptAsEvidence(held) }
                try Erasure(desk: desk, connection: connection).run([pupil], .request)
            case .staff(let staff): try StaffErasure(desk: desk, connection: connection).run(staff)
            }
            try connection.execute(
                """
                UPDATE privacy_request SET state = \(RequestState.fulfilled), decided_on = \(desk.today),
                    decision_sealed = \(try RequestText.seal(text, .decision, id, desk, connection)),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try RequestWork.note(.erased, id, request.subject, desk, connection)
            try RequestWork.note(.fulfilled, id, request.subject, desk, connection)
        }
    }
}
