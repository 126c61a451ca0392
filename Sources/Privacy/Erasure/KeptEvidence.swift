internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Records that prove what was done for a pupil: while one is within its time, or worked on, the pupil is not erased.
///
/// Where the board has set no time for a kind, its records hold nothing back.
struct KeptEvidence {
    private let desk: Desk
    private let rule: RetentionRule?

    /// What holds the data of a pupil back today.
    static func holding(_ pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> [Text] {
        let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(on: desk.today)
        return try KeptEvidence(desk, rule).holding(pupil, connection)
    }

    /// The evidence of a desk's house, by the times of its board.
    init(_ desk: Desk, _ rule: RetentionRule?) {
        self.desk = desk
        self.rule = rule
    }

    /// Queries of pupils with evidence within its time, one for each kind that has any.
    var queries: [SQL] { kinds.compactMap { holding($0) } }

    /// Which kinds of records hold the data of a pupil back, and for how long.
    func holding(_ pupil: PupilID, _ connection: Connection) throws -> [Text] {
        let retention = Retention(rule: rule)
        var found: [Text] = []
        for records in kinds {
            if let query = records.unfinished(desk.tenant), try connection.holds(pupil, query) {
                found.append(
                    records.words.plural + Text(lv: ": darbs nav pabeigts", en: ": not finished yet")
                )
            } else if let query = holding(records), try connection.holds(pupil, query) {
                found.append(records.words.plural + Text(same: ": ") + retention.words(records.retention))
            }
        }
        return found
    }

    private var kinds: [any TimedRecords.Type] { desk.house.rooms.flatMap(\.keeping) }

    private func holding(_ records: any TimedRecords.Type) -> SQL? {
        guard let years = RetentionKind(rawValue: records.retention).flatMap({ rule?.time(of: $0) }) else {
            return nil
        }
        return records.holding(since: desk.today.adding(years: -years), desk.tenant)
    }
}

extension Connection {
    /// Whether a pupil is among those of a query.
    fileprivate func holds(_ pupil: PupilID, _ query: SQL) throws -> Bool {
        try value("SELECT count(*) FROM (\(query)) AS x WHERE x.pupil_id = \(pupil)", Int.self) ?? 0 > 0
    }
}

extension Refusal {
    /// The data of a person are kept as evidence.
    static func keptAsEvidence(_ kinds: [Text]) -> Refusal {
        let (lv, en) = (kinds.map(\.lv).joined(separator: "; "), kinds.map(\.en).joined(separator: "; "))
        return Refusal(
            .conflict,
            Text(lv: "Datus vēl nevar dzēst. \(lv).", en: "The data cannot be erased yet. \(en)."),
            advice: Text(
                lv: "Noraidiet pieprasījumu, norādot šo pamatu (VDAR 17. panta 3. punkta b) apakšpunkts).",
                en: "Refuse the request on this ground (GDPR, article 17(3)(b))."
            )
        )
    }
}
