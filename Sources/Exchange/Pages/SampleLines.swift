import Frame
import Kernel
import Storage

/// The samples of a plan in words; of the registers only what they name is looked up, however large the file is.
struct SampleLines: Sendable {
    /// The line of each sample, by table and in the order of the plan.
    private var byTable: [String: [String]] = [:]

    /// The lines of the samples of a table.
    func lines(of table: ImportPlan.TableChange) -> [String] {
        byTable[table.table] ?? table.samples.map { _ in "" }
    }

    /// The lines of a staged import, as whoever sits at a desk may read them.
    static func load(_ staged: StagedImport, _ desk: Desk, _ language: Language) async throws -> SampleLines {
        guard staged.plan.tables.contains(where: { !$0.samples.isEmpty }) else { return SampleLines() }
        return try await desk.database.data.read { connection in
            let names = try SampleNames(staged, desk, connection)
            let words = SampleWords(language: language)
            var lines = SampleLines()
            for table in staged.plan.tables {
                lines.byTable[table.table] = try table.samples.map { sample in
                    let named = try names.words(sample, of: table.table)
                    return words.line(sample, of: table.table) { column, value in named[column]?[value] }
                }
            }
            return lines
        }
    }
}
