internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils with open signals of risk that data gave, of all rules or of those about one quantity.
///
/// What a person noticed is left out: it is no count of anything but of people's attention.
struct SignalMeasure: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .year, .classGroup, .grade, .pupil]
    private let quantity: RiskQuantity?

    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution, .classGroup]) }

    private init(_ quantity: RiskQuantity?) {
        self.quantity = quantity
        name = SignalMeasure.name(quantity)
        let about = quantity?.words
        title =
            about.map { Text(lv: "Riska pazīmes: \($0.lv)", en: "Signs of risk: \($0.en)") }
            ?? Text(lv: "Izglītojamie ar riska pazīmēm", en: "Pupils with signs of risk")
        definition = Text(
            lv: """
                Izglītojamie, kuriem mācību gadā ir spēkā esoša datos atrasta riska pazīme\(about.map { " (\($0.lv))" } ?? ""). \
                Pazīme nav slēdziens par bērnu: to izvērtē cilvēks.
                """,
            en: """
                Pupils with an open sign of risk in the year that was found in data\(about.map { " (\($0.en))" } ?? ""). A sign \
                is no verdict on a child: a person looks into it.
                """
        )
    }

    /// The measure of all signals, and one for each quantity that data give.
    static let all: [any Measure] =
        [SignalMeasure(nil)] + counted.map { SignalMeasure($0) as any Measure }

    /// The quantities that data give.
    static let counted = RiskQuantity.allCases.filter { $0 != .observation }

    static func name(_ quantity: RiskQuantity?) -> String {
        "prevention/signals" + (quantity.map { "-\($0.rawValue)" } ?? "")
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else {
            throw Refusal(
                .usage,
                Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
                advice: Text(
                    lv: "Izvēlieties iestādi, klasi vai klašu grupu.",
                    en: "Choose an institution, a grade or a class."
                )
            )
        }
        guard let condition = condition(selection, tenant) else { return [:] }
        var tallies = try enrolled(selection, dimensions, tenant, connection)
        let columns = dimensions.map { $0.column.sql }
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["count(DISTINCT pupil_id)"], by: ", ")) FROM risk_signal
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let count: Int = try row.next()
            if count > 0 { tallies[key] = Tally(count, people: count) }
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
        guard let condition = condition(selection, tenant, members) else { return [] }
        let rows = try connection.rows(
            """
            SELECT pupil_id, min(noted_on), count(*) FROM risk_signal
            WHERE \(condition) GROUP BY pupil_id ORDER BY pupil_id LIMIT \(limit)
            """,
            PupilID.self,
            Day.self,
            Int.self
        )
        return rows.map { pupil, day, count in
            EvidenceRow(
                pupil: pupil,
                day: day,
                words: Text(lv: "Riska pazīmes: \(count)", en: "Signs of risk: \(count)"),
                numerator: 1,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// Nought for each institution, class or all that have pupils: there signals are known to be none.
    private func enrolled(
        _ selection: Selection,
        _ dimensions: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        // That nobody has signs of one quantity may mean that no data tell of it.
        guard quantity == nil, Set(dimensions).isSubset(of: [.institution, .classGroup]),
            Set(selection.members.keys).isSubset(of: [.institution, .classGroup])
        else { return [:] }
        let columns = dimensions.map { dimension -> SQL in "e.\(dimension.column.sql)" }
        let within = selection.ordered.map { dimension, member -> SQL in
            "e.\(dimension.column.sql) = \(member)"
        }
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT DISTINCT \(SQL.joined(columns + ["1"], by: ", ")) FROM enrolment e
            JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(tenant) AND c.year = \(selection.year.start)
                AND \(SignalMeasure.reached(selection.reach))
                AND \(SQL.joined(within + ["1 = 1"], by: " AND "))
            """
        ) { row in
            tallies[try dimensions.map { _ in try row.next(Int.self) }] = Tally(0, people: 0)
        }
        return tallies
    }

    private static func reached(_ reach: Reach) -> SQL {
        guard !reach.everything else { return "1 = 1" }
        return """
            (e.institution_id IN (\(list: reach.institutions.sorted()))
            OR e.class_id IN (\(list: reach.classes.sorted())) OR e.pupil_id IN (\(list: reach.pupils.sorted())))
            """
    }

    /// The open signals of a selection; nil where it asks for a part that signals do not have.
    private func condition(
        _ selection: Selection,
        _ tenant: TenantID,
        _ members: [Dimension: Int] = [:]
    ) -> SQL? {
        let chosen = selection.members.merging(members) { _, member in member }.filter { $0.key != .year }
        guard Set(chosen.keys).isSubset(of: dimensions) else { return nil }
        let what: SQL =
            quantity.map { "quantity = \($0.number)" } ?? "quantity <> \(RiskQuantity.observation.number)"
        var parts: [SQL] = [
            "tenant_id = \(tenant)", "year = \(selection.year.start)", "ended_on = 0", what,
            CubeFilter.reached(selection.reach),
        ]
        for (dimension, member) in chosen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            parts.append("\(dimension.column.sql) = \(member)")
        }
        return SQL.joined(parts, by: " AND ")
    }
}

extension CubeFilter {
    /// What a reach lets through of rows that name institution, class and pupil.
    fileprivate static func reached(_ reach: Reach) -> SQL {
        guard !reach.everything else { return "1 = 1" }
        return """
            (institution_id IN (\(list: reach.institutions.sorted()))
            OR class_id IN (\(list: reach.classes.sorted())) OR pupil_id IN (\(list: reach.pupils.sorted())))
            """
    }
}
