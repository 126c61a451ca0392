internal import Frame
internal import Kernel
internal import Storage

/// The pupils of one sheet in one school year, by column.
struct JournalRoll {
    /// A pupil's column.
    struct Seat {
        let column: Int
        let pupil: PupilID
    }

    let year: SchoolYear
    let institution: InstitutionID
    /// The class or teaching group that the sheet is of.
    let unit: ImportPeople.Unit
    let seats: [Seat]

    /// Finds class and pupils; those that are not found are reported and left out.
    ///
    /// Nil where the class or group is not found.
    init?(
        _ sheet: JournalSheet,
        _ year: SchoolYear,
        _ people: ImportPeople,
        at place: SourcePlace
    ) throws {
        self.year = year
        guard let institution = try people.givenInstitution(in: year, at: place) else { return nil }
        self.institution = institution
        guard let unit = try people.unit(sheet.className, of: institution, in: year, at: place) else {
            return nil
        }
        self.unit = unit
        seats = try sheet.columns.compactMap { column in
            let line = SourcePlace(
                file: place.file,
                sheet: place.sheet,
                line: column.code.isEmpty ? 2 : JournalSheet.headLines,
                column: column.index + 1
            )
            let person = ImportPeople.Person(
                personalCode: column.code,
                surname: column.surname,
                forename: column.forename
            )
            let pupil = try people.pupil(person, in: unit, of: institution, year, at: line)
            people.doubtName("\(column.surname) \(column.forename)", at: line)
            return pupil.map { Seat(column: column.index, pupil: $0) }
        }
    }

    /// The class of a pupil on a day: the sheet's own or, in a teaching group, the one that the pupil learns in.
    func classGroup(of pupil: PupilID, on day: Day, _ people: ImportPeople) -> ClassID {
        guard unit.classGroup.rawValue == 0 else { return unit.classGroup }
        return people.classGroup(of: pupil, in: institution, on: day)
    }
}
