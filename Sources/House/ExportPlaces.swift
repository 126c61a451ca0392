import Frame
import Kernel
import Registry

/// Where the persons are whom an answer shows: in each of these places whoever takes them out must be allowed to.
enum ExportPlaces {
    /// The places of what is asked about.
    static func of(_ selection: Selection, _ finder: FilterFinder) throws -> [Scope] {
        let desk = finder.desk
        var asked = selection
        // Lists of persons go as far as pupils may be read, which may be further than the figures beside them.
        asked.reach.add(desk.asker.reach(.readPupils, on: desk.today))
        guard let pupil = asked.pupil else { return asked.exportScopes }
        // A pupil may be another institution's than the one chosen beside.
        let day = min(desk.today, asked.year.last)
        let own = try ScopeFinder(tenant: desk.tenant, finder.connection).scope(of: pupil, on: day)
        return asked.exportScopes + [own ?? .tenant]
    }
}

extension Reach {
    /// Widens the reach by another one.
    fileprivate mutating func add(_ other: Reach) {
        if other.everything { add(Scope.tenant) }
        for institution in other.institutions { add(Scope(institution: institution)) }
        for classGroup in other.classes { add(Scope(classGroup: classGroup)) }
        for pupil in other.pupils { add(Scope(pupil: pupil)) }
    }
}

extension Selection {
    /// What exported persons are in: the part chosen with the classes beside it, or the only part that the asker reaches
    /// at all.
    var exportScopes: [Scope] {
        [exportScope] + compared.map { Scope(institution: institution, classGroup: $0) }
    }

    /// What exported persons are in where nothing is compared.
    var exportScope: Scope {
        guard scope == .tenant, !reach.everything, reach.pupils.isEmpty else { return scope }
        if reach.institutions.count == 1, reach.classes.isEmpty {
            return Scope(institution: reach.institutions.first)
        }
        if reach.classes.count == 1, reach.institutions.isEmpty {
            return Scope(classGroup: reach.classes.first)
        }
        return .tenant
    }
}
