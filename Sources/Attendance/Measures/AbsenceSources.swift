internal import Frame
internal import Kernel
internal import Storage

/// Where the latest of the facts stands that a row about a pupil rests on: it sums up many of them.
struct AbsenceSources {
    /// An import, and the place in its files.
    struct Place {
        var batch = BatchID(rawValue: 0)
        var source = SourcePlace.none
    }

    private struct Key: Hashable {
        let institution: InstitutionID?
        let term: Int?
        let pupil: PupilID
    }

    private var places: [Key: Place] = [:]

    /// So many pupils are named one by one at most.
    private static let most = 5_000

    /// The latest facts of some pupils within a filter that meet a condition.
    init(
        _ filter: AbsenceFilter,
        where condition: SQL,
        of pupils: Set<PupilID>,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        guard !pupils.isEmpty else { return }
        let named: SQL =
            pupils.count > AbsenceSources.most
            ? filter.narrowed(tenant) : "AND pupil_id IN (\(list: pupils.sorted()))"
        var found: [Key: Place] = [:]
        try connection.each(
            """
            SELECT pupil_id, institution_id, term, batch_id, max(source)
            FROM (\(AbsenceEvidence.facts(filter, named, tenant))) AS absence
            WHERE \(filter.condition) AND \(condition)
            GROUP BY pupil_id, institution_id, term, batch_id ORDER BY batch_id, pupil_id, institution_id, term
            """
        ) { row in
            let pupil = try row.next(PupilID.self)
            let institution = try row.next(InstitutionID.self)
            let term = try row.next(Int.self)
            let place = Place(batch: try row.next(), source: SourcePlace(packed: try row.next()))
            found[Key(institution: institution, term: term, pupil: pupil)] = place
            found[Key(institution: nil, term: nil, pupil: pupil)] = place
        }
        places = found
    }

    /// The latest fact of a pupil, wherever it is from.
    func place(_ pupil: PupilID) -> Place {
        places[Key(institution: nil, term: nil, pupil: pupil)] ?? Place()
    }

    /// The latest fact of a pupil of an institution in a term.
    func place(_ pupil: PupilID, in institution: InstitutionID, _ term: Int) -> Place {
        places[Key(institution: institution, term: term, pupil: pupil)] ?? Place()
    }
}
