internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Writes evidence of steps, and takes wrong entries back: the one operation under pages and the demo.
struct DutyWork: Sendable {
    let desk: Desk

    /// What is written down of a step.
    struct Draft: Sendable {
        var year: SchoolYear
        var term: Int
        var step: DutyStep
        var day: Day
        var reference = ""
        /// The letter that was sent.
        var letter: DutyLetter?
        var note = ""
        /// Why lessons were missed, by its code; empty where it is not known.
        var cause = ""
    }

    /// Reads what was typed of a step; throws ``FieldErrors``.
    static func draft(
        _ typed: EditTexts,
        _ year: SchoolYear,
        _ term: Int,
        today: Day
    ) throws(FieldErrors) -> Draft {
        var reader = FieldReader(typed)
        let step = DutyStep(rawValue: reader.choice("step", DutyStep.allCases.map(\.rawValue)))
        let day = reader.day("day", optional: false)
        if let day, day > today {
            reader.fail("day", Text(lv: "Diena vēl nav pienākusi.", en: "The day has not come yet."))
        } else if let day, day < year.first || day > year.last {
            reader.fail(
                "day",
                Text(lv: "Diena nav šajā mācību gadā.", en: "The day is not in this school year.")
            )
        }
        let reference = reader.words("reference", optional: true)
        let note = reader.words("note", optional: true)
        let cause = reader.words("cause", optional: true)
        try reader.finish()
        guard let step, let day else { throw FieldErrors("step", .missingChoice) }
        return Draft(
            year: year,
            term: term,
            step: step,
            day: day,
            reference: reference,
            note: note,
            cause: cause
        )
    }

    /// Reads what was typed of a step and writes it down.
    ///
    /// - Throws: ``FieldErrors`` of all that is wrong, be it for the form or for the board's order.
    func record(_ typed: EditTexts, _ year: SchoolYear, _ term: Int, of pupil: PupilID) async throws {
        let draft: Draft
        do throws(FieldErrors) {
            draft = try DutyWork.draft(typed, year, term, today: desk.today)
        } catch {
            var errors = error
            errors.add(try await wrong(typed, year))
            throw errors
        }
        try await record(draft, of: pupil)
    }

    /// What the board's order finds wrong with a step that cannot be written down anyway.
    private func wrong(_ typed: EditTexts, _ year: SchoolYear) async throws -> FieldErrors {
        var reader = FieldReader(typed)
        guard let step = DutyStep(rawValue: reader.words("step", optional: true)) else {
            return FieldErrors()
        }
        let (cause, reference) = (
            reader.words("cause", optional: true), reader.words("reference", optional: true)
        )
        let desk = desk
        return try await desk.database.data.read {
            try DutyWork.errors(step, year, cause: cause, reference: reference, desk, $0)
        }
    }

    /// Writes down that a step was done for a pupil.
    ///
    /// - Throws: ``FieldErrors`` where the board's order does not have the step, or it needs the number of a document;
    ///   a `Refusal` where whoever sits at the desk does not work with the pupil.
    func record(_ draft: Draft, of pupil: PupilID) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let scope = try DutyWork.require(pupil, desk, connection)
            try DutyWork.errors(
                draft.step,
                draft.year,
                cause: draft.cause,
                reference: draft.reference,
                desk,
                connection
            )
            .check()
            let stays = try YearStays.load(draft.year, [pupil], desk.tenant, connection)
            guard let stay = stays.last(pupil) else { throw Refusal.noStay }
            let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "duty_entry", count: 1)
                .lowerBound
            let sealed = try DutyNote(cause: draft.cause, text: draft.note).sealed(
                try CodeLists.load(desk.tenant, connection),
                DutyEntry.place(pupil, id, desk.tenant),
                desk.tenant,
                connection
            )
            try connection.execute(
                """
                INSERT INTO duty_entry (tenant_id, pupil_id, id, year, term, institution_id, class_id, step, day,
                    reference, letter, note_sealed, account_id, account_name, at, version)
                VALUES (\(desk.tenant), \(pupil), \(id), \(draft.year.start), \(draft.term), \(stay.institution),
                    \(stay.classGroup), \(draft.step.number), \(draft.day), \(draft.reference),
                    \(draft.letter?.rawValue ?? 0), \(sealed),
                    \(desk.asker.account), \(desk.asker.name), \(desk.clock().milliseconds), 1)
                """
            )
            try AuditTrail.queue(
                desk.event(.change, "absence duty \(id)", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// Takes a wrong entry back; it stays in the history with who took it back.
    ///
    /// - Throws: `Conflict` where somebody else was first.
    func undo(_ id: Int, of pupil: PupilID, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let scope = try DutyWork.require(pupil, desk, connection)
            let changed = try connection.execute(
                """
                UPDATE duty_entry SET undone_at = \(desk.clock().milliseconds), undone_by = \(desk.asker.name),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND id = \(id)
                    AND version = \(version) AND undone_at = 0
                """
            )
            guard changed > 0 else { throw Conflict(table: "duty_entry", id: id) }
            try AuditTrail.queue(
                desk.event(.change, "absence duty \(id)", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// What the board's order and list of causes find wrong with a step.
    private static func errors(
        _ step: DutyStep,
        _ year: SchoolYear,
        cause: String,
        reference: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> FieldErrors {
        let day = min(desk.today, year.last)
        let rule = try Regulations.load(desk.tenant, connection).parameters(of: AbsenceDutyRule.self, on: day)
        let asked = rule?.steps.first { $0.step == step }
        var errors = FieldErrors()
        if asked == nil {
            errors.add(
                "step",
                Text(lv: "Pašvaldības kārtībā šāda soļa nav.", en: "The board’s order has no such step.")
            )
        }
        let causes = try CodeLists.load(desk.tenant, connection).items(
            CodeLists.absenceCauses,
            on: desk.today
        )
        if !cause.isEmpty, !causes.contains(where: { $0.code == cause }) {
            errors.add("cause", .missingChoice)
        }
        if asked?.reference == 1, reference.isEmpty {
            errors.add(
                "reference",
                Text(
                    lv: "Ierakstiet dokumenta vai ieraksta numuru.",
                    en: "Write the number of the document or entry."
                )
            )
        }
        return errors
    }

    /// The pupil's scope of today, where whoever sits at the desk may work with the pupil.
    private static func require(_ pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> Scope {
        let found = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope = found else { throw Refusal.noSuchPage }
        try desk.require(.workSignals, in: scope)
        return scope
    }
}

extension Refusal {
    fileprivate static let noStay = Refusal(
        .conflict,
        Text(
            lv: "Izglītojamais šajā mācību gadā nekur nav mācījies.",
            en: "The pupil was enrolled nowhere in this school year."
        ),
        advice: Text(lv: "Pārbaudiet izglītojamo sarakstu.", en: "Check the list of pupils.")
    )
}
