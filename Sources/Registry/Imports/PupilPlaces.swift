package import Frame
package import Kernel

/// The fields by which lines of facts say whose they are; they come first in a format that uses them.
package enum PupilField: Int, CaseIterable {
    case sekme, institution, regNo, classGroup, personalCode, pupilCode, surname, forename

    /// The fields in their order.
    package static let all: [ImportField] = [
        .pupilSekme(["sekme", "Sekmes numurs", "Sekme's number"]), .institution, .regNo, .classGroup(),
        .personalCode,
        ImportField(
            "pupil_code",
            Text(lv: "Izglītojamā kods", en: "Pupil's code"),
            ["Izglītojamā kods avota sistēmā", "Skolēna kods", "external_code", "pupil_id"],
            example: "P-1024"
        ),
        .surname, .forename,
    ]
}

/// Finds the pupils of lines with their institution, class and grade.
///
/// What is not found is reported by the registers, once for each value; the line is then passed over. A master's
/// file adds it, and says that the pupil learns there this year.
package final class PupilPlaces {
    /// A pupil in an institution and class.
    package struct Found: Hashable, Sendable {
        /// The institution.
        package let institution: InstitutionID
        /// The class; 0 where it is not known.
        package let classGroup: ClassID
        /// The grade, 1 to 12; 0 where it is not known.
        package let grade: Int
        /// The pupil.
        package let pupil: PupilID
    }

    /// The registers.
    package let directory: DirectoryRun

    /// A finder for one run.
    package init(_ directory: DirectoryRun) {
        self.directory = directory
    }

    /// The pupil of a line whose first fields are those of ``PupilField``; nil where one was not found.
    ///
    /// A line without a class gets that of the day, else of the end of the year.
    package func find(_ line: MappedLine, in year: SchoolYear, on day: Day? = nil) throws -> Found? {
        let values = LineValues<PupilField>(line: line, run: directory.run)
        guard let institution = try institution(line, in: year) else { return nil }
        var classGroup: ClassID?
        if !values.text(.classGroup).isEmpty {
            classGroup = try directory.classGroup(
                institution: institution,
                year: year,
                name: values.text(.classGroup),
                at: values.place(of: .classGroup)
            )
            if classGroup == nil { return nil }
        }
        guard let pupil = try pupil(values, institution, classGroup) else { return nil }
        try directory.enrol(
            pupil: pupil,
            institution: institution,
            classID: classGroup,
            from: year.first,
            at: line.place
        )
        let own = classGroup ?? stay(pupil, institution, year, day)?.classGroup ?? ClassID(rawValue: 0)
        return Found(
            institution: institution,
            classGroup: own,
            grade: directory.directory.grade(of: own),
            pupil: pupil
        )
    }

    /// The institution of a line whose first fields are those of ``PupilField``.
    package func institution(_ line: MappedLine, in year: SchoolYear) throws -> InstitutionID? {
        let values = LineValues<PupilField>(line: line, run: directory.run)
        return try directory.institution(
            name: values.text(.institution),
            regNo: values.text(.regNo),
            year: year,
            at: values.place(of: .institution)
        )
    }

    /// The teacher of a name or code; 0 where the line names none, nil where it names one who is not found.
    package func teacher(
        _ name: String,
        code: String = "",
        of institution: InstitutionID,
        at place: SourcePlace
    ) throws -> StaffID? {
        try directory.teacher(name, code: code, of: institution, at: place)
    }

    /// A code that cannot be read was reported: the line stops, lest a second person is made.
    private func pupil(
        _ values: LineValues<PupilField>,
        _ institution: InstitutionID,
        _ classGroup: ClassID?
    ) throws -> PupilID? {
        let text = values.text(.personalCode)
        let code = directory.personalCode(text, at: values.place(of: .personalCode))
        if code == nil, !text.isEmpty { return nil }
        return try directory.pupil(
            number: values.number(.sekme),
            personalCode: code,
            externalCode: values.text(.pupilCode),
            surname: values.text(.surname),
            forename: values.text(.forename),
            classID: classGroup,
            institution: institution,
            at: values.place
        )
    }

    private func stay(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ day: Day?
    ) -> Enrolment? {
        let directory = directory.directory
        return [day, year.last, year.first].compactMap { $0 }.lazy
            .compactMap { directory.enrolment(of: pupil, on: $0, in: institution) }.first
    }
}
