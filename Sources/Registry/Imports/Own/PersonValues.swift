import Frame
import Kernel

/// How a line names a person.
struct PersonValues {
    let number: SekmeText
    let personalCode: String
    let externalCode: String
    let surname: String
    let forename: String
    let place: SourcePlace
    let codePlace: SourcePlace

    init<F>(
        _ values: LineValues<F>,
        _ number: F,
        _ personalCode: F,
        _ externalCode: F,
        _ surname: F,
        _ forename: F
    ) {
        self.number = values.number(number)
        self.personalCode = values.text(personalCode)
        self.externalCode = values.text(externalCode)
        self.surname = values.text(surname)
        self.forename = values.text(forename)
        place = values.place
        codePlace = values.place(of: personalCode)
    }

    /// Whether the line has a name at all.
    var isNamed: Bool { !(surname + forename).isEmpty }

    /// The code as it can be read; a wrong one was reported, and the line stops, lest a second person is made.
    func code(_ table: OwnRun) -> PersonalCode?? {
        guard !personalCode.isEmpty else { return .some(nil) }
        return table.directory.personalCode(personalCode, at: codePlace).map { .some($0) } ?? nil
    }

    func pupil(
        _ table: OwnRun,
        _ classID: ClassID?,
        _ institution: InstitutionID,
        _ group: GroupID? = nil
    ) throws -> PupilID? {
        guard let code = code(table) else { return nil }
        return try table.directory.pupil(
            number: number,
            personalCode: code,
            externalCode: externalCode,
            surname: surname,
            forename: forename,
            classID: classID,
            group: group,
            institution: institution,
            at: place
        )
    }

    func staff(
        _ table: OwnRun,
        _ institution: InstitutionID,
        makesPost: Bool = true
    ) throws -> StaffID? {
        guard let code = code(table) else { return nil }
        return try table.directory.staff(
            number: number,
            personalCode: code,
            externalCode: externalCode,
            surname: surname,
            forename: forename,
            institution: institution,
            makesPost: makesPost,
            at: place
        )
    }
}
