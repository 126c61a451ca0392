package import Kernel

/// Up to eight institutions whose pupils change between them, year after year.
///
/// A board of any size is a row of towns, and one town at a time is held.
package struct Town {
    let plan: BoardPlan
    /// The institutions.
    package let institutions: [BoardInstitution]
    let lines: [ClassLines]
    private var newcomers: Newcomers
    private var members: [Member] = []
    private var started = false

    /// The town with a number from 0, before its first year.
    package init(_ plan: BoardPlan, number: Int) {
        self.plan = plan
        let numbers = number * 8..<min(number * 8 + 8, plan.institutions)
        institutions = numbers.map { BoardInstitution($0, plan) }
        lines = institutions.map(ClassLines.init)
        let share = plan.pupils / plan.towns + 500
        newcomers = Newcomers(plan, first: number * share * (2 + plan.years / 2) + 1)
    }

    /// The stays of the next year by class; asked year by year from the plan's first on.
    package mutating func stays(_ year: SchoolYear) -> [BoardClass: [BoardStay]] {
        if !started { members = founders(year) }
        started = true
        var events = YearEvents(self, SchoolCalendar(year))
        var stays = events.stays(members, &newcomers)
        if year.last <= plan.today {
            let moves = YearEnd(self, year).moves(&stays)
            members = moves + fill(year.next, moves)
        }
        return Dictionary(grouping: stays, by: \.classGroup).mapValues { group in
            group.sorted { ($0.pupil.number, $0.from) < ($1.pupil.number, $1.from) }
        }
    }

    /// All seats with how many pupils they hold.
    var seats: [(seat: Seat, places: Int)] {
        lines.enumerated().flatMap { place, lines in
            lines.institution.kind.grades.flatMap { grade in
                (0..<lines.lines(grade)).map { line in
                    (Seat(institution: place, grade: grade, line: line), lines.places(grade, line: line))
                }
            }
        }
    }

    /// The class of a seat in a year.
    func classGroup(_ seat: Seat, _ year: SchoolYear) -> BoardClass {
        BoardClass(
            institution: institutions[seat.institution],
            year: year,
            grade: seat.grade,
            line: seat.line
        )
    }

    /// The pupils of the first year.
    private mutating func founders(_ year: SchoolYear) -> [Member] {
        seats.flatMap { seat, places in
            let isFirst = seat.grade == institutions[seat.institution].kind.grades.lowerBound
            return (0..<places).map { _ in
                Member(
                    pupil: newcomers.next(grade: seat.grade, year),
                    seat: seat,
                    arrival: isFirst ? .began : .usual
                )
            }
        }
    }

    /// New pupils for the seats that stay free: all in an institution's first grade, some in the others.
    private mutating func fill(_ year: SchoolYear, _ members: [Member]) -> [Member] {
        let taken = Dictionary(grouping: members, by: \.seat).mapValues(\.count)
        return seats.flatMap { seat, places in
            let isFirst = seat.grade == institutions[seat.institution].kind.grades.lowerBound
            var dice = Dice(
                plan.seed,
                .arrivals,
                institutions[seat.institution].number,
                year.start,
                seat.grade,
                seat.line
            )
            let wanted = places - (taken[seat] ?? 0) + dice.below(3) - (isFirst ? 1 : 2)
            return (0..<max(0, wanted)).map { _ in
                let pupil = newcomers.next(grade: seat.grade, year)
                let arrival: BoardStay.Arrival = isFirst && seat.grade == 1 ? .began : .elsewhere
                return Member(pupil: pupil, seat: seat, arrival: pupil.arrival(otherwise: arrival))
            }
        }
    }
}

/// Pupils nobody has seen yet, one after the other.
struct Newcomers {
    private let plan: BoardPlan
    private var number: Int

    init(_ plan: BoardPlan, first: Int) {
        self.plan = plan
        number = first
    }

    mutating func next(grade: Int, _ year: SchoolYear) -> BoardPupil {
        defer { number += 1 }
        return BoardPupil(plan, number: number, grade: grade, in: year)
    }
}
