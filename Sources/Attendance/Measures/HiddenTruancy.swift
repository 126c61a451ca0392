internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons that pupils missed without a reason on days on which they were at school.
///
/// It is read from single lessons whose number in the day is known, of pupils and days that have lessons missed without
/// a reason; only those who may see the pupils are shown it.
struct HiddenTruancy: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = "attendance/hidden-truancy"
    let title = Text(lv: "Slēptie kavējumi", en: "Hidden truancy")
    let definition = Text(
        lv: """
            Mācību stundas, kuras izglītojamais bez attaisnojoša vai zināma iemesla kavējis, lai gan tajā dienā bijis \
            iestādē: tieši iepriekšējā stundā vai gan agrāk, gan vēlāk.
            """,
        en: """
            Lessons that a pupil missed without an excuse or a known reason although at school that day: in the lesson \
            right before, or both earlier and later.
            """
    )
    let unit = MeasureUnit.count(Noun(lv: "stunda", "stundas", en: "lesson", "lessons"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil]
    let disclosure = DisclosureRule(base: "attendance/hidden-truancy", along: [])

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noLayoutBySubject }
        // Where presence is recorded and nobody hid, the number is nought; where it is not, nothing is known.
        let known = try AttendanceMeasures.missedShare.lessons(
            selection,
            over: dimensions,
            tenant: tenant,
            connection
        )
        let scan = try TruancyScan(selection, tenant, connection)
        let unknown = Set(scan.unordered.map { $0.key(dimensions) })
        var counts = known.filter { !unknown.contains($0.key) }.mapValues { _ in Tally(0, people: 0) }
        for (key, lessons) in Dictionary(grouping: scan.hidden, by: { $0.key(dimensions) })
        where counts[key] != nil {
            counts[key] = Tally(lessons.count, people: Set(lessons.map(\.pupil)).count)
        }
        return counts
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try TruancyScan(selection, tenant, connection).hidden
            .filter { lesson in members.allSatisfy { lesson.member($0) == $1 } }
            .prefix(limit)
            .map(\.evidence)
    }
}

extension Refusal {
    /// Of what is told of pupils, asked by subject.
    static let noLayoutBySubject = Refusal(
        .usage,
        Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
        advice: Text(
            lv: "Izvēlieties iestādi, klasi vai izglītojamo, nevis mācību priekšmetu.",
            en: "Choose an institution, a class or a pupil, not a subject."
        )
    )
}
