import Frame
import Kernel

/// Municipalities by name and era: after a reform the same name is another territory.
struct TerritoryIndex: Sendable {
    private struct Key: Hashable {
        let search: String
        let era: Int
    }

    struct Entry: Hashable, Sendable {
        let id: TerritoryID
        var from: Day
        var to: Int
    }

    let reforms: TerritoryReforms
    private var entries: [Key: Entry] = [:]

    init(_ reforms: TerritoryReforms = .shipped) {
        self.reforms = reforms
    }

    mutating func add(_ entry: Entry, search: String) {
        entries[key(search, entry.from)] = entry
    }

    func find(_ search: String, on day: Day) -> Entry? {
        entries[key(search, day)]
    }

    private func key(_ search: String, _ day: Day) -> Key {
        Key(search: search, era: reforms.start(of: day, for: search))
    }
}

/// The name of a municipality as people write it, from the capitals of state registers.
package enum TerritoryName {
    /// `AGLONAS NOVADS` becomes `Aglonas novads`, `RĪGA` becomes `Rīga`; a name in small letters is let be.
    package static func proper(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        return words.enumerated().map { index, word in
            guard word == word.uppercased() else { return word }
            let small = word.lowercased()
            return index == 0 || !common.contains(small)
                ? small.prefix(1).uppercased() + small.dropFirst() : small
        }
        .joined(separator: " ")
    }

    /// Words of such names that are no proper nouns.
    private static let common: Set<String> = [
        "novads", "pilsēta", "valstspilsēta", "pagasts", "rajons", "novada", "pilsētas", "priekšpilsēta",
    ]

    /// The municipality that an address names: a `… NOVADS`, else a city that is one; empty for addresses that
    /// name neither, as those of older divisions do.
    package static func ofAddress(_ address: String) -> String {
        let places = address.split(separator: ",").map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return places.last { $0.lowercased().hasSuffix(" novads") }
            ?? places.last { cities.contains(LatvianKey.search($0)) } ?? ""
    }

    /// Cities that are municipalities by themselves, before or since 2021 (Administratīvo teritoriju un apdzīvoto
    /// vietu likums).
    private static let cities: Set<String> = [
        "daugavpils", "jekabpils", "jelgava", "jurmala", "liepaja", "ogre", "rezekne", "riga", "valmiera",
        "ventspils",
    ]
}
