internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The note of a step as it was opened: why lessons are missed, where the step found it out, and the words.
///
/// Reasons of absence tell of health, money and family, and nothing counts them: the code is sealed with the words, as
/// that of an observation is (``ObservedText``).
struct DutyNote: Equatable, Sendable {
    /// The code of the reason; empty where the step did not find it out.
    let cause: String
    let text: String

    init(cause: String, text: String) {
        self.cause = cause
        self.text = text
    }

    /// A stored note: the code that stands in the open, or none, and what was sealed.
    init(openCause: String, opened: String) {
        guard openCause.isEmpty else {
            self.init(cause: openCause, text: opened)
            return
        }
        // The line is the code and its words of then, for a person who reads what is kept of them.
        guard opened.hasPrefix("["), let end = opened.firstIndex(of: "\n"),
            let close = opened[..<end].firstIndex(of: "]")
        else {
            self.init(cause: "", text: opened.hasPrefix("\n") ? String(opened.dropFirst()) : opened)
            return
        }
        let code = opened[..<close].dropFirst()
        self.init(cause: String(code), text: String(opened[opened.index(after: end)...]))
    }

    /// What is sealed, with the words of the code; words that begin as a code does stand on a line of their own.
    func sealedText(_ words: Text) -> String {
        guard cause.isEmpty else { return "[\(cause)] \(words.lv)\n\(text)" }
        return text.hasPrefix("[") || text.hasPrefix("\n") ? "\n\(text)" : text
    }

    func sealed(
        _ lists: CodeLists,
        _ place: SealedPlace,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [UInt8] {
        let text = sealedText(lists.words(CodeLists.absenceCauses, cause))
        return try connection.sealer.seal(Array(text.utf8), tenant: tenant.rawValue, bound: place)
    }
}

extension DutyNote {
    /// Seals codes that were written in the open before they were sealed; where the note's time is over, they go.
    static func sealOld(_ tenant: TenantID, _ today: Day, _ connection: Connection) throws {
        // By the years, of which there is an index: most days there is nothing to seal.
        let rows = try connection.rows(
            """
            SELECT pupil_id, id, cause, note_sealed FROM duty_entry
            WHERE tenant_id = \(tenant) AND year <= \(SchoolYear(containing: today).start) AND cause <> ''
            ORDER BY year, pupil_id, id
            """,
            PupilID.self,
            Int.self,
            String.self,
            [UInt8].self
        )
        guard !rows.isEmpty else { return }
        let lists = try CodeLists.load(tenant, connection)
        for (pupil, id, cause, kept) in rows {
            var sealed = kept
            if !kept.isEmpty {
                let place = DutyEntry.place(pupil, id, tenant)
                let bytes = try connection.sealer.open(kept, tenant: tenant.rawValue, bound: place)
                let note = DutyNote(cause: cause, text: String(decoding: bytes, as: UTF8.self))
                sealed = try note.sealed(lists, place, tenant, connection)
            }
            try connection.execute(
                """
                UPDATE duty_entry SET cause = '', note_sealed = \(sealed), version = version + 1
                WHERE tenant_id = \(tenant) AND pupil_id = \(pupil) AND id = \(id)
                """
            )
        }
    }
}
