import Frame
import Kernel
import Storage

/// How a line names a person, pupil or staff, with what it adds to the register.
struct PersonLine {
    let personalCode: PersonalCode?
    /// The keyed index of the personal code.
    let index: [UInt8]?
    let externalCode: String
    let surname: String
    let forename: String
    let place: SourcePlace
    /// The folded name.
    let search: String

    init(
        _ personalCode: PersonalCode?,
        _ index: [UInt8]?,
        _ externalCode: String,
        _ surname: String,
        _ forename: String,
        _ place: SourcePlace,
        search: String
    ) {
        self.personalCode = personalCode
        self.index = index
        self.externalCode = externalCode
        self.surname = surname
        self.forename = forename
        self.place = place
        self.search = search
    }

    var name: String { "\(surname) \(forename)".trimmed }

    /// Whether the line has a code that a person can be found by again.
    var isIdentified: Bool { personalCode != nil || !externalCode.isEmpty }

    /// What an index remembers of a person that the line adds.
    var person: Person { Person(search: search, external: externalCode, hasCode: personalCode != nil) }

    /// Whether somebody of the line's name may be the person: no code of theirs says otherwise.
    func mayBe(_ known: Person) -> Bool {
        guard !search.isEmpty, personalCode == nil || !known.hasCode else { return false }
        return externalCode.isEmpty || known.external.isEmpty || known.external == externalCode
    }

    /// Whether a line whose number names somebody may be about them: a word of the name or a code is theirs.
    ///
    /// Files of another installation have the same numbers for other people.
    func resembles(_ known: Person) -> Bool {
        guard !search.isEmpty, !known.search.isEmpty else { return true }
        if !externalCode.isEmpty, externalCode == known.external { return true }
        let words = Set(known.search.split(separator: " "))
        return search.split(separator: " ").contains { words.contains($0) }
    }

    /// The columns of a new row.
    func columns(_ table: RegisterTable, _ id: Int, _ staging: any Staging) throws -> [(Name, Value)] {
        try DirectoryRun.person(surname, forename) + [("external_code", .text(externalCode))]
            + code(table, id, staging)
    }

    /// The codes that the line has and the register has not.
    func newCodes(
        _ known: Person,
        _ table: RegisterTable,
        _ id: Int,
        _ staging: any Staging
    ) throws -> [(Name, Value)] {
        var columns: [(Name, Value)] = []
        if known.external.isEmpty, !externalCode.isEmpty {
            columns.append(("external_code", .text(externalCode)))
        }
        return try columns + (known.hasCode ? [] : code(table, id, staging))
    }

    /// What an index remembers of a known person after that.
    func completed(_ known: Person) -> Person {
        Person(
            search: known.search,
            external: known.external.isEmpty ? externalCode : known.external,
            hasCode: known.hasCode || personalCode != nil
        )
    }

    /// The code with the birthday that it tells of a pupil.
    private func code(_ table: RegisterTable, _ id: Int, _ staging: any Staging) throws -> [(Name, Value)] {
        guard let personalCode, let index else { return [] }
        let sealed = try staging.seal(personalCode.normal, table, column: "code_sealed", key: [id])
        let code: [(Name, Value)] = [("code_index", .blob(index)), ("code_sealed", sealed)]
        guard table.name == RegisterTable.pupils.name, let day = personalCode.birthday else { return code }
        return code + [("birth_day", day.sqlValue)]
    }
}

/// What an index remembers of a person.
struct Person: Sendable {
    /// Surname and forename, folded.
    var search: String
    var external: String
    var hasCode: Bool

    /// Whether the person was taken away, so that only a number is left.
    var isTakenAway: Bool { search.isEmpty && external.isEmpty && !hasCode }
}
