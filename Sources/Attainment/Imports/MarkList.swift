package import Frame
package import Kernel
package import Storage

/// Sekme's own table of marks: one mark a line.
package enum MarkList: ImportFormat {
    package static let name = "marks"
    package static let title = Text(lv: "Vērtējumi rindās", en: "Marks, one a line")
    package static let card = DataFlowCard(
        touches: Text(lv: "Vērtējumi", en: "Marks"),
        origin: Text(
            lv: "Jebkura sistēma, kas vērtējumus izvada tabulā: viens vērtējums rindā.",
            en: "Any system that lists marks in a table, one a line."
        ),
        owner: Text(lv: "Izglītības iestāde.", en: "The institution."),
        rhythm: Text(lv: "Semestra un gada beigās.", en: "At the end of each term and year."),
        policy: Text(
            lv: """
                Mainīti vērtējumi tiek laboti. Divi vērtējumi vienā priekšmetā un dienā jāšķir ar kārtas numuru, \
                citādi tie ir pretruna.
                """,
            en: """
                Changed marks are changed. Two marks of one subject and day are told apart by a number, or they \
                contradict each other.
                """
        )
    )
    package static let fields = PupilFields.all + MarkListFields.all
    package static let needs = [PupilFields.need]
    package static let settings = ImportSetting.usual(fields) + [MarkSettings.kind, MarkSettings.pupils]

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> MarkKnown {
        try MarkKnown(tenant, connection)
    }

    package static func reader(_ known: MarkKnown, _ run: ImportRun) throws -> any LineReader {
        try MarkListReader(known, run)
    }
}

/// The fields of a mark behind those of its pupil.
enum MarkListFields: Int, CaseIterable {
    case subject = 7
    case mark
    case kind
    case year
    case term
    case day
    case number
    case scale
    case teacher
    case teacherCode
    case group

    /// The fields in their order.
    static let all: [ImportField] = [
        ImportField(
            "subject",
            Text(lv: "Priekšmets", en: "Subject"),
            ["Mācību priekšmets"],
            required: true,
            example: "Matemātika"
        ),
        ImportField(
            "mark",
            Text(lv: "Vērtējums", en: "Mark"),
            ["Atzīme", "Balles"],
            required: true,
            example: "8"
        ),
        ImportField(
            "kind",
            Text(lv: "Vērtējuma veids", en: "Kind of mark"),
            ["Veids"],
            example: "term"
        ),
        ImportField("year", Text(lv: "Mācību gads", en: "School year"), example: "2024/2025"),
        ImportField("term", Text(lv: "Semestris", en: "Term"), example: "1"),
        ImportField("day", Text(lv: "Datums", en: "Date"), ["date"], example: "02.10.2024"),
        ImportField("number", Text(lv: "Kārtas numurs", en: "Number"), ["Nr."], example: "1"),
        ImportField("scale", Text(lv: "Skala", en: "Scale"), example: "ten"),
        ImportField("teacher", Text(lv: "Pedagogs", en: "Teacher"), example: "Anna Paraudziņa"),
        ImportField(
            "teacher_code",
            Text(lv: "Pedagoga kods avota sistēmā", en: "Teacher's code in the source system"),
            example: "S-12"
        ),
        ImportField(
            "group",
            Text(lv: "Mācību grupa", en: "Teaching group"),
            ["grupa"],
            example: "5.a angļu 1. grupa"
        ),
    ]
}
