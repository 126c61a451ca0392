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
        foundByName = false
        if let personalCode, let id = pupilByCode[personalCode] { return id }
        let index = try personalCode.map { try codeIndex($0, PersonalCodeIndex.pupil) } ?? nil
        if let index, let id = directory.pupils.find(code: index) {
            if let personalCode { pupilByCode[personalCode] = id }
            return id
        }
        let line = PersonLine(
            personalCode,
            index,
            externalCode,
            surname,
            forename,
            place,
            search: search("\(surname) \(forename)")
        )
        if !externalCode.isEmpty,
            let id = directory.pupils.find(external: externalCode, in: institution.rawValue)
        {
            guard personalCode != nil, directory.pupils[id]?.hasCode == true else {
                return try matched(id, line, institution)
            }
            unmatched(.pupilConflict, externalCode, at: place)
            return nil
        }
        if let classID {
            switch directory.pupils.find(search: line.search, in: classID.rawValue, where: line.mayBe) {
            case .one(let id):
                foundByName = true
                return try matched(id, line, institution)
            case .several:
                unmatched(.severalPupils, line.name, at: place)
                return nil
            case .none: break
            }
        }
        // A name without class and codes would make another pupil of every line.
        guard isMaster, line.isIdentified || (classID != nil && !line.search.isEmpty) else {
            unmatched(.pupil, line.name.isEmpty ? externalCode : line.name, at: place)
            return nil
        }
        return try addPupil(line, classID, institution)
    }

    /// Takes over the codes of a line whose pupil was found by something else.
    func matched(
        _ id: PupilID,
        _ line: PersonLine,
        _ institution: InstitutionID
    ) throws -> PupilID {
        if let code = line.personalCode { pupilByCode[code] = id }
        if isMaster { try directory.pupils.complete(id, line, .pupils, of: institution, run.staging) }
        return id
    }

    private func addPupil(
        _ line: PersonLine,
        _ classID: ClassID?,
        _ institution: InstitutionID
    ) throws -> PupilID {
        let id = PupilID(rawValue: try run.staging.newID("pupil"))
        try run.staging.register(
            .pupils,
            key: [id.rawValue],
            try line.columns(.pupils, id.rawValue, run.staging),
            at: line.place
        )
        directory.pupils.add(id, line.person, code: line.index)
        directory.pupils.placeExternal(id, in: institution.rawValue)
        if let classID { directory.pupils.place(id, in: classID.rawValue) }
        if let code = line.personalCode { pupilByCode[code] = id }
        return id
    }

    func codeIndex(_ code: PersonalCode, _ purpose: String) throws -> [UInt8]? {
        guard case .blob(let bytes) = try run.staging.blindIndex(code.normal, purpose: purpose) else {
            return nil
        }
        return bytes
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

extension String {
    /// The text without blanks at both ends.
    package var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first.isPlain, last.isPlain { return self }
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension UInt8 {
    /// Whether it is a whole character that is no blank.
    fileprivate var isPlain: Bool { (0x21...0x7E).contains(self) }
}
