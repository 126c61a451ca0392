internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Results in the works whose state mean is known, and the state's mean in the same works.
///
/// The state's mean counts as often as there are results here, so that both are means over the same works: whoever
/// takes a hard examination is measured by the state's pupils in that examination.
struct BesideState: DisclosedMeasure, MemberWords {
    var standsStill: Bool { true }
    /// Which of the two.
    enum Side: Sendable {
        /// The results of the pupils here.
        case own
        /// The mean of the state's pupils.
        case state
    }

    let side: Side

    var name: String { side == .own ? "assessments/beside-state" : "assessments/state-beside" }

    var title: Text {
        switch side {
        case .own:
            Text(lv: "Rezultāts darbos ar valsts vidējo", en: "Result in works with a state mean")
        case .state: Text(lv: "Valsts vidējais tajos pašos darbos", en: "State mean in the same works")
        }
    }

    var definition: Text {
        switch side {
        case .own:
            Text(
                lv: """
                    Izglītojamo rezultātu procentos vidējais; ieskaitīti tikai darbi, kuriem zināms publicētais valsts \
                    vidējais rezultāts.
                    """,
                en: "The mean of pupils' results in per cent; only works count whose state mean is published."
            )
        case .state:
            Text(
                lv: """
                    Publicēto valsts vidējo rezultātu vidējais; katrs darbs ieskaitīts tik reižu, cik rezultātu tajā ir \
                    šeit.
                    """,
                en: "The mean of the published state means; each work counts as often as it has results here."
            )
        }
    }

    let unit = MeasureUnit.share
    var dimensions: Set<Dimension> { Set(Cube.assessmentPupil.dimensions) }

    var disclosure: DisclosureRule {
        DisclosureRule(
            base: name,
            along: AssessmentMeasure.directions,
            restsOn: side == .state ? ["assessments/beside-state"] : []
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let means = try BesideState.means(selection, tenant, connection)
        guard !means.isEmpty else { return [:] }
        let place = dimensions.firstIndex(of: .assessment)
        let along = place == nil ? dimensions + [.assessment] : dimensions
        let works = try AssessmentMeasures.result.vector(selection, over: along, tenant: tenant, connection)
        var tallies: [MemberKey: Tally] = [:]
        for (key, tally) in works {
            guard let mean = means[key[place ?? key.count - 1]] else { continue }
            let own = place == nil ? Array(key.dropLast()) : key
            var sum = tallies[own] ?? Tally(0, over: 0, people: 0)
            sum.numerator += side == .own ? tally.numerator : mean * (tally.denominator / ResultCells.full)
            sum.denominator += tally.denominator
            // People of several works may be the same ones: those of the largest are known to be apart.
            sum.people = max(sum.people ?? 0, tally.people ?? 0)
            tallies[own] = sum
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
        let means = try BesideState.means(selection, tenant, connection)
        let asked = members[.assessment].map { [$0] } ?? means.keys.sorted()
        var rows: [EvidenceRow] = []
        for id in asked where rows.count < limit {
            guard let mean = means[id] else { continue }
            var members = members
            members[.assessment] = id
            let isOwn = side == .own
            rows += try ResultEvidence(selection.wholeYear, members).rows(
                { $0.counts ? (isOwn ? $0.percent : mean, ResultCells.full) : (0, 0) },
                tenant: tenant,
                connection,
                limit: limit - rows.count
            )
        }
        return rows
    }

    func words(
        _ dimension: Dimension,
        _ members: some Sequence<Int>,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [(member: Int, words: Text)] {
        switch dimension {
        case .kind:
            return members.sorted(by: >).compactMap { member in
                AssessmentSort(member: member).map { (member, $0.words) }
            }
        case .assessment:
            let works = try members.compactMap { try AssessmentBook.find($0, tenant, connection) }
            return works.sorted { ($1.sort.member, $0.grade, $0.id) < ($0.sort.member, $1.grade, $1.id) }
                .map { ($0.id, $0.words) }
        default: return []
        }
    }

    /// The known state means of the year's works, in hundredths of a per cent.
    private static func means(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Int: Int] {
        let rows = try connection.rows(
            """
            SELECT id, state_mean FROM assessment
            WHERE tenant_id = \(tenant) AND year = \(selection.year.start) AND state_mean >= 0 ORDER BY id
            """,
            Int.self,
            Int.self
        )
        return Dictionary(rows) { first, _ in first }
    }
}
