internal import Frame
internal import Kernel

/// The fields by which lines of pupils say whose they are, first in every format of lines.
enum PupilFields: Int, CaseIterable {
    case institution
    case classGroup
    case personalCode
    case pupilCode
    case surname
    case forename

    /// The fields in their order.
    static let all: [ImportField] = [
        ImportField(
            "institution",
            Text(lv: "Iestāde", en: "Institution"),
            ["Izglītības iestāde", "Skola", "school"],
            required: true,
            example: "Ozolu pamatskola"
        ),
        ImportField("class", Text(lv: "Klase", en: "Class"), example: "7.a"),
        ImportField(
            "personal_code",
            Text(lv: "Personas kods", en: "Personal code"),
            ["p.k."],
            example: "010110-20005"
        ),
        ImportField(
            "pupil_code",
            Text(lv: "Izglītojamā kods", en: "Pupil's code"),
            ["pupil_id", "Kods"],
            example: "A-17"
        ),
        ImportField("surname", Text(lv: "Uzvārds", en: "Surname"), example: "Paraugs"),
        ImportField("forename", Text(lv: "Vārds", en: "First name"), example: "Ilze"),
    ]

    /// What a line says of its pupil.
    static func person(_ line: MappedLine) -> ImportPeople.Person {
        ImportPeople.Person(
            personalCode: line.text(personalCode.rawValue),
            externalCode: line.text(pupilCode.rawValue),
            surname: line.text(surname.rawValue),
            forename: line.text(forename.rawValue)
        )
    }
}
