internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons missed in hiding, of the lessons with presence known: what places of any size are compared by.
///
/// A class is left out whole where it has a lesson missed without a reason whose place in the day is not known, or one school
/// whose journals have no numbers of lessons would leave nothing known of a municipality.
///
/// It rests on those who hid, who are few where those present are many: a number above zero of fewer than are shown would
/// tell of them, and zero tells of nobody.
struct HiddenTruancyShare: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = "attendance/hidden-truancy-share"
    let title = Text(lv: "Slēpti kavēto stundu daļa", en: "Share of lessons missed in hiding")
    let definition = Text(
        lv: """
            Slēpti kavētās stundas no stundām, kurām avots norāda klātbūtni. Klases, kurās kādai bez iemesla kavētai \
            stundai nav zināms numurs, neskaita.
            """,
        en: """
            Lessons missed in hiding, of the lessons of which the source tells who was present. Classes with a lesson \
            missed without a reason whose number is not known are left out.
            """
    )
    let unit = MeasureUnit.share
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil]
    let disclosure = DisclosureRule(
        base: "attendance/hidden-truancy",
        along: [],
        restsOn: ["attendance/hidden-truancy"]
    )

    /// What a class is told apart by; lessons of no class are one of each institution.
    private static let place: [Dimension] = [.institution, .classGroup]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: AbsenceFilter(selection).dimensions.union(dimensions)) else {
            throw Refusal.noLayoutBySubject
        }
        let scan = try TruancyScan(selection, tenant, connection)
        var recorded: [MemberKey: Int] = [:]
        for (key, count) in try lessons(selection, over: dimensions, scan, tenant, connection) {
            recorded[Array(key.dropFirst(HiddenTruancyShare.place.count)), default: 0] += count
        }
        let hidden = Dictionary(grouping: HiddenTruancyShare.told(scan)) { $0.key(dimensions) }
        return recorded.reduce(into: [:]) { shares, element in
            let found = hidden[element.key] ?? []
            guard found.count <= element.value else { return }
            shares[element.key] = Tally(
                found.count,
                over: element.value,
                people: Set(found.map(\.pupil)).count
            )
        }
    }

    /// The lessons missed in hiding, then all with presence known, a lesson of the first among them again.
    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let scan = try TruancyScan(selection, tenant, connection)
        var rows = HiddenTruancyShare.told(scan)
            .filter { lesson in members.allSatisfy { lesson.member($0) == $1 } }
            .prefix(limit)
            .map { lesson in
                var row = lesson.evidence
                row.denominator = 0
                return row
            }
        let along = members.keys.sorted { $0.rawValue < $1.rawValue }
        let asked = along.compactMap { members[$0] }
        let places = try lessons(selection, over: along, scan, tenant, connection).keys
            .filter { $0.dropFirst(HiddenTruancyShare.place.count).elementsEqual(asked) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        for place in places where rows.count < limit {
            let classGroup = Dictionary(zip(HiddenTruancyShare.place, place)) { first, _ in first }
            let narrowed = members.merging(classGroup) { own, _ in own }
            rows += try AbsenceEvidence(selection, narrowed, .rate([]), tenant)
                .rows(connection, limit: limit - rows.count)
        }
        return rows
    }

    /// The lessons with presence known of classes that are not left out, by institution, class and some dimensions.
    private func lessons(
        _ selection: Selection,
        over dimensions: [Dimension],
        _ scan: TruancyScan,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Int] {
        let place = HiddenTruancyShare.place
        let untold = Set(scan.unordered.map { $0.key(place) })
        let all = try AttendanceMeasures.missedShare.lessons(
            selection,
            over: place + dimensions,
            tenant: tenant,
            connection
        )
        return all.filter { !untold.contains(Array($0.key.prefix(place.count))) }.mapValues(\.denominator)
    }

    /// The lessons missed in hiding of classes that are not left out.
    private static func told(_ scan: TruancyScan) -> [TruancyLine] {
        let untold = Set(scan.unordered.map { $0.key(place) })
        return scan.hidden.filter { !untold.contains($0.key(place)) }
    }
}
