internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Evidence of a step: when it was done, who wrote it down, the number of the document, a note.
struct DutyEntry: Sendable {
    let id: Int
    let pupil: PupilID
    let year: SchoolYear
    let term: Int
    let step: DutyStep
    let day: Day
    let reference: String
    /// The letter that was sent; nil where the entry is of no letter.
    let letter: DutyLetter?
    /// Why lessons were missed, where it was written in the open before it was sealed with the note (``DutyNote``).
    let openCause: String
    let who: String
    let at: Instant
    /// Who took it back as a wrong entry; nil while it stands.
    let undoneBy: String?
    let version: Int
    let note: [UInt8]

    /// Whether the step is taken by it.
    var takesStep: Bool { letter?.takesStep ?? true }

    /// What was done: the letter by its name, else the step as the board's order calls it.
    func words(_ steps: [AbsenceDutyRule.Step]) -> Text {
        letter?.title ?? steps.first { $0.step == step }?.words ?? step.words
    }

    static func place(_ pupil: PupilID, _ id: Int, _ tenant: TenantID) -> SealedPlace {
        SealedPlace(table: "duty_entry", column: "note_sealed", key: tenant, pupil, id)
    }

    /// The note, for whoever may read what is written of the pupil's signs.
    func note(_ scope: Scope, _ tenant: TenantID) -> RestrictedText {
        RestrictedText(
            sealed: note,
            tenant: tenant,
            place: DutyEntry.place(pupil, id, tenant),
            scope: scope
        )
    }

    /// What the note says, for whoever may read it; nil for others, and where its time is over.
    func told(
        _ scope: Scope,
        _ tenant: TenantID,
        _ pass: ReadingPass,
        _ connection: Connection
    ) throws -> DutyNote? {
        try note(scope, tenant).opened(pass, connection).map {
            DutyNote(openCause: openCause, opened: $0)
        }
    }
}

extension DutyEntry: Readable {
    static let columns: SQL =
        "pupil_id, id, year, term, step, day, reference, letter, cause, account_name, at, undone_at, undone_by, version, note_sealed"

    init(row: inout Row) throws {
        pupil = try row.next()
        id = try row.next()
        let start: Int = try row.next()
        year = SchoolYear(start)
        term = try row.next()
        let number: Int = try row.next()
        step = DutyStep(number: number) ?? .other3
        day = try row.next()
        reference = try row.next()
        letter = DutyLetter(rawValue: try row.next())
        openCause = try row.next()
        who = try row.next()
        at = Instant(milliseconds: try row.next())
        let undone: Int = try row.next()
        let by: String = try row.next()
        undoneBy = undone == 0 ? nil : by
        version = try row.next()
        note = try row.next()
    }

    /// Entries of a year that stand, of some pupils, by day.
    static func standing(
        _ year: SchoolYear,
        of pupils: Set<PupilID>,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [DutyEntry] {
        guard !pupils.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT \(columns) FROM duty_entry
            WHERE tenant_id = \(tenant) AND pupil_id IN (\(list: pupils.sorted())) AND year = \(year.start)
                AND undone_at = 0
            ORDER BY pupil_id, day, id
            """
        )
    }

    /// All entries of a pupil, those taken back too, the latest first.
    static func all(of pupil: PupilID, _ tenant: TenantID, _ connection: Connection) throws -> [DutyEntry] {
        try connection.rows(
            """
            SELECT \(columns) FROM duty_entry WHERE tenant_id = \(tenant) AND pupil_id = \(pupil)
            ORDER BY day DESC, id DESC
            """
        )
    }
}
