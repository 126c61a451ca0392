package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// A pupil by Sekme's number, else by what the line says besides.
    ///
    /// Numbers can be guessed. So one names, as the code of a source does, whom the line's institution knows: who
    /// learned there, or is in the line's group; of others the line must have the personal code.
    package func pupil(
        number: SekmeText,
        personalCode: PersonalCode? = nil,
        externalCode: String = "",
        surname: String = "",
        forename: String = "",
        classID: ClassID? = nil,
        group: GroupID? = nil,
        institution: InstitutionID,
        at place: SourcePlace
    ) throws -> PupilID? {
        var said = Numbered<PupilID>.unsaid
        if !number.text.isEmpty {
            let line = try self.line(
                personalCode,
                PersonalCodeIndex.pupil,
                externalCode,
                surname,
                forename,
                place
            )
            said = numbered(number, .pupil) { fault(pupil($0), line, institution, group, number.text) }
            if case .one(let id) = said {
                foundByName = false
                return try matched(pupil(id), line, institution)
            }
        }
        return try row(said, number, .pupil, of: institution) {
            try pupil(
                personalCode: personalCode,
                externalCode: externalCode,
                surname: surname,
                forename: forename,
                classID: classID,
                institution: institution,
                at: place
            )
        }
    }

    /// Who a number is since the pupil turned out to be somebody else.
    private func pupil(_ id: PupilID) -> PupilID { directory.pupils.leading(from: id) }

    private func fault(
        _ id: PupilID,
        _ line: PersonLine,
        _ institution: InstitutionID,
        _ group: GroupID?,
        _ number: String
    ) -> Problem? {
        let isHere =
            directory.enrolments(of: id).contains { $0.institution == institution }
            || group.flatMap { directory.members[$0]?.contains(id) } ?? false
        return directory.pupils.fault(id, line, number, of: institution, isHere: isHere, met: pupilByCode)
    }

    /// A member of staff by Sekme's number, else by what the line says besides.
    ///
    /// A number names whom the line's institution knows: who has or had a post or lessons there; of others the line
    /// must have the personal code.
    func staff(
        number: SekmeText,
        personalCode: PersonalCode?,
        externalCode: String,
        surname: String,
        forename: String,
        institution: InstitutionID,
        makesPost: Bool,
        at place: SourcePlace
    ) throws -> StaffID? {
        var said = Numbered<StaffID>.unsaid
        if !number.text.isEmpty {
            let line = try self.line(
                personalCode,
                PersonalCodeIndex.staff,
                externalCode,
                surname,
                forename,
                place
            )
            said = numbered(number, .staff) { fault($0, line, institution, number.text) }
            if case .one(let id) = said {
                if let personalCode { staffByCode[personalCode] = id }
                return try matched(id, line, institution)
            }
        }
        return try row(said, number, .staff, of: institution) {
            try staff(
                personalCode: personalCode,
                externalCode: externalCode,
                surname: surname,
                forename: forename,
                institution: institution,
                makesPost: makesPost,
                at: place
            )
        }
    }

    private func fault(
        _ id: StaffID,
        _ line: PersonLine,
        _ institution: InstitutionID,
        _ number: String
    ) -> Problem? {
        let isHere =
            directory.staff.isPlaced(id, in: institution.rawValue)
            || directory.taught.contains(Directory.PostKey(staff: id, institution: institution))
        return directory.staff.fault(id, line, number, of: institution, isHere: isHere, met: staffByCode)
    }

    private func line(
        _ code: PersonalCode?,
        _ purpose: String,
        _ external: String,
        _ surname: String,
        _ forename: String,
        _ place: SourcePlace
    ) throws -> PersonLine {
        let index = try code.map { try codeIndex($0, purpose) } ?? nil
        let search = self.search("\(surname) \(forename)")
        return PersonLine(code, index, external, surname, forename, place, search: search)
    }
}
