internal import Frame
internal import Kernel
internal import Registry

/// Finds the institution, class and pupil of a line, each distinct value once.
///
/// -1 in a cache says that the value was looked for, and reported, before.
final class AbsencePersons {
    /// Who a line is about.
    struct Found {
        let institution: InstitutionID
        let classGroup: ClassID
        let grade: Int
        let pupil: PupilID
    }

    /// Where and when the run has seen a pupil.
    private struct Stay: Hashable {
        let institution: InstitutionID
        let classGroup: ClassID?
        let year: SchoolYear
    }

    private let directory: DirectoryRun
    private let institutions = TextCache()
    private let classes = TextCache()
    private let pupils = TextCache()
    private let seen = SeenPupils()
    private var stays: [PupilID: Enrolment] = [:]
    private var enrolled: [PupilID: Stay] = [:]

    init(_ directory: DirectoryRun) {
        self.directory = directory
    }

    /// The person of a line; nil where one could not be found, which is reported by then.
    func find(_ line: MappedLine, year: SchoolYear, day: Day?) throws -> Found? {
        guard let institution = try institution(line, year) else { return nil }
        let classGroup = try classGroup(line, institution, year)
        if classGroup == nil, line.has(.classGroup), !line.text(.classGroup).isEmpty { return nil }
        if let classGroup, let found = seen.found(line, classGroup) { return found }
        guard let pupil = try pupil(line, institution, classGroup) else { return nil }
        try enrol(pupil, institution, classGroup, year, line)
        let own = classGroup ?? stay(pupil, institution, day ?? year.first)?.classGroup
        let found = Found(
            institution: institution,
            classGroup: own ?? ClassID(rawValue: 0),
            grade: own.map { directory.directory.grade(of: $0) } ?? 0,
            pupil: pupil
        )
        if let classGroup { seen.keep(found, line, classGroup) }
        return found
    }

    private func institution(_ line: MappedLine, _ year: SchoolYear) throws -> InstitutionID? {
        // A column of numbers that is blank in this line says nothing of the institution.
        let isNumbered = line.has(.regNo) && !line.withBytes(Absences.Field.regNo.rawValue) { $0.isEmpty }
        let field: Absences.Field = isNumbered ? .regNo : .institution
        let known = line.withBytes(field.rawValue) { institutions.value($0, in: year.start) }
        if let known { return known < 0 ? nil : InstitutionID(rawValue: known) }
        let found = try directory.institution(
            name: line.text(.institution),
            regNo: line.text(.regNo),
            year: year,
            at: line.place(of: field.rawValue)
        )
        line.withBytes(field.rawValue) { institutions.set(found?.rawValue ?? -1, $0, in: year.start) }
        return found
    }

    private func classGroup(
        _ line: MappedLine,
        _ institution: InstitutionID,
        _ year: SchoolYear
    ) throws -> ClassID? {
        guard line.has(.classGroup) else { return nil }
        let group = institution.rawValue * 4096 + year.start
        let known = line.withBytes(Absences.Field.classGroup.rawValue) { classes.value($0, in: group) }
        if let known { return known < 0 ? nil : ClassID(rawValue: known) }
        let name = line.text(.classGroup)
        guard !name.isEmpty else { return nil }
        let found = try directory.classGroup(
            institution: institution,
            year: year,
            name: name,
            grade: try? Parse.integer(line.text(.grade)),
            at: line.place(of: Absences.Field.classGroup.rawValue)
        )
        line.withBytes(Absences.Field.classGroup.rawValue) {
            classes.set(found?.rawValue ?? -1, $0, in: group)
        }
        return found
    }

    private func pupil(
        _ line: MappedLine,
        _ institution: InstitutionID,
        _ classGroup: ClassID?
    ) throws -> PupilID? {
        guard let field = AbsencePersons.identifier(line) else {
            return try search(line, institution, classGroup, code: nil, at: line.place(of: .surname))
        }
        // Codes of one institution, apart from personal codes that look the same.
        let group = institution.rawValue * 2 + (field == .personalCode ? 1 : 0)
        let known = line.withBytes(field.rawValue) { pupils.value($0, in: group) }
        if let known { return known < 0 ? nil : PupilID(rawValue: known) }
        let place = line.place(of: field)
        let text = line.text(.personalCode)
        let code = directory.personalCode(text, at: place)
        // A code that cannot be read is reported for each line that has it.
        if code == nil, !text.isEmpty { return nil }
        let found = try search(line, institution, classGroup, code: code, at: place)
        line.withBytes(field.rawValue) { pupils.set(found?.rawValue ?? -1, $0, in: group) }
        return found
    }

    /// The field that tells a pupil from all others of the institution, if the line has one.
    static func identifier(_ line: MappedLine) -> Absences.Field? {
        let fields: [Absences.Field] = [.personalCode, .pupilCode]
        return fields.first { field in
            line.has(field) && !line.withBytes(field.rawValue) { $0.isEmpty }
        }
    }

    private func search(
        _ line: MappedLine,
        _ institution: InstitutionID,
        _ classGroup: ClassID?,
        code: PersonalCode?,
        at place: SourcePlace
    ) throws -> PupilID? {
        try directory.pupil(
            personalCode: code,
            externalCode: line.text(.pupilCode),
            surname: line.text(.surname),
            forename: line.text(.forename),
            classID: classGroup,
            institution: institution,
            at: place
        )
    }

    /// A master's file says that the pupil learns here this year.
    private func enrol(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ classGroup: ClassID?,
        _ year: SchoolYear,
        _ line: MappedLine
    ) throws {
        guard directory.isMaster else { return }
        let stay = Stay(institution: institution, classGroup: classGroup, year: year)
        guard enrolled[pupil] != stay else { return }
        enrolled[pupil] = stay
        // The pupil may learn elsewhere from now on.
        stays[pupil] = nil
        try directory.enrol(
            pupil: pupil,
            institution: institution,
            classID: classGroup,
            from: year.first,
            at: line.place
        )
    }

    private func stay(_ pupil: PupilID, _ institution: InstitutionID, _ day: Day) -> Enrolment? {
        if let stay = stays[pupil], stay.institution == institution, stay.covers(day) { return stay }
        let stay = directory.directory.enrolment(of: pupil, on: day, in: institution)
        stays[pupil] = stay
        return stay
    }
}

extension MappedLine {
    func has(_ field: Absences.Field) -> Bool { has(field.rawValue) }
    func text(_ field: Absences.Field) -> String { text(field.rawValue) }
    func place(of field: Absences.Field) -> SourcePlace { place(of: field.rawValue) }
}
