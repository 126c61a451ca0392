import Frame
import Kernel
import Storage

/// The reforms of municipalities in their order: which names are one territory, and who is whose heir.
struct TerritoryReforms: Sendable {
    /// A reform, with names folded for search.
    private struct Reform: Sendable {
        let day: Day
        let isGeneral: Bool
        /// The new municipality by each old one that went into it.
        let heirs: [String: String]
        /// New municipalities as people write them.
        let names: [String: String]

        init(_ day: Day, _ rule: TerritoryReformRule) {
            self.day = day
            isGeneral = rule.reach == .all
            var heirs: [String: String] = [:]
            var names: [String: String] = [:]
            for (new, parts) in rule.successors {
                let heir = LatvianKey.search(new)
                names[heir] = new
                for part in TerritoryReformRule.names(parts) { heirs[LatvianKey.search(part)] = heir }
            }
            self.heirs = heirs
            self.names = names
        }

        /// Whether a name means another territory since the reform.
        func renews(_ search: String) -> Bool {
            isGeneral || heirs[search] != nil || names[search] != nil
        }
    }

    /// The earliest first.
    private let reforms: [Reform]

    init(_ rules: Regulations) throws {
        reforms = try rules.everyRecord(of: TerritoryReformRule.self).map {
            Reform($0.rule.from, $0.parameters)
        }
    }

    private init() { reforms = [] }

    /// The reforms as they are shipped.
    static let shipped = (try? TerritoryReforms(.shipped)) ?? TerritoryReforms()

    /// Loads the reforms of a tenant.
    static func load(_ tenant: TenantID, _ connection: Connection) throws -> TerritoryReforms {
        try TerritoryReforms(Regulations.load(tenant, connection))
    }

    /// The number of the day since which a name means what it means on a day; 0 for the time before all reforms.
    func start(of day: Day, for search: String) -> Int {
        reforms.last { $0.day <= day && $0.renews(search) }?.day.number ?? 0
    }

    /// The number of the last day on which a name means what it means on a day; 0 where no reform ended it.
    func end(of day: Day, for search: String) -> Int {
        reforms.first { $0.day > day && $0.renews(search) }.map { $0.day.number - 1 } ?? 0
    }

    /// The municipality of a later day in which one lies that was known on an earlier day.
    func heir(of search: String, from: Day, on day: Day) -> String {
        reforms.filter { $0.day > from && $0.day <= day }.reduce(search) { $1.heirs[$0] ?? $0 }
    }

    /// What a municipality of a reform is called; nil where no reform made it.
    func name(_ search: String) -> String? { reforms.last { $0.names[search] != nil }?.names[search] }
}
