internal import Evidence
internal import Frame
internal import Registry

extension AbsenceKind {
    /// What a place of any size is compared by: the lessons missed, and each kind's part of them.
    ///
    /// How many lessons there are of a kind is in the report's own table.
    static let beside =
        [missedBeside]
        + AbsenceKind.reported.map { kind in
            PlaceBeside.Column(
                "\(kind.code)_share",
                "attendance/\(kind.code)-share",
                restsOn: ["attendance/\(kind.code)"]
            )
        }

    /// The share of lessons missed.
    static let missedBeside = PlaceBeside.Column(
        "missed_share",
        "attendance/missed-share",
        restsOn: ["attendance/missed"]
    )
}
