/// A table of cells: sums of integers for each combination of members, written with the facts they rest on.
package struct Cube: Sendable {
    /// The table's name.
    package let name: Name
    /// The dimensions of its key after `tenant_id`, in order.
    package let dimensions: [Dimension]
    /// The additive columns.
    package let values: [Name]

    /// A cube.
    package init(_ name: Name, _ dimensions: [Dimension], values: [Name]) {
        self.name = name
        self.dimensions = dimensions
        self.values = values
    }

    /// Whether the cube can answer for some dimensions and filters.
    package func has(_ wanted: Set<Dimension>) -> Bool {
        wanted.isSubset(of: dimensions)
    }
}
