package import Frame
package import Kernel
internal import Registry
package import Storage

/// The state's summary of central examinations by institution and subject, with takers below each tenth of the
/// scale.
///
/// The headings of the published files are known by description only, so that each column goes by several.
package enum VIISExamBands: ImportFormat {
    enum Field: Int, CaseIterable {
        case year, institution, regNo, subject, level, takers, mean
        case below10, below20, below30, below40, below50, below60, below70, below80, below90, below100
    }

    package static let name = "viis-exam-bands"
    package static let title = Text(
        lv: "VIIS eksāmenu kopvērtējums pa skolām un priekšmetiem",
        en: "VIIS summary of examinations by school and subject"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Eksāmenu kopsavilkumi pa iestādēm, bez ziņām par personām",
            en: "Summaries of examinations by institution, without persons"
        ),
        origin: Text(
            lv: "Atvērtie dati: centralizēto eksāmenu rezultātu kopvērtējums pa skolām priekšmetos.",
            en: "Open data: summary of central examinations by school and subject."
        ),
        owner: Text(lv: "Izglītības un zinātnes ministrija", en: "Ministry of Education and Science"),
        rhythm: Text(lv: "Reizi gadā", en: "Once a year"),
        policy: Text(
            lv: """
                Ņem tikai pārvaldes iestāžu rindas; rinda aizstāj to pašu iestādi, priekšmetu un līmeni. Skaitļi ir publiski, \
                un tos izmanto, kur izglītojamo rezultātu nav.
                """,
            en: """
                Takes the lines of the board's institutions only; a line replaces its institution, subject and level. The \
                numbers are public and stand in where there are no results of pupils.
                """
        )
    )
    package static let fields: [ImportField] =
        [
            .year,
            ImportField(
                ImportField.institution.code,
                ImportField.institution.title,
                ImportField.institution.headings + ["skolas nosaukums"],
                required: true,
                example: ImportField.institution.example
            ),
            .regNo,
            ImportField(
                "subject",
                Text(lv: "Mācību priekšmets", en: "Subject"),
                ["priekšmets", "eksāmens", "eksāmena priekšmets"],
                required: true,
                example: "Matemātika"
            ),
            ImportField(
                AssessmentFields.level.code,
                AssessmentFields.level.title,
                AssessmentFields.level.headings + ["mācību satura apguves līmenis"],
                example: "optimal"
            ),
            ImportField(
                "takers",
                Text(lv: "Kārtotāju skaits", en: "Takers"),
                ["skaits", "kārtojuši", "eksāmena kārtotāju skaits", "izglītojamo skaits"],
                required: true,
                example: "48"
            ),
            ImportField(
                "mean",
                Text(lv: "Kopvērtējums, %", en: "Mean, %"),
                ["kopvērtējums", "vidējais", "vidējais rezultāts", "vidējais kopvērtējums", "vidēji"],
                required: true,
                example: "43,7"
            ),
        ] + ExamBands.bounds.map(band)

    private static func band(_ bound: Int) -> ImportField {
        ImportField(
            "below\(bound)",
            Text(lv: "Zem \(bound) %", en: "Below \(bound)%"),
            ["līdz \(bound) %", "mazāk par \(bound) %", "0–\(bound) %", "< \(bound) %"],
            example: String(bound / 4)
        )
    }

    /// The state's summary is public; of registers it adds subjects only.
    static let mapping = Mapping(name, title, format: name, precedence: .last, isMaster: true, isPublic: true)

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> AssessmentsTable.Known {
        try AssessmentsTable.known(tenant, connection)
    }

    package static func reader(_ known: AssessmentsTable.Known, _ run: ImportRun) throws -> any LineReader {
        VIISExamBandsReader(known, run)
    }
}

/// Reads lines of the summary.
private final class VIISExamBandsReader: LineReader {
    private typealias Field = VIISExamBands.Field
    private let run: ImportRun
    private let directory: DirectoryRun
    private let lines: AssessmentLines

    init(_ known: AssessmentsTable.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        lines = AssessmentLines(known.book, run)
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let year = try run.year(values.text(.year), at: values.place(of: .year)),
            let institution = try directory.ownInstitution(
                name: values.text(.institution),
                regNo: values.text(.regNo),
                year: year,
                at: values.place(of: .institution)
            ),
            let test = VIISTest(kind: "eksāmens", name: values.text(.level), subject: values.text(.subject)),
            let subject = try directory.subject(name: test.subject, at: values.place(of: .subject)),
            let level = try level(values, test), let takers = takers(values), let mean = mean(values),
            let bands = bands(values, takers)
        else { return }
        try run.staging.fact(
            .examReports,
            [year.start, institution.rawValue, subject.rawValue, level.rawValue, takers, mean] + bands,
            at: line.place
        )
    }

    /// The level of its own column, else the one that the subject's name holds.
    private func level(_ values: LineValues<Field>, _ test: VIISTest) throws -> AssessmentLevel? {
        let text = values.text(.level)
        if text.isEmpty || test.level != .none { return test.level }
        return lines.level(text, at: values.place(of: .level)) ?? nil
    }

    private func takers(_ values: LineValues<Field>) -> Int? {
        guard values.text(.takers).isEmpty else { return values.count(.takers) }
        run.staging.reject(Problem(ParseFault.empty), at: values.place(of: .takers))
        return nil
    }

    private func mean(_ values: LineValues<Field>) -> Int? {
        let text = values.text(.mean)
        if let mean = try? Parse.percent(text, decimals: 2), (0...ResultCells.full).contains(mean) {
            return mean
        }
        run.staging.reject(AssessmentProblem.percent(text), at: values.place(of: .mean))
        return nil
    }

    /// Takers below each bound, −1 where the file has no such column; nil where they cannot be, which is reported.
    private func bands(_ values: LineValues<Field>, _ takers: Int) -> [Int]? {
        var bands: [Int] = []
        var highest = 0
        for field in Field.allCases.dropFirst(Field.below10.rawValue) {
            guard !values.text(field).isEmpty else {
                bands.append(-1)
                continue
            }
            guard let count = values.count(field) else { return nil }
            guard count >= highest, count <= takers else {
                run.staging.reject(VIISExamBandsReader.falling, at: values.place(of: field))
                return nil
            }
            highest = count
            bands.append(count)
        }
        return bands
    }

    private static let falling = Problem(
        "exam.bands",
        Text(
            lv: "Skaits ir mazāks par zemākas grupas skaitu vai lielāks par kārtotāju skaitu.",
            en: "The count is less than that of a lower band, or more than there are takers."
        ),
        advice: Text(
            lv: "Grupas ir augošas: katrā ieskaitītas visas zemākās. Pārbaudiet skaitus.",
            en: "Bands are cumulative: each holds all lower ones. Check the counts."
        )
    )
}
