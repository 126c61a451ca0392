package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// The municipality of a name in a year.
    ///
    /// A master's unknown one is added from the year's first day to the end of its era: a reform makes
    /// another territory of the same name.
    package func territory(
        name: String,
        year: SchoolYear? = nil,
        at place: SourcePlace
    ) throws -> TerritoryID? {
        let day = (year ?? SchoolYear(containing: run.today)).first
        let search = LatvianKey.search(name)
        guard !search.isEmpty else { return nil }
        if let known = directory.territories.find(search, on: day) {
            if isMaster, day < known.from { try widen(known, search, to: day, at: place) }
            return known.id
        }
        guard isMaster else {
            unmatched(.territory, name, at: place)
            return nil
        }
        let id = TerritoryID(rawValue: try run.staging.newID("territory"))
        let end = directory.territories.reforms.end(of: day, for: search)
        try run.staging.register(
            .territories,
            key: [id.rawValue],
            [("code", .text(name.uppercased())), ("from_day", day.sqlValue), ("to_day", end.sqlValue)]
                + DirectoryRun.named(TerritoryName.proper(name)),
            at: place
        )
        directory.territories.add(.init(id: id, from: day, to: end), search: search)
        return id
    }

    private func widen(
        _ entry: TerritoryIndex.Entry,
        _ search: String,
        to day: Day,
        at place: SourcePlace
    ) throws {
        try run.staging.register(
            .territories,
            key: [entry.id.rawValue],
            [("from_day", day.sqlValue)],
            at: place
        )
        directory.territories.add(.init(id: entry.id, from: day, to: entry.to), search: search)
    }

    /// Keeps that an institution lies in a municipality from a day on; it is the present one unless a later one is
    /// known.
    package func settle(
        _ id: InstitutionID,
        in territory: TerritoryID,
        from day: Day,
        at place: SourcePlace
    ) throws {
        guard let entry = directory.institutions.entries[id] else { return }
        guard entry.territory(on: day) != territory else { return }
        try run.staging.register(
            .institutionTerritories,
            key: [id.rawValue, day.number],
            [("territory_id", territory.sqlValue)],
            at: place
        )
        if entry.territories.allSatisfy({ $0.from <= day.number }) {
            try run.staging.register(
                .institutions,
                key: [id.rawValue],
                [("territory_id", territory.sqlValue)],
                at: place
            )
        }
        institutionByText = [:]
        directory.institutions.addTerritory(territory, of: id, from: day.number)
    }
}
