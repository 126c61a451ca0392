internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils by the share of recorded lessons that they missed, where enough lessons are recorded to say.
///
/// A pupil counts in an institution or class by the lessons there, and once in all together. Pupils of whom no source
/// tells when they were present are in none of the parts.
struct Chronic: DisclosedMeasure, KnownInPart {
    var standsStill: Bool { true }
    var rules: [String] { [ChronicAbsence.regulation] }
    /// Which pupils are counted.
    enum Part: String {
        /// All with enough lessons recorded.
        case assessed
        /// Those with lessons recorded, but too few.
        case tooEarly = "too-early"
        /// Those who missed as large a share as the rule says, or more, of the first.
        case share = "chronic-share"
    }

    let part: Part
    let title: Text
    let definition: Text

    var name: String { "attendance/\(part.rawValue)" }

    var unit: MeasureUnit {
        part == .share
            ? .share : .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    }

    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil]

    var monthsKnown: (of: String, among: String)? { AttendanceMeasures.presence }

    /// The share tells of one pupil as soon as only one is on a side: it is shown where both sides are.
    var disclosure: DisclosureRule {
        DisclosureRule(
            base: name,
            along: [.institution, .classGroup, .term],
            restsOn: part == .share ? Chronic.parts : []
        )
    }

    /// The measures without which the share is not shown: both sides, and all together.
    static let parts = ChronicSide.Side.allCases.map(\.measure) + ["attendance/assessed"]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard let query = try query(selection, over: dimensions, tenant, connection) else { return [:] }
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(query) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let chronic: Int = try row.next()
            let assessed: Int = try row.next()
            let all: Int = try row.next()
            switch part {
            case .assessed: tallies[key] = Tally(assessed, people: assessed)
            case .tooEarly: tallies[key] = Tally(all - assessed, people: all - assessed)
            case .share: tallies[key] = assessed > 0 ? Tally(chronic, over: assessed, people: assessed) : nil
            }
        }
        return tallies
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try Chronic.rows(selection, members, tenant, connection, limit: limit) { person, rule in
            switch part {
            case .assessed: person.isAssessed(rule) ? (1, 1) : nil
            case .tooEarly: person.isAssessed(rule) ? nil : (1, 1)
            case .share: person.isAssessed(rule) ? (person.isChronic(rule) ? 1 : 0, 1) : nil
            }
        }
    }

    /// The rows of those pupils that count, with what each adds to the two parts of a number.
    static func rows(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection,
        limit: Int,
        counts: (ChronicPupil, ChronicAbsence) -> (Int, Int)?
    ) throws -> [EvidenceRow] {
        guard let chronic = try ChronicLimit(selection, tenant, connection) else { return [] }
        let persons = try Chronic.persons(selection, chronic, members: members, tenant: tenant, connection)
        let counted = persons.compactMap { person in
            counts(person, chronic.rule).map { (person: person, parts: $0) }
        }
        .prefix(limit)
        let sources = try AbsenceSources(
            AbsenceFilter(selection, members: members),
            where: "recorded > 0",
            of: Set(counted.map { $0.person.pupil }),
            tenant,
            connection
        )
        return counted.map { $0.person.evidence($0.parts.0, $0.parts.1, sources.place($0.person.pupil)) }
    }

    /// By member how many pupils are chronic, assessed and recorded at all; nil where no rule is in force.
    func query(
        _ selection: Selection,
        over dimensions: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> SQL? {
        let filter = AbsenceFilter(selection)
        guard self.dimensions.isSuperset(of: filter.dimensions.union(dimensions)) else {
            throw Refusal.noLayoutByPupil
        }
        guard let limit = try ChronicLimit(selection, tenant, connection) else { return nil }
        let groups = dimensions.map(\.column.sql)
        let grouping: SQL = groups.isEmpty ? "" : " GROUP BY \(SQL.joined(groups, by: ", "))"
        let least: SQL = "CASE WHEN recorded >= \(limit.rule.lessons)"
        let counts: [SQL] = [
            "coalesce(sum(\(least) AND missed * 100 >= recorded * percent THEN 1 ELSE 0 END), 0)",
            "coalesce(sum(\(least) THEN 1 ELSE 0 END), 0)", "count(*)",
        ]
        return """
            SELECT \(SQL.joined(groups + counts, by: ", "))
            FROM (\(Chronic.pupils(filter, groups, limit, tenant))) AS per_pupil\(grouping)
            """
    }

    /// Lessons missed and recorded of each pupil, by some columns.
    ///
    /// Of a pupil in several institutions together, the lowest of their shares counts.
    private static func pupils(
        _ filter: AbsenceFilter,
        _ groups: [SQL],
        _ limit: ChronicLimit,
        _ tenant: TenantID
    ) -> SQL {
        let columns = SQL.joined(groups.filter { $0 != "pupil_id" } + ["pupil_id"], by: ", ")
        return """
            SELECT \(columns), sum(recorded) AS recorded,
                sum(CASE WHEN kind IN (\(list: LessonCell.missed)) THEN recorded ELSE 0 END) AS missed,
                min(\(limit.percent)) AS percent
            FROM absence_term WHERE tenant_id = \(tenant) AND \(filter.condition) AND recorded > 0
            GROUP BY \(columns)
            """
    }

    /// The pupils with lessons recorded, by institution and pupil, within a reach.
    static func persons(
        _ selection: Selection,
        _ limit: ChronicLimit,
        members: [Dimension: Int] = [:],
        within reach: Reach = .all,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [ChronicPupil] {
        var filter = AbsenceFilter(selection, members: members)
        filter.limit(to: reach)
        return try connection.rows(
            """
            SELECT pupil_id, max(class_id), sum(recorded),
                sum(CASE WHEN kind IN (\(list: LessonCell.missed)) THEN recorded ELSE 0 END),
                min(\(limit.percent))
            FROM absence_term WHERE tenant_id = \(tenant) AND \(filter.condition) AND recorded > 0
            GROUP BY pupil_id ORDER BY pupil_id
            """
        )
    }
}

extension AttendanceMeasures {
    /// The measures of chronic absence.
    static let chronic: [Chronic] = [
        Chronic(
            part: .assessed,
            title: Text(lv: "Izglītojamie, par kuriem var spriest", en: "Pupils assessed"),
            definition: Text(
                lv: "Izglītojamie, kuriem klātbūtne reģistrēta vismaz noteiktajā stundu skaitā.",
                en: "Pupils whose presence is recorded in at least as many lessons as the rule says."
            )
        ),
        Chronic(
            part: .tooEarly,
            title: Text(lv: "Vēl par agru spriest", en: "Too early to tell"),
            definition: Text(
                lv: "Izglītojamie, kuriem klātbūtne reģistrēta mazāk stundu, nekā vajag, lai spriestu.",
                en: "Pupils whose presence is recorded in fewer lessons than are needed to tell."
            )
        ),
        chronicShare,
    ]

    /// The share with chronic absence, of which both sides are made.
    static let chronicShare = Chronic(
        part: .share,
        title: Text(lv: "Hronisko kavētāju daļa", en: "Share with chronic absence"),
        definition: Text(
            lv: "Hroniskie kavētāji no izglītojamajiem, par kuriem var spriest.",
            en: "Pupils with chronic absence, of the pupils assessed."
        )
    )
}

extension Refusal {
    /// Of what is counted by pupil and term, asked by what only lessons have.
    static let noLayoutByPupil = Refusal(
        .usage,
        Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
        advice: Text(
            lv: "Izvēlieties iestādi, klasi vai semestri, nevis mācību priekšmetu.",
            en: "Choose an institution, a class or a term, not a subject."
        )
    )
}
