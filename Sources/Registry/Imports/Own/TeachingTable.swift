package import Frame
package import Kernel
import Storage

/// Who teaches what to which class or group.
package enum TeachingTable: OwnTable {
    package static let name = "teaching"
    package static let title = Text(
        lv: "Pedagogu mācību darbs (Sekmes tabula)",
        en: "Teaching (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Mācību darbs un tā pedagogi", en: "Teaching and its teachers"),
        Text(lv: "Tarifikācijas vai stundu saraksts", en: "List of lessons by teacher")
    )

    enum Field: Int, CaseIterable {
        case teacher, institution, regNo, year, subject, classGroup, group
        case personalCode, externalCode, surname, forename, from, to
    }

    package static let fields: [ImportField] = [
        ImportField(
            "teacher_sekme",
            Text(lv: "Pedagoga Sekmes numurs", en: "Sekme's number of the teacher"),
            ["sekme", "Sekmes numurs", "Sekme's number"],
            example: ImportField.sekme(.staff).example
        ),
        .institution, .regNo, .year, .subject(required: true), .classGroup(),
        ImportField(
            "group",
            Text(lv: "Mācību grupa", en: "Teaching group"),
            ["grupa"],
            example: "5.a angļu 1. grupa"
        ),
        .personalCode,
        ImportField(
            "teacher_code",
            Text(lv: "Pedagoga kods avota sistēmā", en: "Teacher's code in the source system"),
            ["external_code"],
            example: "S-12"
        ),
        ImportField(
            "teacher_surname",
            Text(lv: "Pedagoga uzvārds", en: "Teacher's surname"),
            ["skolotāja uzvārds"],
            required: true,
            example: "Kalniņa"
        ),
        ImportField(
            "teacher_forename",
            Text(lv: "Pedagoga vārds", en: "Teacher's forename"),
            ["skolotāja vārds"],
            required: true,
            example: "Ilze"
        ),
        .from, .to,
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard values.hasStay(.from, .to) else { return }
        let place = try table.place(values, institution: .institution, regNo: .regNo, year: .year)
        guard let place, let classID = try table.classGroup(values, .classGroup, place) else { return }
        let group = try group(values, table, place)
        guard classID != nil || group != nil else {
            return table.run.staging.reject(toNobody, at: values.place(of: .classGroup))
        }
        let person = PersonValues(values, .teacher, .personalCode, .externalCode, .surname, .forename)
        guard let subject = try table.subject(values, .subject),
            let staff = try person.staff(table, place.institution)
        else { return }
        let key = Directory.TeachingKey(
            year: place.year,
            group: group ?? GroupID(rawValue: 0),
            classGroup: classID ?? ClassID(rawValue: 0),
            subject: subject,
            staff: staff
        )
        try table.directory.teach(
            key,
            in: place.institution,
            from: values.day(.from),
            to: values.day(.to),
            at: values.place
        )
    }

    private static func group(
        _ values: LineValues<Field>,
        _ table: OwnRun,
        _ place: (institution: InstitutionID, year: SchoolYear)
    ) throws -> GroupID? {
        guard !values.text(.group).isEmpty else { return nil }
        return try table.directory.group(
            institution: place.institution,
            year: place.year,
            name: values.text(.group),
            at: values.place(of: .group)
        )
    }

    private static let toNobody = Problem(
        "teaching.toNobody",
        Text(lv: "Rindā nav ne klases, ne mācību grupas.", en: "The line has neither a class nor a group."),
        advice: Text(lv: "Aizpildiet vienu no šiem laukiem.", en: "Fill in one of these fields.")
    )
}
