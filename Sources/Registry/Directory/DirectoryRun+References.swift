package import Frame
import Storage

extension DirectoryRun {
    /// Adds a person whom a list names by a number alone; see ``ReferencePersons``.
    ///
    /// It makes no pupil, so that the mapping need not be a master's: who is in the list is known by nothing that a register
    /// has. The list's reader remembers whom it made, as the directory does not know them.
    package func referencePerson(code: String, at place: SourcePlace) throws -> PupilID {
        let id = PupilID(rawValue: try run.staging.newID("pupil"))
        try run.staging.register(
            .pupils,
            key: [id.rawValue],
            [("external_code", .text(code)), ("is_reference", true.sqlValue)],
            at: place
        )
        return id
    }
}
