package import Frame
package import Kernel
package import Storage

/// A large export of persons that somebody asked leave for.
package struct PersonExport: Hashable, Sendable, Readable, Identifiable {
    /// How far it is.
    package enum State: String, Sendable, SQLValue, SQLReadable {
        /// It waits for a second person.
        case asked
        /// It may be made once.
        case approved
        /// It may not be made.
        case refused
        /// It was made.
        case used
    }

    /// Its id.
    package let id: Int
    /// Who asked.
    package let account: AccountID
    /// What is exported: a report's or list's name.
    package let what: String
    /// Of where.
    package let scope: Scope
    /// What it is needed for, in the asker's words.
    package let reason: String
    /// How many persons.
    package let people: Int
    /// How far it is.
    package let state: State
    /// When it was asked for.
    package let asked: Instant
    /// Who decided; nil while nobody has.
    package let decidedBy: AccountID?
    /// When it was decided.
    package let decided: Instant?
    /// The version, for changes.
    package let version: Int

    static let columns: SQL = """
        id, account_id, what, institution_id, class_id, reason, people, state, asked_at, decided_by,
        decided_at, version
        """

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        id = try row.next()
        account = try row.next()
        what = try row.next()
        let institution = try row.next(Int.self)
        let classGroup = try row.next(Int.self)
        scope = Scope(
            institution: institution > 0 ? InstitutionID(rawValue: institution) : nil,
            classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil
        )
        reason = try row.next()
        people = try row.next()
        state = try row.next()
        asked = Instant(milliseconds: try row.next())
        let decidedBy = try row.next(Int.self)
        self.decidedBy = decidedBy > 0 ? AccountID(rawValue: decidedBy) : nil
        let decided = try row.next(Int.self)
        self.decided = decided > 0 ? Instant(milliseconds: decided) : nil
        version = try row.next()
    }

    /// An approval is good for a day.
    static let lifetime = Duration.seconds(86_400)
}

/// Leave to export persons now, and the mark that every page or sheet of the export carries.
package struct ExportPermit: Hashable, Sendable {
    /// Who made it, when, and the number of the approval: who finds the file knows whom to ask.
    package let watermark: Text
}

/// What came of asking to export persons.
package enum ExportOutcome: Hashable, Sendable {
    /// It may be made now; it is recorded already.
    case permitted(ExportPermit)
    /// It holds more persons than the ceiling: a reason is wanted first.
    case needsReason(ceiling: Int)
    /// It waits for a second person, by this number.
    case waits(Int)
}
