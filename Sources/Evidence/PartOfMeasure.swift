package import Frame
package import Storage

/// A measure each of whose numbers is made of that of another in the same place.
///
/// Whatever remembers numbers asks for those of the whole, so that they are read once for it and all its parts.
package protocol PartOfMeasure: Measure {
    /// The measure that it is made of, with the same directions.
    var whole: any Measure { get }

    /// Its number where the whole has such a one.
    func part(_ tally: Tally) -> Tally
}

extension PartOfMeasure {
    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        try whole.vector(selection, over: dimensions, tenant: tenant, connection).mapValues { part($0) }
    }
}
