/// A table of cells: sums of integers for each combination of members, written with the facts they rest on.
package struct Cube: Sendable {
    /// The table's name.
    package let name: Name
    /// The dimensions of its key after `tenant_id`, in order.
    package let dimensions: [Dimension]
    /// The additive columns.
    package let values: [Name]
    /// Coarser cubes that are kept from this one's cells: some of its dimensions, all of its values.
    ///
    /// They cost what cells cost, not what facts do, and are what a report over few dimensions reads.
    package let rollups: [Cube]
    /// The index of its cells by pupil and year, where it has one.
    package let byPupil: Name?

    /// A cube.
    package init(
        _ name: Name,
        _ dimensions: [Dimension],
        values: [Name],
        rollups: [Cube] = [],
        byPupil: Name? = nil
    ) {
        self.name = name
        self.dimensions = dimensions
        self.values = values
        self.rollups = rollups
        self.byPupil = byPupil
    }

    /// Whether the cube can answer for some dimensions and filters.
    package func has(_ wanted: Set<Dimension>) -> Bool {
        wanted.isSubset(of: dimensions)
    }
}
