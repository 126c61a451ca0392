internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The pupils of one sheet in one school year, by column.
struct JournalRoll {
    /// A pupil's column.
    struct Seat {
        let column: Int
        let pupil: PupilID
        /// The pupil's name as the sheet has it, or the code where it has none.
        let name: String
        /// The stays in the sheet's class; nil where the sheet is a teaching group's.
        let stays: [Enrolment]?

        /// Whether the pupil learns in the sheet's class on a day, or at any time where there is none.
        func isIn(on day: Day?) -> Bool {
            guard let stays else { return true }
            guard let day else { return !stays.isEmpty }
            return stays.contains { $0.covers(day) }
        }
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
            return try JournalRoll.seat(column, unit, institution, year, people, at: line)
        }
    }

    private static func seat(
        _ column: JournalSheet.Column,
        _ unit: ImportPeople.Unit,
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ people: ImportPeople,
        at place: SourcePlace
    ) throws -> Seat? {
        let person = ImportPeople.Person(
            personalCode: column.code,
            surname: column.surname,
            forename: column.forename
        )
        guard let pupil = try people.find(person, in: unit, of: institution, at: place) else { return nil }
        people.directory.doubtName(column.name, at: place)
        people.directory.doubtOtherName(pupil, column.name, at: place)
        let name = column.name.isEmpty ? column.code : column.name
        let classGroup = unit.classGroup
        let isClass = classGroup.rawValue != 0
        if isClass {
            people.directory.doubtMove(pupil, name, to: classGroup, of: institution, year, at: place)
        }
        try people.settle(pupil, in: unit, of: institution, year, at: place)
        return Seat(
            column: column.index,
            pupil: pupil,
            name: name,
            stays: isClass ? people.stays(of: pupil, in: classGroup) : nil
        )
    }

    /// The class of a pupil on a day: the sheet's own or, in a teaching group, the one that the pupil learns in.
    func classGroup(of pupil: PupilID, on day: Day, _ people: ImportPeople) -> ClassID {
        guard unit.classGroup.rawValue == 0 else { return unit.classGroup }
        return people.classGroup(of: pupil, in: institution, on: day)
    }
}
