internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Finds whom and what the lines of marks name, through the registers.
///
/// What is not found is reported by the registers, once for each value; the line is then passed over.
final class ImportPeople {
    private let run: ImportRun
    /// What the registers know and tell.
    let directory: DirectoryRun
    private let years: Years

    init(_ known: MarkKnown, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        years = known.years
    }

    /// A constant of mappings: how pupils are told apart where lines have neither code nor name.
    static let pupilsConstant = "pupils"
    /// The value of that constant by which each line of a file is a pupil of its own.
    static let byLine = "by-line"
    /// A constant of mappings: what the sheets of a journal are.
    static let sheetsConstant = "sheets"
    /// The value of that constant by which the sheets are teaching groups instead of classes.
    static let groups = "groups"

    /// What a line says of a person.
    struct Person {
        var personalCode = ""
        var externalCode = ""
        var surname = ""
        var forename = ""

        /// Whether nothing says who it is.
        var isUnsaid: Bool { (personalCode + externalCode + surname + forename).isEmpty }
    }

    /// A class or a teaching group; the other one is 0.
    struct Unit {
        var classGroup = ClassID(rawValue: 0)
        var group = GroupID(rawValue: 0)
    }

    /// The term that a day falls in.
    func term(of day: Day) -> Int { years.term(on: day).term.rawValue }

    /// The institution that the mapping names for the whole file.
    func givenInstitution(in year: SchoolYear, at place: SourcePlace) throws -> InstitutionID? {
        let name = run.mapping.constants["institution"] ?? ""
        guard !name.isEmpty else {
            throw Refusal(
                .usage,
                Text(lv: "Failā nav iestādes.", en: "The file does not say the institution."),
                advice: Text(
                    lv: "Izvēlieties iestādi; komandrindā: --institution NOSAUKUMS.",
                    en: "Choose the institution; on the command line: --institution NAME."
                )
            )
        }
        return try institution(name, in: year, at: place)
    }

    /// What a sheet of a journal is of: a class or, where the mapping says so, a teaching group.
    func unit(
        _ name: String,
        of institution: InstitutionID,
        in year: SchoolYear,
        at place: SourcePlace
    ) throws -> Unit? {
        if run.mapping.constants[ImportPeople.sheetsConstant] == ImportPeople.groups {
            let group = try directory.group(institution: institution, year: year, name: name, at: place)
            return group.map { Unit(group: $0) }
        }
        let classGroup = try directory.classGroup(institution: institution, year: year, name: name, at: place)
        return classGroup.map { Unit(classGroup: $0) }
    }

    /// A pupil of a class or group; a master enrols one that is new there.
    func pupil(
        _ person: Person,
        in unit: Unit,
        of institution: InstitutionID,
        _ year: SchoolYear,
        at place: SourcePlace
    ) throws -> PupilID? {
        guard let pupil = try find(person, in: unit, of: institution, at: place) else { return nil }
        try settle(pupil, in: unit, of: institution, year, at: place)
        return pupil
    }

    /// A pupil of a class or group, who is not enrolled there yet.
    func find(
        _ person: Person,
        in unit: Unit,
        of institution: InstitutionID,
        at place: SourcePlace
    ) throws -> PupilID? {
        try directory.pupil(
            personalCode: directory.personalCode(person.personalCode, at: place),
            externalCode: person.externalCode,
            surname: person.surname,
            forename: person.forename,
            classID: unit.classGroup.rawValue == 0 ? nil : unit.classGroup,
            institution: institution,
            at: place
        )
    }

    /// Keeps that a pupil is in a class or group; a master alone changes who is.
    func settle(
        _ pupil: PupilID,
        in unit: Unit,
        of institution: InstitutionID,
        _ year: SchoolYear,
        at place: SourcePlace
    ) throws {
        if unit.group.rawValue != 0 {
            try directory.join(pupil, unit.group, from: year.first, at: place)
        } else {
            try directory.enrol(
                pupil: pupil,
                institution: institution,
                classID: unit.classGroup.rawValue == 0 ? nil : unit.classGroup,
                from: year.first,
                at: place
            )
        }
    }

    /// The grade of a class, 0 where it is not known.
    func grade(of classGroup: ClassID) -> Int { directory.directory.grade(of: classGroup) }

    /// The class that a pupil of an institution learns in on a day, 0 where it is not known.
    func classGroup(of pupil: PupilID, in institution: InstitutionID, on day: Day) -> ClassID {
        let stay = directory.directory.enrolment(of: pupil, on: day, in: institution)
        return stay?.classGroup ?? ClassID(rawValue: 0)
    }

    /// The stays of a pupil in a class.
    func stays(of pupil: PupilID, in classGroup: ClassID) -> [Enrolment] {
        directory.directory.enrolments(of: pupil).filter { $0.classGroup == classGroup }
    }

    /// A mark with the place of a line's pupil, and nothing else yet.
    func place(_ line: MappedLine, in year: SchoolYear, on day: Day? = nil) throws -> MarkFact? {
        let name = line.text(PupilFields.institution.rawValue)
        let at = line.place(of: PupilFields.institution.rawValue)
        guard let institution = try institution(name, in: year, at: at) else { return nil }
        var unit = Unit()
        let className = line.text(PupilFields.classGroup.rawValue)
        if !className.isEmpty {
            let at = line.place(of: PupilFields.classGroup.rawValue)
            let found = try directory.classGroup(
                institution: institution,
                year: year,
                name: className,
                at: at
            )
            guard let found else { return nil }
            unit.classGroup = found
        }
        var person = PupilFields.person(line)
        if run.mapping.constants[ImportPeople.pupilsConstant] == ImportPeople.byLine {
            person.externalCode = "#\(line.place.line)"
        }
        // Nobody is like nobody else: such lines would be told as one, and the others as its repetitions.
        guard !person.isUnsaid else {
            run.staging.reject(ImportPeople.noPupil, at: line.place)
            return nil
        }
        let pupil = try pupil(person, in: unit, of: institution, year, at: line.place)
        guard let pupil else { return nil }
        if className.isEmpty {
            unit.classGroup = classGroup(of: pupil, in: institution, on: day ?? year.last)
        }
        var mark = MarkFact()
        mark.pupil = pupil.rawValue
        mark.institution = institution.rawValue
        mark.classGroup = unit.classGroup.rawValue
        mark.grade = grade(of: unit.classGroup)
        return mark
    }

    /// The subject of a name.
    func subject(_ name: String, at place: SourcePlace) throws -> SubjectID? {
        try directory.subject(name: name, at: place)
    }

    /// The teaching group that a line of marks names; 0 where it names none, nil where it is not found.
    func group(_ line: MappedLine, of mark: MarkFact, in year: SchoolYear) throws -> GroupID? {
        let field = MarkListFields.group.rawValue
        let name = line.text(field)
        guard !name.isEmpty else { return GroupID(rawValue: 0) }
        return try directory.group(
            institution: InstitutionID(rawValue: mark.institution),
            year: year,
            name: name,
            at: line.place(of: field)
        )
    }

    /// The teacher of a code or name, 0 where there is none or nobody is found.
    func teacher(
        _ name: String,
        code: String = "",
        of institution: InstitutionID,
        at place: SourcePlace
    ) throws -> Int {
        try directory.teacher(name, code: code, of: institution, at: place)?.rawValue ?? 0
    }

    private static let noPupil = Problem(
        "pupil.unsaid",
        Text(
            lv: "Rindā nav norādīts, par kuru izglītojamo tā ir.",
            en: "The line does not say which pupil it is about."
        ),
        advice: Text(
            lv:
                "Ierakstiet personas kodu, izglītojamā kodu vai uzvārdu un vārdu vai norādiet, kurā kolonnā tie ir.",
            en: "Enter the personal code, the pupil's code or the name, or say which columns they are."
        )
    )

    private func institution(
        _ name: String,
        in year: SchoolYear,
        at place: SourcePlace
    ) throws -> InstitutionID? {
        try directory.institution(name: name, year: year, at: place)
    }
}
