internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Different pupils with a plan of support in a year or in one before it: what a sum of years is not.
///
/// Beside the numbers of the years it tells how many were new in a year and how many had a plan before. It says that it
/// rests on the fewest of those, so that it is hidden where either is few.
struct SupportedSoFar: DisclosedMeasure {
    let name = "prevention/supported-pupils-so-far"
    let title = Text(
        lv: "Dažādi izglītojamie ar atbalsta plānu līdz gada beigām",
        en: "Different pupils with a support plan by the end of the year"
    )
    let definition = Text(
        lv: """
            Izglītojamie, kuriem individuālais atbalsta plāns izstrādāts šajā vai kādā iepriekšējā mācību gadā; katru skaita \
            vienreiz.
            """,
        en: "Pupils for whom a support plan was made in this school year or one before it; each counts once."
    )
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .pupil, .year]

    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution]) }

    /// That a pupil has a plan of a year.
    private struct Stay {
        let institution: Int
        let pupil: Int
        let year: Int
        let day: Day
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        let stays = try stays(selection, [:], tenant, connection)
        let groups = Dictionary(grouping: stays) { stay in
            dimensions.map { dimension -> Int in
                switch dimension {
                case .institution: stay.institution
                case .pupil: stay.pupil
                default: selection.year.start
                }
            }
        }
        return groups.mapValues { stays in
            let pupils = Set(stays.map(\.pupil)).count
            return Tally(pupils, people: SupportedSoFar.fewest(stays))
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let stays = try stays(selection, members, tenant, connection)
        var known: Set<Int> = []
        let firsts = stays.filter { known.insert($0.pupil).inserted }
        return firsts.prefix(limit).map { stay in
            EvidenceRow(
                pupil: PupilID(rawValue: stay.pupil),
                day: stay.day,
                words: title,
                numerator: 1,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// The fewest pupils of a year that were new in it, or had a plan before.
    private static func fewest(_ stays: [Stay]) -> Int {
        var known: Set<Int> = []
        var sizes: [Int] = []
        for (_, ofYear) in Dictionary(grouping: stays, by: \.year).sorted(by: { $0.key < $1.key }) {
            let pupils = Set(ofYear.map(\.pupil))
            let new = pupils.subtracting(known).count
            sizes += [new, pupils.count - new].filter { $0 > 0 }
            known.formUnion(pupils)
        }
        return sizes.min() ?? 0
    }

    /// Plans by pupil and year, a pupil's earliest first; none where a part is asked for that plans do not have.
    private func stays(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Stay] {
        let chosen = selection.members.merging(members) { _, member in member }.filter { $0.key != .year }
        guard Set(chosen.keys).isSubset(of: dimensions) else { return [] }
        var parts: [SQL] = [selection.reach.rows("s.")]
        if let institution = chosen[.institution] { parts.append("s.institution_id = \(institution)") }
        if let pupil = chosen[.pupil] { parts.append("s.pupil_id = \(pupil)") }
        let rows = try connection.rows(
            """
            SELECT s.institution_id, s.pupil_id, s.year, min(s.made_on) FROM support_plan s
            WHERE s.tenant_id = \(tenant) AND s.kind = 1 AND s.year <= \(selection.year.start)
                AND \(SQL.joined(parts, by: " AND "))
            GROUP BY s.institution_id, s.pupil_id, s.year
            ORDER BY s.pupil_id, s.year, s.institution_id
            """,
            Int.self,
            Int.self,
            Int.self,
            Day.self
        )
        return rows.map { Stay(institution: $0.0, pupil: $0.1, year: $0.2, day: $0.3) }
    }
}
