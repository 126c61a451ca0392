package import Evidence
package import Frame
package import Kernel
package import Storage

/// Pupils on one day of the year, counted from enrolments; by class, or by programme, which is its kind.
package struct PupilMeasure: DisclosedMeasure {
    package var standsStill: Bool { true }
    /// Which classes count.
    enum Classes: Sendable {
        /// All, and pupils without a class.
        case all
        /// Classes of the grades 1 to 12.
        case graded
        /// Preschool groups, and pupils without a class.
        case ungraded
    }

    package let name: String
    package let title: Text
    package let definition: Text
    package let unit = MeasureUnit.count(.pupils)
    package let dimensions: Set<Dimension>
    /// The day of a school year.
    let day: @Sendable (SchoolYear) -> Day
    /// The classes whose pupils count.
    var classes = Classes.all
    /// Measures of the same place that would give it away where they are hidden.
    var restsOn: [String] = []

    package var disclosure: DisclosureRule {
        DisclosureRule(base: name, along: dimensions, restsOn: restsOn)
    }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        guard let condition = condition(selection, tenant) else { return [:] }
        let columns = dimensions.compactMap { column($0, selection) }
        var tallies: [MemberKey: Tally] = [:]
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["count(DISTINCT e.pupil_id)"], by: ", "))
            FROM enrolment e LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let members = try columns.map { _ in try row.next(Int.self) }
            let count: Int = try row.next()
            // Where nobody is enrolled at all, the number of pupils is not known to be nought.
            if count > 0 { tallies[key(dimensions, members, selection)] = Tally(count, people: count) }
        }
        return tallies
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        guard let condition = condition(selection, tenant) else { return [] }
        let narrowed = members.compactMap { member in
            column(member.key, selection).map { column -> SQL in "\(column) = \(member.value)" }
        }
        // Who is enrolled twice on the day counts once, by the earliest stay.
        let rows = try connection.rows(
            """
            SELECT pupil_id, institution_id, from_day FROM (
                SELECT e.pupil_id, e.institution_id, e.from_day,
                    row_number() OVER (PARTITION BY e.pupil_id ORDER BY e.from_day, e.institution_id) AS place
                FROM enrolment e LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                WHERE \(SQL.joined([condition] + narrowed, by: " AND "))
            ) AS stay WHERE place = 1 ORDER BY pupil_id LIMIT \(limit)
            """,
            PupilID.self,
            InstitutionID.self,
            Day.self
        )
        // By programme the rows would tell who follows a special one.
        let isNamed = members[.kind] == nil
        return rows.map { pupil, institution, day in
            var row = EvidenceRow(
                pupil: pupil,
                day: day,
                words: Text(lv: "Uzņemts iestādē", en: "Enrolled"),
                numerator: 1,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none,
                register: RegisterRowName(.enrolments, [pupil.rawValue, institution.rawValue, day.number])
            )
            row.isNamed = isNamed
            return row
        }
    }

    /// The column of a dimension; the year is the selection's own and needs none.
    private func column(_ dimension: Dimension, _ selection: Selection) -> SQL? {
        switch dimension {
        case .institution: "e.institution_id"
        case .classGroup: "e.class_id"
        case .grade: "coalesce(c.grade, 0)"
        case .pupil: "e.pupil_id"
        case .kind: "e.programme_id"
        default: nil
        }
    }

    private func key(_ dimensions: [Dimension], _ members: [Int], _ selection: Selection) -> MemberKey {
        var rest = members[...]
        return dimensions.map { $0 == .year ? selection.year.start : rest.popFirst() ?? 0 }
    }

    /// Enrolments on 1 September within the selection; nil where it asks for a part that has none.
    private func condition(_ selection: Selection, _ tenant: TenantID) -> SQL? {
        guard selection.members.keys.allSatisfy({ $0 == .term || column($0, selection) != nil }) else {
            return nil
        }
        let day = day(selection.year)
        var parts: [SQL] = [
            "e.tenant_id = \(tenant)", "e.from_day <= \(day)", "(e.to_day = 0 OR e.to_day >= \(day))",
        ]
        for (dimension, member) in selection.ordered {
            if let column = column(dimension, selection) { parts.append("\(column) = \(member)") }
        }
        switch classes {
        case .all: break
        case .graded: parts.append("coalesce(c.grade, 0) > 0")
        case .ungraded: parts.append("coalesce(c.grade, 0) = 0")
        }
        parts.append(selection.reach.enrolments)
        return SQL.joined(parts, by: " AND ")
    }
}

extension Reach {
    /// The condition that a reach puts on enrolments `e`.
    var enrolments: SQL { rows("e.") }
}
