internal import Frame
internal import Registry
internal import Storage

/// What formats with marks know before they read.
package struct MarkKnown: Sendable {
    let directory: Directory
    let scales: MarkScales
    let texts: [String: Int]
    let years: Years

    init(_ tenant: TenantID, _ connection: Connection) throws {
        directory = try Directory.load(tenant, connection)
        scales = try MarkScales.load(tenant, connection)
        texts = try MarkWriter.texts(tenant, connection)
        years = try Years.load(tenant, connection)
    }
}
