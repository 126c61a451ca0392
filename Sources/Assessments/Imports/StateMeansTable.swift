package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// Sekme's own table of the state's mean results: a line a year, kind, level, grade and subject.
package enum StateMeansTable: ImportFormat {
    enum Field: Int, CaseIterable {
        case year, kind, level, grade, subject, mean, source
    }

    package static let name = "state-means"
    package static let title = Text(
        lv: "Vidējie rezultāti valstī (Sekmes tabula)",
        en: "Mean results of the state (Sekme's table)"
    )
    package static let card = DataFlowCard(
        touches: Text(lv: "Valsts vidējie rezultāti", en: "Mean results of the state"),
        origin: Text(
            lv: "Valsts izglītības attīstības aģentūras publicētie valsts pārbaudes darbu vidējie rezultāti.",
            en: "Mean results of state tests as the state's agency (VIAA) publishes them."
        ),
        owner: Text(lv: "Izglītības pārvalde", en: "The education board"),
        rhythm: Text(lv: "Reizi gadā, kad publicē rezultātus", en: "Once a year, when results are published"),
        policy: Text(
            lv: "Rinda aizstāj tā paša gada, veida, līmeņa, klases un priekšmeta skaitli; pārējie paliek.",
            en: "A line replaces the number of its year, kind, level, grade and subject; others stay."
        )
    )
    package static let fields: [ImportField] = [
        .year,
        ImportField(
            AssessmentFields.kind.code,
            AssessmentFields.kind.title,
            AssessmentFields.kind.headings,
            required: true,
            example: "central-exam"
        ),
        AssessmentFields.level,
        ImportField(
            AssessmentFields.grade.code,
            AssessmentFields.grade.title,
            AssessmentFields.grade.headings,
            required: true,
            example: "9"
        ),
        .subject(required: true),
        ImportField(
            "state_mean",
            Text(lv: "Vidējais valstī, %", en: "Mean of the state, %"),
            ["Valsts vidējais", "Vidēji valstī"],
            required: true,
            example: "58,5"
        ),
        ImportField("source", Text(lv: "Avots", en: "Source"), example: "VIAA"),
    ]

    /// A list of assessments has the same columns and a name besides.
    package static func recognise(_ sample: SheetSample) -> Int {
        let headings = Set(sample.headings.map(HeadingMatch.normal))
        guard !AssessmentFields.assessment.matches(anyOf: headings) else { return 0 }
        guard fields.allSatisfy({ !$0.isRequired || $0.matches(anyOf: headings) }) else { return 0 }
        return sureness(of: headings)
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> AssessmentsTable.Known {
        try AssessmentsTable.known(tenant, connection)
    }

    package static func reader(_ known: AssessmentsTable.Known, _ run: ImportRun) throws -> any LineReader {
        StateMeansReader(known, run)
    }
}

/// Reads lines of state means.
private final class StateMeansReader: LineReader {
    private typealias Field = StateMeansTable.Field
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
            let kind = lines.kind(values.text(.kind), at: values.place(of: .kind)),
            let level = lines.level(values.text(.level), at: values.place(of: .level)),
            let grade = lines.grade(values.text(.grade), at: values.place(of: .grade)),
            let subject = try directory.subject(
                name: values.text(.subject),
                at: values.place(of: .subject)
            )
        else { return }
        guard let kind, let grade else {
            let missing: Field = kind == nil ? .kind : .grade
            return run.staging.reject(Problem(ParseFault.empty), at: values.place(of: missing))
        }
        guard AssessmentKind.ofState.contains(kind) else {
            return run.staging.reject(
                StateMeansReader.notOfState(values.text(.kind)),
                at: values.place(of: .kind)
            )
        }
        let text = values.text(.mean)
        guard let mean = try? Parse.percent(text, decimals: 2), (0...ResultCells.full).contains(mean) else {
            return run.staging.reject(AssessmentProblem.percent(text), at: values.place(of: .mean))
        }
        try run.staging.register(
            .stateMeans,
            key: [year.start, kind.rawValue, (level ?? .none).rawValue, grade, subject.rawValue],
            [("mean", mean.sqlValue), ("source", .text(values.text(.source)))],
            at: line.place
        )
    }

    private static func notOfState(_ text: String) -> Problem {
        Problem(
            "assessment.notOfState",
            value: text,
            Text(lv: "Šo pārbaudes darbu nerīko valsts.", en: "The state does not set this kind of test."),
            advice: Text(
                lv: "Vidējais valstī ir tikai valsts pārbaudes darbiem.",
                en: "Only tests of the state have a mean of the state."
            )
        )
    }
}

extension StateMeansTable: ExportFormat {
    /// The state's means are about no person.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        guard !order.asker.reach(exportPermission, on: order.today).isEmpty else { return }
        let keys = PersonKeys(order, connection)
        for row in try StateMeanRow.all(order.tenant, connection, year: order.year) where row.mean >= 0 {
            let subject = keys.subject(SubjectID(rawValue: row.work.subject))
            try take(
                ExportRow([
                    .text(row.year.description), .text(row.work.sort.kind.code),
                    PersonKeys.cell(row.work.sort.level.code), .integer(row.work.grade), subject,
                    .decimal(row.mean, decimals: 2), PersonKeys.cell(row.source),
                ])
            )
        }
    }
}
