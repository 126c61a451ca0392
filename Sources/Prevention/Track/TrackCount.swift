internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How many pupils a rule flagged, and of how many the outcome came about: four numbers that add up to all.
struct TrackCount {
    /// Flagged with the outcome, flagged without, not flagged with it, neither.
    private(set) var parts = [0, 0, 0, 0]
    /// Those of each part whom the reader does not work with.
    private var strangers = [0, 0, 0, 0]

    mutating func add(flagged: Bool, outcome: Bool, isStranger: Bool) {
        let part = (flagged ? 0 : 2) + (outcome ? 0 : 1)
        parts[part] += 1
        if isStranger { strangers[part] += 1 }
    }

    var all: Int { parts.reduce(0, +) }
    var flagged: Int { parts[0] + parts[1] }
    var hits: Int { parts[0] }
    var outcomes: Int { parts[0] + parts[2] }

    /// Whether no part tells of a few pupils whom the reader does not work with.
    ///
    /// Any three of the numbers give the fourth, so that all are shown or none.
    func isShown(floor: Int) -> Bool { strangers.allSatisfy { $0 == 0 || $0 >= floor } }

    /// The parts as cells of a row; hidden where one of them is of a few.
    func cells(floor: Int, isShown: Bool = true) -> [ReportCell] {
        guard isShown, self.isShown(floor: floor) else { return Array(repeating: .hidden, count: 6) }
        return [
            .number(all, decimals: 0), .number(flagged, decimals: 0), .number(outcomes, decimals: 0),
            .number(hits, decimals: 0), TrackCount.share(hits, flagged), TrackCount.share(hits, outcomes),
        ]
    }

    private static func share(_ part: Int, _ all: Int) -> ReportCell {
        Exact.divide(part, by: all, decimals: 2).map { .number($0, decimals: 2) } ?? .unknown
    }
}

extension ReportCell {
    /// A number that is known and not shown to this reader.
    static var hidden: ReportCell {
        .figure(
            Figure(
                measure: SignalMeasure.name(nil),
                unit: .share,
                selection: Selection(year: SchoolYear(0)),
                tally: nil,
                isHidden: true
            )
        )
    }
}

/// Whom a reader works with, and how few others may be told of.
struct TrackReader {
    let floor: Int
    private let asker: Asker
    private let today: Day
    private let reach: Reach

    init(_ question: Question) throws {
        floor = try question.floor
        asker = question.asker
        today = question.today
        reach = question.selection.reach
    }

    init(_ desk: Desk, _ connection: Connection) throws {
        floor = try desk.floor(connection)
        asker = desk.asker
        today = desk.today
        reach = desk.asker.reach(.readFigures, on: desk.today)
    }

    /// Whether a pupil's numbers are among those that the reader asks about.
    func reaches(_ stay: YearStay) -> Bool {
        reach.everything || reach.institutions.contains(stay.institution)
            || reach.classes.contains(stay.classGroup) || reach.pupils.contains(stay.pupil)
    }

    /// Whether the reader works with the pupil anyway.
    func knows(_ stay: YearStay) -> Bool { asker.may(.readPupils, in: stay.scope, on: today) }

    /// Whether the reader may know of the pupil's special programme too.
    func knowsStatus(_ stay: YearStay) -> Bool {
        knows(stay) && asker.may(.readPupilStatus, in: stay.scope, on: today)
    }
}
