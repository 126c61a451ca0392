import Frame
import Kernel
import Storage

/// Rows of registers that facts name by number and no dimension does: how a mark was written, which test it was.
///
/// What the same import brings is named as its own samples have it.
struct SampleRows {
    private let desk: Desk
    private let connection: Connection
    /// The registers that columns of a name refer to, each in tables of its own.
    private let registers: [String: [RegisterTable]]
    private let samples: [String: [Int: ChangeSample]]

    init(_ plan: ImportPlan, _ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
        let referred = desk.house.registers.flatMap { table in table.references.map { ($0.text, table) } }
        registers = Dictionary(grouping: referred, by: \.0).mapValues { $0.map(\.1) }
        samples = plan.tables.reduce(into: [:]) { samples, table in
            for sample in table.samples where sample.key.count == 1 && sample.kind != .removed {
                samples[table.table, default: [:]][sample.key[0]] = sample
            }
        }
    }

    /// What a row is called that a column of a table names; nil where it has no words, or there is no such row.
    func words(_ column: String, of table: String, _ number: Int) throws -> Text? {
        if let coming = coming(column, of: table, number) { return coming }
        guard let table = register(column, table), let names = SampleRows.names(table) else { return nil }
        let found = try connection.rows(
            """
            SELECT \(names.lv.sql), \(names.en.sql) FROM \(table.name.sql)
            WHERE tenant_id = \(desk.tenant) AND id = \(number)
            """,
            String.self,
            String.self
        ).first
        return found.flatMap { title(column, $0.0, $0.1) }
    }

    /// What a row is called that the same import brings; nil where its samples do not have it.
    func coming(_ column: String, of table: String, _ number: Int) -> Text? {
        guard let table = register(column, table), let sample = samples[table.name.text]?[number] else {
            return nil
        }
        func text(_ column: String) -> String? { sample.fields.first { $0.column == column }?.new }
        let person = [text("surname"), text("forename")].compactMap { $0 }.joined(separator: " ")
        if !person.isEmpty { return Text(same: person) }
        return SampleRows.names(table).flatMap {
            title(column, text($0.lv.text) ?? "", text($0.en.text) ?? "")
        }
    }

    private func register(_ column: String, _ table: String) -> RegisterTable? {
        registers[column]?.first { $0.isNamed(in: table) }
    }

    private func title(_ column: String, _ lv: String, _ en: String) -> Text? {
        if lv.isEmpty, en.isEmpty { return nil }
        // Reported figures name their measure as files do.
        if column == "measure_id", let measure = try? desk.house.measures.named(lv) { return measure.title }
        return Text(lv: lv.isEmpty ? en : lv, en: en.isEmpty ? lv : en)
    }

    /// The columns with the words of a row, in Latvian and in English.
    private static func names(_ table: RegisterTable) -> (lv: Name, en: Name)? {
        if table.columns.contains("name_lv") { return ("name_lv", "name_en") }
        return table.columns.first { $0 == "name" || $0 == "text" }.map { ($0, $0) }
    }
}
