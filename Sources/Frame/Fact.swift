/// One row of a fact table: integers in the order key, values, batch, source.
///
/// It is a view into a buffer that somebody else owns; it must not outlive the call it is given to.
package struct FactRow {
    let base: UnsafePointer<Int64>

    /// A view of a row that starts at an address.
    package init(base: UnsafePointer<Int64>) {
        self.base = base
    }

    /// The value of a column by its place.
    package subscript(column: Int) -> Int { Int(base[column]) }
}

/// A table of facts: integers only, clustered by its key, each row with the batch that brought it.
package struct FactTable: Sendable {
    /// The table's name.
    package let name: Name
    /// The columns of its key after `tenant_id`.
    package let key: [Name]
    /// The other columns, without `batch_id` and `source`, which every fact table ends with.
    package let values: [Name]
    /// What each row adds to the cells that rest on it.
    package let cells: [CellRule]
    /// What the rows are called.
    package let noun: FactWords
    /// Columns whose combinations of values in a file say what the file is complete for: institution and
    /// year.
    ///
    /// Empty where no file is ever complete, so that nothing is removed.
    package let coverage: [Name]
    /// How many of the last values the table got after rows of it had been kept for an undo or staged.
    ///
    /// What was kept without them is read as if it held 0 there.
    package let lateValues: Int
    /// How files of two kinds may tell the same rows twice; nil where they cannot.
    package let overlap: FactOverlap?

    /// A table of facts.
    package init(
        _ name: Name,
        key: [Name],
        values: [Name],
        noun: FactWords,
        cells: [CellRule],
        coverage: [Name] = [],
        lateValues: Int = 0,
        overlap: FactOverlap? = nil
    ) {
        self.name = name
        self.key = key
        self.values = values
        self.noun = noun
        self.cells = cells
        self.coverage = coverage
        self.lateValues = lateValues
        self.overlap = overlap
    }

    /// All columns after `tenant_id`, in the order of a row.
    package var columns: [Name] { key + values + ["batch_id", "source"] }

    /// Columns that decide whether a row changed: everything but the batch and its source.
    package var comparedCount: Int { key.count + values.count }

    /// The places in a row of the values that rows kept before may lack.
    package var lateColumns: Range<Int> { comparedCount - lateValues..<comparedCount }
}

/// What one fact adds to one cube.
package struct CellRule: Sendable {
    /// The cube.
    package let cube: Cube
    /// Writes the keys and values of the cells a fact touches.
    package let contribute: @Sendable (FactRow, CellAccumulator) -> Void

    /// A rule.
    package init(_ cube: Cube, _ contribute: @escaping @Sendable (FactRow, CellAccumulator) -> Void) {
        self.cube = cube
        self.contribute = contribute
    }
}
