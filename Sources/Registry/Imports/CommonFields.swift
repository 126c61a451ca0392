package import Frame
package import Kernel

extension ImportField {
    /// The institution by its name.
    package static let institution = ImportField(
        "institution",
        Text(lv: "Izglītības iestāde", en: "Institution"),
        ["iestāde", "skola", "school", "iestādes nosaukums"],
        example: "Bērzu pamatskola"
    )
    /// The institution by its registration number.
    package static let regNo = ImportField(
        "reg_no",
        Text(lv: "Iestādes reģistrācijas Nr.", en: "Registration number"),
        ["reģistrācijas numurs", "reģ. nr.", "iestādes reģistrācijas numurs"],
        example: "4212900001"
    )
    /// The school year.
    package static let year = ImportField(
        "year",
        Text(lv: "Mācību gads", en: "School year"),
        ["m.g.", "gads"],
        example: "2025/2026"
    )
    static let from = ImportField(
        "from",
        Text(lv: "No", en: "From"),
        ["sākot ar", "no datuma"],
        example: "01.09.2025."
    )
    static let to = ImportField("to", Text(lv: "Līdz", en: "Until"), ["līdz datumam"], example: "31.05.2026.")
    /// A surname.
    package static let surname = ImportField(
        "surname",
        Text(lv: "Uzvārds", en: "Surname"),
        example: "Bērziņš"
    )
    /// A forename.
    package static let forename = ImportField(
        "forename",
        Text(lv: "Vārds", en: "Forename"),
        ["first name"],
        example: "Jānis"
    )
    /// A personal code.
    package static let personalCode = ImportField(
        "personal_code",
        Text(lv: "Personas kods", en: "Personal code"),
        example: "329999-00000"
    )
    static let externalCode = ImportField(
        "external_code",
        Text(lv: "Kods avota sistēmā", en: "Code in the source system"),
        ["id", "ārējais kods"],
        example: "P-1024"
    )

    /// The class by its name.
    package static func classGroup(required: Bool = false) -> ImportField {
        ImportField("class", Text(lv: "Klase", en: "Class"), required: required, example: "5.a")
    }

    /// The subject by its name.
    package static func subject(required: Bool = false) -> ImportField {
        ImportField(
            "subject",
            Text(lv: "Mācību priekšmets", en: "Subject"),
            ["priekšmets"],
            required: required,
            example: "Matemātika"
        )
    }

    /// Sekme's own number of the row, by which it is found whatever else of it changes.
    static func sekme(_ kind: SourcedKind) -> ImportField {
        ImportField(
            "sekme",
            Text(lv: "Sekmes numurs", en: "Sekme's number"),
            example: SekmeNumber(TenantID(rawValue: 1), kind, 123).text
        )
    }

    /// Sekme's own number of the pupil of a line that is not the pupil's own.
    static func pupilSekme(_ headings: [String] = []) -> ImportField {
        ImportField(
            "pupil_sekme",
            Text(lv: "Izglītojamā Sekmes numurs", en: "Sekme's number of the pupil"),
            headings,
            example: sekme(.pupil).example
        )
    }

    /// The same field, without which a file is not of the format.
    var needed: ImportField { ImportField(code, title, headings, required: true, example: example) }
}

extension DataFlowCard {
    /// The card of a table of Sekme's own.
    static func own(touches: Text, _ origin: Text) -> DataFlowCard {
        DataFlowCard(
            touches: touches,
            origin: origin,
            owner: Text(lv: "Izglītības iestāde", en: "The institution"),
            rhythm: Text(
                lv: "Mācību gada sākumā un pēc izmaiņām",
                en: "At the start of the year and after changes"
            ),
            policy: Text(
                lv: "Jaunas rindas pievieno, esošās papildina ar aizpildītajiem laukiem; neko nedzēš.",
                en: "New rows are added, present ones take over the fields filled in; nothing is removed."
            )
        )
    }
}

extension ImportRun {
    /// Refuses a table that changes registers unless its mapping is declared a master source.
    func requireMaster() throws(Refusal) {
        guard !mapping.isMaster else { return }
        throw Refusal(
            .usage,
            Text(
                lv:
                    "Kartējums „\(mapping.name)” nav atzīts par reģistru pamatavotu, tāpēc reģistrus nemaina.",
                en:
                    "The mapping “\(mapping.name)” is not declared a master source, so it changes no registers."
            ),
            advice: Text(
                lv: "Izmantojiet Sekmes piedāvāto kartējumu vai atzīmējiet savu kā pamatavotu.",
                en: "Use the mapping that Sekme ships, or declare yours a master source."
            )
        )
    }

    /// The school year of a line, else the one given for the file; nil where the line's is wrong, which is reported.
    package func year(_ text: String, at place: SourcePlace) throws -> SchoolYear? {
        guard !text.isEmpty else { return try year() }
        if let year = SchoolYear(text) { return year }
        staging.reject(
            Problem(
                "year.invalid",
                value: text,
                Text(lv: "Vērtība nav mācību gads.", en: "The value is not a school year."),
                advice: Text(lv: "Rakstiet 2025/2026.", en: "Write 2025/2026.")
            ),
            at: place
        )
        return nil
    }
}
