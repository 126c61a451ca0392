internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// How many of the pupils assessed are on one side of the limit of chronic absence.
struct ChronicSide: SideOfShare, KnownInPart {
    /// Which side it is.
    enum Side: String, CaseIterable {
        /// Those who missed as large a share as the rule says, or more.
        case chronic
        /// Those who missed less.
        case others = "not-chronic"

        /// The name of its measure.
        var measure: String { "attendance/\(rawValue)" }
    }

    let side: Side

    var share: any DisclosedMeasure { AttendanceMeasures.chronicShare }
    var isCounted: Bool { side == .chronic }
    var name: String { side.measure }
    var monthsKnown: (of: String, among: String)? { AttendanceMeasures.chronicShare.monthsKnown }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let isChronic = isCounted
        return try Chronic.rows(selection, members, tenant, connection, limit: limit) { person, rule in
            person.isAssessed(rule) && person.isChronic(rule) == isChronic ? (1, 1) : nil
        }
    }
}

extension ChronicSide {
    var title: Text {
        switch side {
        case .chronic: Text(lv: "Hroniskie kavētāji", en: "Pupils with chronic absence")
        case .others:
            Text(lv: "Izglītojamie bez hroniskiem kavējumiem", en: "Pupils without chronic absence")
        }
    }

    var definition: Text {
        switch side {
        case .chronic:
            Text(
                lv: """
                    Izglītojamie, kuri kavējuši noteikto daļu (10 %) vai vairāk reģistrēto mācību stundu, ja \
                    reģistrēts pietiekami daudz stundu.
                    """,
                en: """
                    Pupils who missed the share that the rule says (10%), or more, of the lessons recorded, where \
                    enough lessons are recorded.
                    """
            )
        case .others:
            Text(
                lv: """
                    Izglītojamie, kuri kavējuši mazāk par noteikto daļu (10 %) reģistrēto mācību stundu, ja \
                    reģistrēts pietiekami daudz stundu.
                    """,
                en: """
                    Pupils who missed less than the share that the rule says (10%) of the lessons recorded, where \
                    enough lessons are recorded.
                    """
            )
        }
    }
}
