internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Meetings of a kind that were held in a school year (indicator 11 of a programme counts those of institutions).
///
/// They are about no person; people write them on pages, so that the measure is read each time.
struct MeetingMeasure: Measure {
    let kind: MeetingKind
    let dimensions: Set<Dimension> = [.institution, .month, .year]
    let unit = MeasureUnit.count(Noun(lv: "sanāksme", "sanāksmes", en: "meeting", "meetings"))

    static let all: [any Measure] = MeetingKind.allCases.map { MeetingMeasure(kind: $0) }

    var name: String {
        switch kind {
        case .team: "prevention/team-meetings"
        case .bodies: "prevention/inter-institution-meetings"
        }
    }

    var title: Text {
        switch kind {
        case .team: Text(lv: "Atbalsta komandas sanāksmes", en: "Support team meetings")
        case .bodies: Text(lv: "Starpinstitūciju sanāksmes", en: "Inter-institution meetings")
        }
    }

    let definition = Text(
        lv: "Mācību gadā notikušās sanāksmes pēc iestādes, kas tās rīkojusi; atceltās neskaita.",
        en:
            "Meetings held in the school year by the institution that held them; cancelled ones are not counted."
    )

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        return try held(selection, tenant, connection).reduce(into: [:]) { tallies, meeting in
            let key = dimensions.map { dimension in
                switch dimension {
                case .institution: meeting.institution.rawValue
                case .month: meeting.day.month.number
                default: selection.year.start
                }
            }
            tallies[key, default: Tally(0, isPublic: true)].numerator += 1
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let names = RegistryNames(tenant: tenant, year: selection.year, connection)
        return try held(selection, tenant, connection)
            .filter { (members[.institution] ?? $0.institution.rawValue) == $0.institution.rawValue }
            .filter { (members[.month] ?? $0.day.month.number) == $0.day.month.number }
            .prefix(limit).map { meeting in
                EvidenceRow(counted: MeetingContent.place(meeting.institution, names), on: meeting.day)
            }
    }

    private func held(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(institution: InstitutionID, day: Day)] {
        guard Set(selection.members.keys).isSubset(of: [.institution, .month]) else { return [] }
        // Of a meeting whose minutes are not kept any more the day and the place are, so that past years count the same.
        return try connection.rows(
            """
            SELECT institution_id, day, id FROM meeting WHERE tenant_id = \(tenant) AND kind = \(kind)
                AND state IN (2, 3) AND day >= \(selection.year.first) AND day <= \(selection.year.last)
            UNION ALL
            SELECT institution_id, held_on, meeting_id FROM ended_meeting WHERE tenant_id = \(tenant)
                AND kind = \(kind) AND held_on >= \(selection.year.first) AND held_on <= \(selection.year.last)
            ORDER BY 2, 3
            """,
            InstitutionID.self,
            Day.self,
            Int.self
        )
        .filter { institution, _, _ in
            (selection.institution == nil || selection.institution == institution)
                && (selection.reach.everything || selection.reach.institutions.contains(institution))
        }
        .map { (institution: $0.0, day: $0.1) }
    }
}
