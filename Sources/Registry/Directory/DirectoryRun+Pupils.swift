package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// A pupil by personal code, else by external code within the institution, else by class and folded name.
    ///
    /// A name goes for nobody whose own code or external code says that it is another person. Two pupils of one
    /// name in a class are told apart by a code only; without it the line is reported. A master's unknown pupil
    /// is added; where the pupil learns, `enrol` says.
    package func pupil(
        personalCode: PersonalCode? = nil,
        externalCode: String = "",
        surname: String = "",
        forename: String = "",
        classID: ClassID? = nil,
        institution: InstitutionID,
        at place: SourcePlace
    ) throws -> PupilID? {
        let index = try personalCode.map(pupilIndex)
        if let personalCode, let id = known(personalCode, index) { return id }
        if !externalCode.isEmpty,
            let id = directory.pupils.find(external: externalCode, in: institution.rawValue)
        {
            guard personalCode != nil, directory.pupils[id]?.hasCode == true else { return id }
            unmatched(.pupilConflict, externalCode, at: place)
            return nil
        }
        let search = LatvianKey.search("\(surname) \(forename)")
        if let classID, !search.isEmpty {
            let found = directory.pupils.find(search: search, in: classID.rawValue) { person in
                !(personalCode != nil && person.hasCode)
                    && (externalCode.isEmpty || person.external.isEmpty || person.external == externalCode)
            }
            switch found {
            case .one(let id): return id
            case .several:
                unmatched(.severalPupils, "\(surname) \(forename)", at: place)
                return nil
            case .none: break
            }
        }
        guard isMaster, !search.isEmpty || !externalCode.isEmpty else {
            let name = "\(surname) \(forename)".trimmed
            unmatched(.pupil, name.isEmpty ? externalCode : name, at: place)
            return nil
        }
        return try addPupil(personalCode, index, externalCode, surname, forename, classID, institution, place)
    }

    private func pupilIndex(_ code: PersonalCode) throws -> Value {
        try run.staging.blindIndex(code.normal, purpose: PersonalCodeIndex.pupil)
    }

    private func known(_ code: PersonalCode, _ index: Value?) -> PupilID? {
        if let id = pupilByCode[code] { return id }
        guard case .blob(let bytes) = index, let id = directory.pupils.find(code: bytes) else { return nil }
        pupilByCode[code] = id
        return id
    }

    private func addPupil(
        _ personalCode: PersonalCode?,
        _ index: Value?,
        _ externalCode: String,
        _ surname: String,
        _ forename: String,
        _ classID: ClassID?,
        _ institution: InstitutionID,
        _ place: SourcePlace
    ) throws -> PupilID {
        let id = PupilID(rawValue: try run.staging.newID("pupil"))
        var columns = DirectoryRun.person(surname, forename) + [("external_code", .text(externalCode))]
        if let personalCode, let index {
            columns += [("code_index", index), ("code_sealed", try seal(personalCode, .pupils, id.rawValue))]
        }
        try run.staging.register(.pupils, key: [id.rawValue], columns, at: place)
        let person = PeopleIndex<PupilID>.Person(
            search: LatvianKey.search("\(surname) \(forename)"),
            external: externalCode,
            hasCode: personalCode != nil
        )
        let bytes: [UInt8]? = if case .blob(let bytes) = index { bytes } else { nil }
        directory.pupils.add(id, person, code: bytes)
        directory.pupils.placeExternal(id, in: institution.rawValue)
        if let classID { directory.pupils.place(id, in: classID.rawValue) }
        return id
    }

    func seal(_ code: PersonalCode, _ table: RegisterTable, _ id: Int) throws -> Value {
        try run.staging.seal(code.normal, table, column: "code_sealed", key: [id])
    }

    /// The columns of a person's name with its keys.
    static func person(_ surname: String, _ forename: String) -> [(Name, Value)] {
        let name = "\(surname) \(forename)".trimmed
        return [
            ("surname", .text(surname)), ("forename", .text(forename)),
            ("sort_key", .blob(LatvianKey.sort(name))), ("search_key", .text(LatvianKey.search(name))),
        ]
    }
}

/// What personal codes are indexed for; a page that searches by code uses the same words.
package enum PersonalCodeIndex {
    /// Pupils.
    package static let pupil = "pupil.personal-code"
    /// Staff.
    package static let staff = "staff.personal-code"
}

extension String {
    /// The text without blanks at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
