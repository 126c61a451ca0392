import FoundationEssentials
package import Frame
package import Kernel
package import Storage

/// A rule of a regulation within the period in which it is in force.
package struct Regulation: Hashable, Sendable {
    /// The stable name: `unexcused-limit`.
    package let name: String
    /// The first day it is in force.
    package let from: Day
    /// The last day; nil while it is in force.
    package let to: Day?
    /// What it says.
    package let words: Text
    /// The regulation it stands in.
    package let source: String
    /// Its numbers, as a JSON object; ``RuleParameters`` reads it.
    package let parameters: String
    /// Whether no public source confirms it, so that a board sets it by what it knows.
    package let isEditable: Bool

    /// Whether it is in force on a day.
    package func holds(on day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }
}

/// The numbers of one kind of rule.
package protocol RuleParameters: Codable, Hashable, Sendable {
    /// The name of the rule.
    static var regulation: String { get }
    /// What people call the rule.
    static var title: Text { get }
    /// How an editor asks for the numbers.
    static var fields: [RuleField] { get }
    /// What keeps numbers that are each well from going together.
    var fault: RuleFault? { get }
}

extension RuleParameters {
    /// Nothing: whatever numbers there are go together.
    package var fault: RuleFault? { nil }
}

/// The rules of a tenant: asked for a day of 2023, they answer as in 2023.
package struct Regulations: Sendable {
    private let byName: [String: [Regulation]]

    /// Rules; the same name several times, for several periods.
    init(_ regulations: [Regulation]) {
        byName = Dictionary(grouping: regulations, by: \.name)
    }

    /// The rules as they are shipped.
    package static let shipped = Regulations(RegulationSeeds.all)

    /// Loads the rules of a tenant.
    ///
    /// Where it has none of a name, the shipped ones of that name hold.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> Regulations {
        let own: [Regulation] = try connection.rows(
            """
            SELECT name, from_day, to_day, lv, en, source, parameters, is_editable FROM regulation
            WHERE tenant_id = \(tenant) ORDER BY name, from_day
            """
        )
        let names = Set(own.map(\.name))
        return Regulations(own + RegulationSeeds.all.filter { !names.contains($0.name) })
    }

    /// The rule of a name on a day, or nil where none is in force.
    package func named(_ name: String, on day: Day) -> Regulation? {
        byName[name]?.last { $0.holds(on: day) }
    }

    /// The numbers of a rule on a day, or nil where none is in force.
    package func parameters<P: RuleParameters>(of type: P.Type = P.self, on day: Day) throws -> P? {
        try parameters(P.regulation, as: type, on: day)
    }

    /// The numbers of a rule in each of its records, the earliest first.
    package func everyRecord<P: RuleParameters>(of type: P.Type) throws -> [(rule: Regulation, parameters: P)]
    {
        try (byName[P.regulation] ?? []).sorted { $0.from < $1.from }.map {
            (rule: $0, parameters: try decoded($0, as: type))
        }
    }

    /// The numbers of a rule that shares their type with others, by its own name.
    package func parameters<P: RuleParameters>(_ name: String, as type: P.Type, on day: Day) throws -> P? {
        guard let regulation = named(name, on: day) else { return nil }
        return try decoded(regulation, as: type)
    }

    private func decoded<P: RuleParameters>(_ regulation: Regulation, as type: P.Type) throws -> P {
        do {
            return try JSONDecoder().decode(P.self, from: Data(regulation.parameters.utf8))
        } catch {
            throw Refusal(
                .invalid,
                Text(
                    lv: "Prasības „\(regulation.words.lv)” skaitļi nav nolasāmi.",
                    en: "The numbers of the rule “\(regulation.words.en)” cannot be read."
                ),
                advice: Text(
                    lv: "Izlabojiet prasību „\(regulation.name)” sarakstā „Normatīvās prasības”.",
                    en: "Mend the rule “\(regulation.name)” in the list of rules."
                )
            )
        }
    }
}

extension Regulation: Readable {
    package init(row: inout Row) throws {
        name = try row.next()
        from = try row.next()
        let end: Day = try row.next()
        to = end.number == 0 ? nil : end
        words = Text(lv: try row.next(), en: try row.next())
        source = try row.next()
        parameters = try row.next()
        isEditable = try row.next()
    }
}
