package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// Sekme's own table of results: a line a pupil and assessment, or a pupil and part of one.
package enum ResultsTable: ImportFormat {
    /// What reading needs.
    package struct Known: Sendable {
        let directory: Directory
        let book: AssessmentBook
    }

    /// The fields behind those of the pupil.
    enum Field: Int, CaseIterable {
        case year = 8
        case assessment, kind, level, subject, grade, day, most, part, points, percent, status, teacher
        case teacherCode
    }

    package static let name = "results"
    package static let title = Text(
        lv: "Pārbaudes darbu rezultāti (Sekmes tabula)",
        en: "Results of assessments (Sekme's table)"
    )
    package static let card = DataFlowCard(
        touches: Text(lv: "Pārbaudes darbu rezultāti", en: "Results of assessments"),
        origin: Text(
            lv: "Valsts pārbaudījumu informācijas sistēmas, pašvaldības vai iestādes rezultātu tabula.",
            en: "A table of results of the state's information system, the municipality or the institution."
        ),
        owner: Text(
            lv: "Izglītības iestāde; pārvalde – savos darbos.",
            en: "The institution; the board of its works."
        ),
        rhythm: Text(lv: "Pēc katra pārbaudes darba", en: "After each assessment"),
        policy: Text(
            lv: """
                Rinda aizstāj tā paša izglītojamā rezultātu tajā pašā darbā vai tā daļā; pārējie paliek. Procentus, ko \
                dod avots, nepārrēķina.
                """,
            en: """
                A line replaces the pupil's result in the same work or part; others stay. Per cents that the source gives \
                are kept as they are.
                """
        )
    )
    package static let fields: [ImportField] =
        PupilField.all + [
            .year, AssessmentFields.assessment, AssessmentFields.kind, AssessmentFields.level, .subject(),
            AssessmentFields.grade, AssessmentFields.day, AssessmentFields.most,
            ImportField("part", Text(lv: "Daļas numurs", en: "Number of the part"), ["Daļa"], example: "1"),
            ImportField("points", Text(lv: "Punkti", en: "Points"), ["Iegūtie punkti"], example: "49"),
            ImportField(
                "percent",
                Text(lv: "Rezultāts procentos", en: "Result in per cent"),
                ["Procenti", "%", "Rezultāts, %", "Kopvērtējums procentos"],
                example: "81"
            ),
            ImportField(
                "status",
                Text(lv: "Statuss", en: "Status"),
                ["Dalība"],
                example: "took"
            ),
            ImportField(
                "teacher",
                Text(lv: "Pedagogs", en: "Teacher"),
                ["Skolotājs", "Priekšmeta skolotājs"],
                example: "Anna Liepa"
            ),
            ImportField(
                "teacher_code",
                Text(lv: "Pedagoga kods avota sistēmā", en: "Teacher's code in the source system"),
                example: "S-12"
            ),
        ]

    /// Marks have assessments for a heading too; only points, per cents or a status make it this table.
    package static func recognise(_ sample: SheetSample) -> Int {
        let headings = Set(sample.headings.map(HeadingMatch.normal))
        let results: [Field] = [.points, .percent, .status]
        guard fields[Field.assessment.rawValue].matches(anyOf: headings) else { return 0 }
        guard results.contains(where: { fields[$0.rawValue].matches(anyOf: headings) }) else { return 0 }
        return sureness(of: headings)
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            book: try AssessmentBook.load(tenant, connection)
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        ResultsReader(known, run)
    }
}
