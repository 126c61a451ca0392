internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Tabular

/// Reads tables of totals: each sheet as a whole, since the totals stand at its end.
final class InstitutionTableReader: LineReader {
    private let run: ImportRun
    private let directory: DirectoryRun
    private let kept: KeptFigures
    private let measure: String
    private let kinds: KindWords
    private var rows: [MappedLine] = []

    init(_ known: InstitutionTable.Known, _ run: ImportRun, measure: String) {
        self.run = run
        self.measure = measure
        directory = DirectoryRun(known.directory, run)
        kept = KeptFigures(known.kept)
        kinds = KindWords(run.mapping.constants["kinds"], measure: measure)
    }

    func begin(sheet: String, index: Int) throws -> Bool {
        try flush()
        return true
    }

    func read(_ line: MappedLine) throws {
        // The line's bytes do not outlive the call.
        rows.append(MappedLine(place: line.place, cells: line.cells))
    }

    func finish() throws { try flush() }

    private func flush() throws {
        guard let first = rows.first else { return }
        defer { rows = [] }
        guard let table = TotalsTable(rows, kinds: kinds) else {
            return run.staging.reject(TableProblem.noHeadings, at: first.place)
        }
        for line in table.unknown {
            let place = table.institutions.first.map { table.cell($0, line).place } ?? first.place
            run.staging.reject(TableProblem.heading(line.text), at: place)
        }
        try stage(table)
    }

    private func stage(_ table: TotalsTable) throws {
        let figures = TotalsSheet(table, run.staging)
        for institution in figures.goodInstitutions {
            for (label, number, place) in figures.numbers(institution) {
                try stage(number, of: institution, label, at: place)
            }
        }
    }

    private func stage(
        _ number: Int,
        of institution: TotalsTable.Line,
        _ label: TableLabel,
        at place: SourcePlace
    ) throws {
        let (year, kind): (SchoolYear, Int)
        switch label {
        case .kind(let member): (year, kind) = (try run.year(), member)
        case .year(let member): (year, kind) = (member, 0)
        case .total: return
        }
        let found = try directory.institution(name: institution.text, year: year, at: place)
        guard let found else { return }
        try kept.stage(
            run,
            measure: measure,
            year: year,
            term: run.term,
            institution: found,
            kind: kind,
            numerator: number,
            isPublic: run.mapping.isPublic,
            at: place
        )
    }
}
