package import Frame
package import Kernel
package import Storage

/// An entry of behaviour; its text is restricted and is opened with a pass for ``Frame/Permission/readBehaviour``.
package struct BehaviourEntry: Sendable {
    /// The pupil.
    package let pupil: PupilID
    /// The day.
    package let day: Day
    /// Which of the pupil's entries of the day, from 1.
    package let ordinal: Int
    /// The kind.
    package let kind: BehaviourKind
    /// The institution.
    package let institution: InstitutionID
    /// The class of the day; 0 where it is not known.
    package let classGroup: ClassID
    /// Who wrote it; 0 where the source does not tell.
    package let author: StaffID
    /// What was written; nil where the entry is a kind alone.
    package let text: RestrictedText?
}

/// Entries of behaviour, read from the store.
package enum BehaviourEntries {
    /// The entries of a selection, by pupil and day.
    ///
    /// Whoever asks must be let see the pupils; the texts ask for a pass of their own.
    package static func of(
        _ selection: Selection,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [BehaviourEntry] {
        let filter = CubeFilter(selection, kinds: nil)
        let rows: [StoredEntry] = try connection.rows(
            """
            SELECT e.pupil_id, e.day, e.ordinal, e.kind, e.institution_id, e.class_id, e.teacher_id, t.text_sealed
            FROM (
                SELECT tenant_id, pupil_id, day, ordinal, kind, institution_id, class_id, teacher_id
                FROM behaviour_entry WHERE tenant_id = \(tenant) AND \(filter.condition)
            ) AS e
            LEFT JOIN behaviour_text t ON t.tenant_id = e.tenant_id AND t.pupil_id = e.pupil_id
                AND t.day = e.day AND t.ordinal = e.ordinal
            ORDER BY e.pupil_id, e.day, e.ordinal
            """
        )
        return rows.map { $0.entry(tenant) }
    }
}

/// An entry as it is stored.
private struct StoredEntry: Readable {
    let pupil: PupilID
    let day: Day
    let ordinal: Int
    let kind: BehaviourKind
    let institution: InstitutionID
    let classGroup: ClassID
    let author: StaffID
    let sealed: [UInt8]?

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        ordinal = try row.next()
        kind = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        author = try row.next()
        sealed = try row.next()
    }

    func entry(_ tenant: TenantID) -> BehaviourEntry {
        let place = SealedPlace(
            table: "behaviour_text",
            column: "text_sealed",
            key: tenant,
            pupil,
            day.number,
            ordinal
        )
        let scope = Scope(
            institution: institution,
            classGroup: classGroup.rawValue == 0 ? nil : classGroup,
            pupil: pupil
        )
        return BehaviourEntry(
            pupil: pupil,
            day: day,
            ordinal: ordinal,
            kind: kind,
            institution: institution,
            classGroup: classGroup,
            author: author,
            text: sealed.map { RestrictedText(sealed: $0, tenant: tenant, place: place, scope: scope) }
        )
    }
}
