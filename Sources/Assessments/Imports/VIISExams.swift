package import Frame
package import Kernel
internal import Registry
package import Storage

/// The state's results of examinations and tests, a line a pupil and test, as open data carry them (formats 5c).
package enum VIISExams: ImportFormat {
    enum Field: Int, CaseIterable {
        case year, institution, regNo, address, pupilGrade, kind, test, subject, grade, percent, person
    }

    package static let name = "viis-exams"
    package static let title = Text(
        lv: "VIIS valsts pārbaudījumu rezultāti pa izglītojamajiem",
        en: "VIIS results of state tests by pupil"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Pārbaudes darbi un to rezultāti personām bez vārda",
            en: "Assessments and results of persons without names"
        ),
        origin: Text(
            lv: "Valsts pārbaudījumu rezultāti, rinda izglītojamajam un pārbaudījumam; vārdu tajos nav.",
            en: "Results of state tests, a line a pupil and test; there are no names in them."
        ),
        owner: Text(
            lv: "Izglītības un zinātnes ministrija, VIAA",
            en: "Ministry of Education and Science, VIAA"
        ),
        rhythm: Text(lv: "Reizi gadā pēc eksāmeniem", en: "Once a year after the examinations"),
        policy: Text(
            lv: """
                Ņem tikai pārvaldes iestāžu rindas; jaunus pārbaudes darbus un mācību priekšmetus pievieno. Personas bez vārda \
                nav izglītojamie: viņu rezultātus ieskaita, bet meklēšanā, sarakstos un reģistra failos viņu nav. Personu pazīst \
                pēc identifikatora arī citā iestādē un gadā; identifikators 0 ir nezināma persona, ko pazīst pēc rindas, tāpēc, \
                pirms importējat citu failu par to pašu gadu, atsauciet iepriekšējo importu. 0 % un tukšs rezultāts netiek ieskaitīts vidējā, ja kartējumā nav „zero_percent=result”.
                """,
            en: """
                Takes the lines of the board's institutions only; new tests and subjects are added. Persons without names are no \
                pupils: their results count, and no search, list or file of the registers has them. A person goes by the \
                identifier, in another institution and year too; identifier 0 is an unknown person who goes by the line, so \
                undo the previous import before another file of the same year. A result of 0% or none takes no part in means unless the mapping says “zero_percent=result”.
                """
        )
    )
    package static let fields: [ImportField] = [
        .year,
        ImportField(
            ImportField.institution.code,
            ImportField.institution.title,
            ImportField.institution.headings,
            required: true,
            example: ImportField.institution.example
        ),
        .regNo,
        ImportField(
            "address",
            Text(lv: "Iestādes juridiskā adrese", en: "Address of the institution"),
            ["Iestādes juridiskās adrese"]
        ),
        ImportField("pupil_grade", Text(lv: "Klases pakāpe", en: "Grade of the pupil"), example: "9"),
        ImportField(
            "test_kind",
            Text(lv: "Pārbaudījuma tips", en: "Kind of the test"),
            required: true,
            example: "Centralizēts eksāmens"
        ),
        ImportField(
            "test",
            Text(lv: "Pārbaudījuma nosaukums", en: "Name of the test"),
            example: "Centralizētais eksāmens matemātikā"
        ),
        ImportField(
            "test_subject",
            Text(lv: "Pārbaudījuma mācību priekšmeta nosaukums", en: "Subject of the test"),
            ["Pārbaudījuma mācību priekšmets"],
            required: true,
            example: "Matemātika"
        ),
        ImportField(
            "test_grade",
            Text(lv: "Pārbaudījuma klases pakāpe", en: "Grade of the test"),
            example: "9"
        ),
        ImportField("percent", Text(lv: "Procenti", en: "Per cent"), required: true, example: "58"),
        ImportField(
            "person",
            Text(
                lv: "Eksāmena kārtošanas personas identifikators",
                en: "Identifier of the person"
            ),
            ["Personas identifikators"],
            required: true,
            example: "120431"
        ),
    ]

    /// The state's list makes no pupils: it tells of persons without names.
    ///
    /// Of registers it adds tests and subjects only, which its reader does by itself.
    static let mapping = Mapping(name, title, format: name, precedence: .last)

    /// The constant of mappings that says what 0 % is, and the value by which it is a result as any other.
    static let zero = (constant: "zero_percent", result: "result")

    /// What reading needs.
    package struct Known: Sendable {
        let registers: AssessmentsTable.Known
        /// The persons of earlier files by their code.
        let persons: [String: PupilID]
    }

    /// What stands before the state's identifier in the code of a person.
    static let prefix = "VIIS "

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            registers: try AssessmentsTable.known(tenant, connection),
            persons: try ReferencePersons.load(prefix: prefix, tenant, connection)
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        VIISExamsReader(known, run)
    }
}
