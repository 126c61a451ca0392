package import Frame
import Kernel
import Registry
import Storage

/// Two pupils side by side, with what is alike and what would contradict itself were they one.
package struct PairComparison: Sendable {
    /// The one with the lower number, then the other.
    package let sides: [PupilSide]
    /// The pair as it was found or answered; nil where nobody has looked at it.
    let pair: PupilPair?
    /// Why somebody said that they are two people.
    let reason: String?
    /// What contradicts itself, with some of the things in words.
    let contradictions: [(found: MergeContradiction, examples: [Text])]

    /// The tables with contradictions.
    package var contradictionTables: [String] { contradictions.map(\.found.table) }

    /// The number that better stays: with a personal code, else with more records, else the older one.
    package var suggested: PupilID {
        let best = sides.max { one, other in
            let left = (one.digits.isEmpty ? 0 : 1, one.count, -one.pupil.rawValue)
            let right = (other.digits.isEmpty ? 0 : 1, other.count, -other.pupil.rawValue)
            return left < right
        }
        return best?.pupil ?? sides[0].pupil
    }

    /// Loads two pupils; refuses where they are not two that count both.
    static func load(_ key: PupilPair.Key, _ desk: Desk, _ connection: Connection) throws -> PairComparison {
        try PupilMergeRun.check(key.first, key.second, desk, connection)
        let tables = try MergedTable.load(desk.house, connection)
        let sides = try [key.first, key.second].compactMap {
            try PupilSide.load($0, tables, desk.tenant, connection)
        }
        guard sides.count == 2 else { throw Refusal.noSuchPage }
        let pair = try PairStore(desk, connection).find(key)
        let words = ExampleWords(desk, connection)
        let found = try MergeContradiction.all(tables, key.first, key.second, desk.tenant, connection)
        return PairComparison(
            sides: sides,
            pair: pair,
            reason: try pair?.reason(desk.pass(.mergePupils), desk.tenant, connection),
            contradictions: found.map { one in (found: one, examples: one.examples.map(words.words)) }
        )
    }
}

/// Puts what two records are about into words: subject, institution, day, term.
private struct ExampleWords {
    private let names: RegistryNames

    init(_ desk: Desk, _ connection: Connection) {
        names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
    }

    private static let members: [String: Dimension] = [
        "institution_id": .institution, "subject_id": .subject, "group_id": .group, "year": .year,
        "term": .term,
    ]

    func words(_ example: [(column: String, value: Value)]) -> Text {
        let parts = example.compactMap { part -> Text? in
            guard case .integer(let number) = part.value, number != 0 else { return nil }
            if let dimension = ExampleWords.members[part.column] {
                return names.name(dimension, Int(number))
            }
            guard ["day", "from_day"].contains(part.column) else { return nil }
            let day = Day(number: Int(number))
            return Text(lv: Format(.lv).day(day), en: Format(.en).day(day))
        }
        return Text(
            lv: parts.map(\.lv).joined(separator: ", "),
            en: parts.map(\.en).joined(separator: ", ")
        )
    }
}
