internal import Frame

/// Stages facts of another room's table, which the run finds by name; values go by the names of columns.
///
/// Columns of the table that are not given are 0, so that the other room may add one.
struct ForeignFacts {
    private let table: FactTable
    private let places: [Int?]

    /// The table, or nil where the house has none of that name.
    init?(_ name: String, _ columns: [String], in run: ImportRun) {
        guard let table = run.facts[name] else { return nil }
        self.table = table
        places = (table.key + table.values).map { column in columns.firstIndex(of: column.text) }
    }

    /// Stages a row, whose values come in the order of the names given.
    func stage(_ values: [Int], _ staging: any Staging, at place: SourcePlace) throws {
        try staging.fact(table, places.map { $0.map { values[$0] } ?? 0 }, at: place)
    }
}
