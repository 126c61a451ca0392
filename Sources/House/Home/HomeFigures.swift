import Frame
import Kernel
import Registry
import Storage

/// The figures of home: of each institution and of all together, hidden like those of any report.
struct HomeFigures: Sendable {
    /// A measure that some institution has.
    struct Column: Sendable {
        let measure: String
        let title: Text
        /// The year it is of: marks of a term come in after its lessons.
        let year: SchoolYear
        let byInstitution: [Int: Figure]
        let whole: Figure?
    }

    let columns: [Column]

    /// What is asked for, where a room has it.
    private static let asked = [
        "registry/pupils", "attainment/mark", "attendance/missed", "attendance/illness", "attendance/excused",
        "attendance/unexcused", "attendance/over-limit",
    ]

    /// The column of a measure, if anything is known of it.
    func column(_ measure: String) -> Column? { columns.first { $0.measure == measure } }

    static func load(
        _ year: SchoolYear,
        _ reach: Reach,
        _ institutions: [Int],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> HomeFigures {
        guard !reach.isEmpty else { return HomeFigures(columns: []) }
        func columns(_ measures: [String], _ year: SchoolYear) throws -> [Column] {
            let names = RegistryNames(tenant: desk.tenant, year: year, connection)
            let question = desk.question(Selection(year: year, reach: reach), names, connection)
            return try HomeFigures.columns(measures, institutions, question, desk.house)
        }
        let known = asked.filter(desk.house.measures.names.contains)
        let now = try columns(known, year)
        let lacking = known.filter { name in name == "attainment/mark" && !now.contains { $0.measure == name }
        }
        let before = lacking.isEmpty ? [] : try columns(lacking, SchoolYear(year.start - 1))
        return HomeFigures(columns: now + before)
    }

    /// Asked as one document, so that what is hidden is found once for all cells that lean on one another.
    private static func columns(
        _ measures: [String],
        _ institutions: [Int],
        _ question: Question,
        _ house: HouseBook
    ) throws -> [Column] {
        let vectors = try measures.map { ($0, try question.figures($0, over: [.institution])) }
            .filter { !$0.1.isEmpty }
        guard !vectors.isEmpty else { return [] }
        let rows = try institutions.map { institution in
            ReportRow(
                try vectors.map { measure, figures in
                    .figure(
                        try figures[[institution]]
                            ?? question.unknown(measure, [.institution: institution])
                    )
                }
            )
        }
        let total = ReportRow(try vectors.map { .figure(try question.figure($0.0)) })
        let section = ReportSection(columns: [], rows: rows, total: total)
        let shown = try house.disclosure.applied(to: ReportDocument([section]), question).sections[0]
        return try vectors.enumerated().map { index, vector in
            var byInstitution: [Int: Figure] = [:]
            for (institution, row) in zip(institutions, shown.rows) {
                byInstitution[institution] = figure(row.cells[index])
            }
            return Column(
                measure: vector.0,
                title: try house.measures.named(vector.0).title,
                year: question.selection.year,
                byInstitution: byInstitution,
                whole: shown.total.flatMap { figure($0.cells[index]) }
            )
        }
    }

    private static func figure(_ cell: ReportCell) -> Figure? {
        if case .figure(let figure) = cell { figure } else { nil }
    }
}
