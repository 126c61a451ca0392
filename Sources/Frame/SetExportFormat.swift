package import Storage
package import Tabular

/// A format of several files that writes too: a set holds what Sekme holds of a year, and imports again as no change.
package protocol SetExportFormat: ImportFormat {
    /// The permission without which nothing is written.
    static var exportPermission: Permission { get }
    /// Writes the tables of an order.
    static func write(
        _ order: ExportOrder,
        _ connection: Connection,
        to writer: TableSetWriter
    ) throws -> WrittenSet
}

/// What a set of files holds.
package struct WrittenSet: Hashable, Sendable {
    /// Whose data; the guard of exports counts them.
    package var persons = WrittenPersons()
    /// Rows for which the format has no place.
    package var leftOut = 0

    /// Nothing.
    package init() {}
}
