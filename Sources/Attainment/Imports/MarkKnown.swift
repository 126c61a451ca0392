internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What formats with marks know before they read.
package struct MarkKnown: Sendable {
    let directory: Directory
    let scales: MarkScales
    let rules: MarkRules
    let texts: [String: Int]
    let years: Years
    /// The kinds that signs of absence mean on a day.
    let tokens: @Sendable (Day) throws -> [String: Int]

    init(_ tenant: TenantID, _ connection: Connection) throws {
        directory = try Directory.load(tenant, connection)
        scales = try MarkScales.load(tenant, connection)
        texts = try MarkWriter.texts(tenant, connection)
        years = try Years.load(tenant, connection)
        let regulations = try Regulations.load(tenant, connection)
        rules = try MarkRules(regulations)
        tokens = { try regulations.parameters(of: AbsenceTokens.self, on: $0)?.kinds ?? [:] }
    }
}
