package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// Sekme's own table of assessments: a line an assessment, or a part of one.
package enum AssessmentsTable: ImportFormat {
    /// What reading needs.
    package struct Known: Sendable {
        let directory: Directory
        let book: AssessmentBook
    }

    enum Field: Int, CaseIterable {
        case institution, regNo, year, code, assessment, nameEn, kind, level, subject, grade, day, most
        case stateMean, part, partName, partNameEn, skill, partMost
    }

    package static let name = "assessments"
    package static let title = Text(lv: "Pārbaudes darbi (Sekmes tabula)", en: "Assessments (Sekme's table)")
    package static let card = DataFlowCard(
        touches: Text(lv: "Pārbaudes darbi un to daļas", en: "Assessments and their parts"),
        origin: Text(
            lv:
                "Valsts, pašvaldības un iestādes pārbaudes darbu saraksts ar maksimālajiem punktiem un daļām.",
            en: "The list of works of state, municipality and institution with most points and parts."
        ),
        owner: Text(
            lv: "Izglītības pārvalde; savu darbu – izglītības iestāde.",
            en: "The education board; of its own works the institution."
        ),
        rhythm: Text(
            lv: "Mācību gada sākumā un pēc rezultātu publicēšanas",
            en: "At the start of the year and when results are published"
        ),
        policy: Text(
            lv: "Jaunus darbus pievieno, esošos papildina ar aizpildītajiem laukiem; neko nedzēš.",
            en: "New works are added, present ones take over the fields filled in; nothing is removed."
        )
    )
    package static let fields: [ImportField] = [.institution, .regNo, .year] + AssessmentFields.all

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            book: try AssessmentBook.load(tenant, connection)
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        AssessmentsReader(known, run)
    }
}

/// The fields of an assessment.
enum AssessmentFields {
    static let assessment = ImportField(
        "assessment",
        Text(lv: "Pārbaudes darbs", en: "Assessment"),
        ["Pārbaudes darba nosaukums", "Darba nosaukums", "Eksāmens"],
        required: true,
        example: "Diagnosticējošais darbs matemātikā 6. klasei"
    )
    static let kind = ImportField(
        "assessment_kind",
        Text(lv: "Pārbaudes darba veids", en: "Kind of assessment"),
        ["Darba veids"],
        example: "state-diagnostic"
    )
    static let level = ImportField(
        "level",
        Text(lv: "Eksāmena līmenis", en: "Level of the examination"),
        ["Līmenis"],
        example: "optimal"
    )
    static let grade = ImportField(
        "grade",
        Text(lv: "Klases pakāpe", en: "Grade"),
        ["Klašu grupa"],
        example: "6"
    )
    static let day = ImportField(
        "date",
        Text(lv: "Datums", en: "Date"),
        ["Norises datums"],
        example: "23.04.2026."
    )
    static let most = ImportField(
        "max_points",
        Text(lv: "Maksimālie punkti", en: "Most points"),
        ["Maksimālais punktu skaits"],
        example: "60"
    )

    /// All fields behind institution and year.
    static let all: [ImportField] = [
        ImportField(
            "assessment_code",
            Text(lv: "Pārbaudes darba kods", en: "Code of the assessment"),
            ["Darba kods"],
            example: "DD-MAT-6-2026"
        ),
        assessment,
        ImportField(
            "name_en",
            Text(lv: "Nosaukums angļu valodā", en: "Name in English"),
            example: "Diagnostic work in mathematics, grade 6"
        ),
        ImportField(
            kind.code,
            kind.title,
            kind.headings,
            required: true,
            example: kind.example
        ),
        level, .subject(), grade, day, most,
        ImportField(
            "state_mean",
            Text(lv: "Vidējais valstī, %", en: "Mean of the state, %"),
            ["Valsts vidējais", "Vidēji valstī"],
            example: "58,5"
        ),
        ImportField("part", Text(lv: "Daļas numurs", en: "Number of the part"), ["Daļa"], example: "1"),
        ImportField("part_name", Text(lv: "Daļas nosaukums", en: "Name of the part"), example: "Lasīšana"),
        ImportField(
            "part_name_en",
            Text(lv: "Daļas nosaukums angļu valodā", en: "Name of the part in English"),
            example: "Reading"
        ),
        ImportField("skill", Text(lv: "Prasme", en: "Skill"), example: "tekstpratība"),
        ImportField(
            "part_max_points",
            Text(lv: "Daļas maksimālie punkti", en: "Most points of the part"),
            example: "20"
        ),
    ]
}
