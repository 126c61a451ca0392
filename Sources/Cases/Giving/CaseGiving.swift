internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Gives the case's part of a person's data out: whoever answers for the case does, and says why a note is held back.
struct CaseGiving: Sendable {
    let desk: Desk

    /// What the audit trail calls it.
    static func record(_ id: Int) -> String { "case \(id) given" }

    /// Takes down that the case's part is given out without the notes held back, each with the reason; gives the part.
    ///
    /// The reasons are kept in the case as a restricted note; the trail has that it was given.
    /// Throws `Conflict` where the part is not the one that was shown, by its mark: a note written meanwhile would leave
    /// unseen. Throws `FieldErrors` where a reason is missing.
    func give(_ id: Int, shown: String, holding reasons: [Int: String]) async throws -> CasePart {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            let part = try CasePart.load(id, desk, connection)
            guard try part.mark(desk, connection) == shown else {
                throw Conflict(table: "prevention_case", id: id)
            }
            let held = part.notes.filter { reasons[$0.id] != nil }
            guard held.count == reasons.count else { throw Refusal.noSuchPage }
            var errors = FieldErrors()
            for note in held where reasons[note.id]?.isEmpty ?? true {
                errors.add(CaseGivingForm.reason(note.id), .missingAnswer)
            }
            guard errors.isEmpty else { throw errors }
            if !held.isEmpty {
                let lines = held.map { note in
                    "\(Format(.lv).day(note.day)) \(note.who): \(reasons[note.id] ?? "")"
                }
                let text = "Personai neizsniegtas piezīmes.\n" + lines.joined(separator: "\n")
                _ = try CaseWork.keep(text, .restricted, in: part.file, desk, connection)
            }
            try AuditTrail.queue(
                desk.event(
                    .change,
                    CaseGiving.record(id),
                    persons: [part.file.pupil],
                    scope: part.scope
                ),
                connection
            )
            return part
        }
    }
}
