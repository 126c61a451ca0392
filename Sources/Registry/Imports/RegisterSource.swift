import Frame
import Kernel
import Storage

/// What the state's registers say of an institution: it is added or completed.
struct RegisterSource {
    let directory: DirectoryRun
    /// From which day on it is so.
    let day: Day
    /// Whether nothing newer is known, so that the present columns are taken over.
    let isLatest: Bool

    /// The institution of a line.
    ///
    /// One that the registers lack is added as one to compare with: the tenant's own are those that it
    /// entered itself.
    func institution(
        name: String,
        regNo: String,
        territory: TerritoryID?,
        _ columns: [(Name, String)],
        at place: SourcePlace
    ) throws -> InstitutionID? {
        let known = directory.directory.institutions.find(regNo: regNo) != nil
        let id = try directory.institution(
            name: name,
            regNo: regNo,
            year: SchoolYear(containing: day),
            territory: territory,
            isReference: directory.run.mapping.constants["reference"].flatMap(FlagWords.read) ?? true,
            at: place
        )
        guard let id, directory.isMaster else { return id }
        if isLatest || !known {
            let filled = columns.filter { !$0.1.isEmpty && !RegisterSource.dated.contains($0.0) }
                .map { ($0.0, Value.text($0.1)) }
            try directory.run.staging.register(.institutions, key: [id.rawValue], filled, at: place)
        }
        try directory.rename(id, to: name, from: day, at: place)
        if let territory { try directory.settle(id, in: territory, from: day, at: place) }
        for (column, text) in columns {
            let places = directory.directory.places
            let dated = column == "founder" ? places.founders[id] : places.addresses[id]
            // An older list tells of the time before the first day that is known, and of nothing since.
            guard isLatest || !known || dated?.stretches.first.map({ $0.from > day.number }) ?? true else {
                continue
            }
            if column == "address" { try directory.locate(id, at: text, from: day, at: place) }
            if column == "founder" { try directory.found(id, by: text, from: day, at: place) }
        }
        return id
    }

    /// What is kept by days.
    private static let dated: Set<Name> = ["address", "founder"]
}
