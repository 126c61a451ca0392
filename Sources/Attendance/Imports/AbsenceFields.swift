internal import Frame
internal import Kernel

/// The fields of tables of absences, in the order of ``Absences/Field``.
enum AbsenceFields {
    static let all: [ImportField] = people + lessons

    /// Who and where.
    static let people: [ImportField] = [
        ImportField(
            "institution",
            Text(lv: "Iestāde", en: "Institution"),
            ["Izglītības iestāde", "Skola", "Iestādes nosaukums"],
            example: "Ozolu vidusskola"
        ),
        ImportField(
            "reg_no",
            Text(lv: "Reģistrācijas numurs", en: "Registration number"),
            ["Reģ. nr."],
            example: "4512900123"
        ),
        ImportField("class", Text(lv: "Klase", en: "Class"), example: "7.a"),
        ImportField("grade", Text(lv: "Klases pakāpe", en: "Grade"), ["Klašu grupa"], example: "7"),
        ImportField(
            "personal_code",
            Text(lv: "Personas kods", en: "Personal code"),
            example: "010110-00000"
        ),
        ImportField(
            "pupil_code",
            Text(lv: "Izglītojamā kods", en: "Pupil code"),
            ["Skolēna kods", "Izglītojamā identifikators"],
            example: "K-1042"
        ),
        ImportField("surname", Text(lv: "Uzvārds", en: "Surname"), example: "Ozols"),
        ImportField("forename", Text(lv: "Vārds", en: "Forename"), ["Vārdi"], example: "Jānis"),
    ]

    /// When, what and how long.
    private static let lessons: [ImportField] = [
        ImportField(
            "date",
            Text(lv: "Datums", en: "Date"),
            ["Diena"],
            example: "12.01.2026."
        ),
        ImportField("lesson", Text(lv: "Stundas numurs", en: "Lesson number"), ["Stunda"], example: "3"),
        ImportField(
            "subject",
            Text(lv: "Mācību priekšmets", en: "Subject"),
            ["Priekšmets"],
            example: "Matemātika"
        ),
        ImportField(
            "teacher",
            Text(lv: "Pedagogs", en: "Teacher"),
            ["Skolotājs", "Priekšmeta skolotājs"],
            example: "Anna Liepa"
        ),
        ImportField(
            "code",
            Text(lv: "Kavējuma veids", en: "Kind of absence"),
            ["Kavējums", "Apzīmējums", "Zīme", "Veids"],
            required: true,
            example: "ns"
        ),
        ImportField(
            "minutes_late",
            Text(lv: "Nokavētas minūtes", en: "Minutes late"),
            example: "10"
        ),
        ImportField(
            "lessons",
            Text(lv: "Stundu skaits", en: "Number of lessons"),
            ["Stundas", "Kavētās stundas"],
            example: "2"
        ),
        ImportField("year", Text(lv: "Mācību gads", en: "School year"), example: "2025/2026"),
        ImportField("term", Text(lv: "Semestris", en: "Term"), example: "1"),
        ImportField(
            "group",
            Text(lv: "Mācību grupa", en: "Teaching group"),
            ["grupa"],
            example: "5.a angļu 1. grupa"
        ),
        ImportField(
            "number",
            Text(lv: "Kārtas numurs priekšmetā", en: "Number within the subject"),
            example: "0"
        ),
        ImportField(
            "presence",
            Text(lv: "Klātbūtnes uzskaite", en: "Presence"),
            example: "recorded"
        ),
        ImportField(
            "reason",
            Text(lv: "Iemesls", en: "Reason"),
            ["Kavējuma iemesls", "Kavējuma cēlonis", "Attaisnojuma iemesls"],
            example: "Ģimenes apstākļi"
        ),
    ]
}
