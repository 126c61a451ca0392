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
    case name

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
        ImportField(
            nameCode,
            Text(lv: "Izglītojamais (uzvārds un vārds)", en: "Pupil (surname and first name)"),
            [
                "Izglītojamais", "Skolēns", "Uzvārds, vārds", "Uzvārds un vārds",
                "Izglītojamā uzvārds, vārds",
                "Skolēna uzvārds, vārds",
            ],
            example: "Paraugs Ilze"
        ),
    ]

    /// The field of the whole name, which Sekme itself writes as two.
    static let nameCode = "pupil_name"

    /// By one of these a pupil is found.
    static let need = ImportNeed(
        ["personal_code", "pupil_code", "surname", nameCode],
        Text(
            lv: """
                Norādiet, pēc kā atrast izglītojamo: kurā kolonnā ir personas kods, izglītojamā kods, uzvārds vai uzvārds un \
                vārds kopā.
                """,
            en: """
                Say by what the pupil is found: which column is the personal code, the pupil's code, the surname, or surname \
                and first name together.
                """
        ),
        unless: (code: ImportPeople.pupilsConstant, value: ImportPeople.byLine)
    )

    /// What a line says of its pupil.
    static func person(_ line: MappedLine) -> ImportPeople.Person {
        var person = ImportPeople.Person(
            personalCode: line.text(personalCode.rawValue),
            externalCode: line.text(pupilCode.rawValue),
            surname: line.text(surname.rawValue),
            forename: line.text(forename.rawValue)
        )
        if person.surname.isEmpty, person.forename.isEmpty {
            (person.surname, person.forename) = halves(line.text(name.rawValue))
        }
        return person
    }

    /// Surname and forename of a whole name, the surname first: before a comma, else the first word.
    static func halves(_ name: String) -> (surname: String, forename: String) {
        let isDivided = name.contains(",")
        let halves = name.split(maxSplits: 1) { isDivided ? $0 == "," : $0.isWhitespace }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return (halves.first ?? "", halves.count > 1 ? halves[1] : "")
    }
}
