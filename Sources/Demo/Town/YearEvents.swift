internal import Kernel

/// What happens to pupils within a school year: some change the institution, some leave, some come.
struct YearEvents {
    private let town: Town
    private let calendar: SchoolCalendar
    private let year: SchoolYear
    /// Days on which pupils come and go: neither the first weeks nor the last.
    private let days: [Day]

    init(_ town: Town, _ calendar: SchoolCalendar) {
        self.town = town
        self.calendar = calendar
        year = calendar.year
        days = Array(calendar.days.dropFirst(12).dropLast(20))
    }

    mutating func stays(_ members: [Member], _ newcomers: inout Newcomers) -> [BoardStay] {
        members.flatMap(stays) + arrivals(&newcomers)
    }

    private func stays(_ member: Member) -> [BoardStay] {
        var stay = BoardStay(
            pupil: member.pupil,
            classGroup: town.classGroup(member.seat, year),
            from: year.first,
            arrival: member.arrival,
            repeats: member.repeats
        )
        var dice = Dice(town.plan.seed, .events, member.pupil.number, year.start)
        let chance = dice.unit()
        let day = dice.pick(days)
        guard chance < leaves(member) + 0.011, day <= town.plan.today else { return [stay] }
        stay.to = day - 1
        if chance < 0.011, let seat = otherSeat(member.seat, &dice) {
            stay.leaving = .changed
            let next = BoardStay(
                pupil: member.pupil,
                classGroup: town.classGroup(seat, year),
                from: day,
                arrival: .changed,
                repeats: member.repeats
            )
            return [stay, next]
        }
        stay.leaving = leaving(member, &dice)
        return [stay]
    }

    /// How likely a pupil leaves the board within the year: older ones of the evening school most.
    private func leaves(_ member: Member) -> Double {
        let kind = town.institutions[member.seat.institution].kind
        return kind == .evening ? 0.12 : member.seat.grade >= 10 ? 0.02 : 0.008
    }

    private func leaving(_ member: Member, _ dice: inout Dice) -> BoardStay.Leaving {
        let grown = town.institutions[member.seat.institution].kind == .evening || member.seat.grade == 12
        if grown, dice.chance(0.6) { return .majority }
        if member.seat.grade >= 10, dice.chance(0.4) { return .vocational }
        return dice.chance(0.35) ? .abroad : .residence
    }

    private func otherSeat(_ seat: Seat, _ dice: inout Dice) -> Seat? {
        let others = town.lines.indices.filter {
            $0 != seat.institution && town.institutions[$0].kind.grades.contains(seat.grade)
        }
        guard !others.isEmpty else { return nil }
        let place = dice.pick(others)
        let line = dice.below(town.lines[place].lines(seat.grade))
        return Seat(institution: place, grade: seat.grade, line: line)
    }

    /// New pupils in the middle of the year, about one for five classes.
    private func arrivals(_ newcomers: inout Newcomers) -> [BoardStay] {
        var stays: [BoardStay] = []
        for (seat, _) in town.seats {
            let number = town.institutions[seat.institution].number
            var dice = Dice(town.plan.seed, .arrivals, number, year.start, seat.grade, seat.line, 1)
            guard dice.chance(0.2) else { continue }
            // The number is taken whether the day has come or not, so that "today" moves nobody's number.
            let pupil = newcomers.next(grade: seat.grade, year)
            let day = dice.pick(days)
            guard day <= town.plan.today else { continue }
            stays.append(
                BoardStay(
                    pupil: pupil,
                    classGroup: town.classGroup(seat, year),
                    from: day,
                    arrival: pupil.arrival(otherwise: .elsewhere)
                )
            )
        }
        return stays
    }
}
