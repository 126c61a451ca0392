import FoundationEssentials
package import Frame
package import Kernel
package import Storage

/// A dated record of a rule of risk, with the version that answers rest on.
package struct RiskRecord: Sendable {
    /// The rule's name: `risk-unexcused`.
    package let name: String
    /// What people call it.
    package let title: Text
    /// What it says, in plain words.
    package let words: Text
    /// The first day it is in force.
    package let from: Day
    /// The last day; nil while it is in force.
    package let to: Day?
    /// The version of the record.
    package let version: Int
    /// Its parameters.
    package let rule: RiskRule

    /// The same record with other parameters, for a trial.
    package func trying(_ rule: RiskRule) -> RiskRecord {
        RiskRecord(name: name, title: title, words: words, from: from, to: to, version: version, rule: rule)
    }

    fileprivate func holds(on day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }
}

/// The rules of risk of a tenant: asked for a day of 2023, they answer as in 2023.
package struct RiskRules: Sendable {
    /// All records, by name and first day.
    package let records: [RiskRecord]

    /// Loads the rules of a tenant; where it has none of a shipped name, the shipped record holds.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> RiskRules {
        RiskRules(records: try RuleRecord.risks(tenant, connection).map { try record($0) })
    }

    /// The rules in force on a day, in the order of their names.
    package func inForce(on day: Day) -> [RiskRecord] { records.filter { $0.holds(on: day) } }

    /// The record of a rule on a day.
    package func named(_ name: String, on day: Day) -> RiskRecord? {
        records.last { $0.name == name && $0.holds(on: day) }
    }

    /// The latest record of a rule, in force or not.
    package func latest(_ name: String) -> RiskRecord? { records.last { $0.name == name } }

    /// The names of all rules, those that are shipped first.
    package var names: [String] {
        records.map(\.name).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    }

    private static func record(_ stored: RuleRecord) throws -> RiskRecord {
        let rule = try JSONDecoder().decode(RiskRule.self, from: Data(stored.rule.parameters.utf8))
        return RiskRecord(
            name: stored.kind.name,
            title: Text(lv: rule.shortLv ?? stored.kind.title.lv, en: rule.shortEn ?? stored.kind.title.en),
            words: stored.rule.words,
            from: stored.rule.from,
            to: stored.rule.to,
            version: stored.version,
            rule: rule
        )
    }
}

extension RuleKind {
    /// A kind of rule of risk by its name; nil where the name is not one.
    static func risk(_ name: String) -> RuleKind? {
        if let shipped = risks.first(where: { $0.name == name }) { return shipped }
        let rest = name.dropFirst(RiskRule.prefix.count)
        guard name.hasPrefix(RiskRule.prefix), (1...40).contains(rest.utf8.count) else { return nil }
        let isPlain = rest.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: "-")
            }
        }
        guard isPlain else { return nil }
        return RuleKind(
            RiskRule.self,
            named: name,
            Text(lv: "Riska pazīme „\(rest)”", en: "Sign of risk “\(rest)”")
        )
    }
}
