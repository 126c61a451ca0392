internal import Kernel

/// The end of a school year: who goes on where, who repeats, who leaves.
struct YearEnd {
    private let town: Town
    private let year: SchoolYear

    init(_ town: Town, _ year: SchoolYear) {
        self.town = town
        self.year = year
    }

    private enum Way {
        case up, again, away
        case seeking(grade: Int)
    }

    /// The members of the next year; the stays of those who go get their end and its reason.
    func moves(_ stays: inout [BoardStay]) -> [Member] {
        var members: [Member] = []
        var seeking: [Int: [Int]] = [:]
        for index in stays.indices where stays[index].to == nil {
            stays[index].to = year.last
            let stay = stays[index]
            switch way(stay) {
            case .up: members.append(Member(pupil: stay.pupil, seat: seat(stay, up: 1), arrival: .usual))
            case .again:
                members.append(
                    Member(pupil: stay.pupil, seat: seat(stay, up: 0), arrival: .usual, repeats: true)
                )
            case .away: stays[index].leaving = .finished
            case .seeking(let grade): seeking[grade, default: []].append(index)
            }
        }
        for (grade, indices) in seeking.sorted(by: { $0.key < $1.key }) {
            members += place(indices, grade: grade, &stays, members)
        }
        return members
    }

    private func way(_ stay: BoardStay) -> Way {
        let kind = stay.classGroup.institution.kind
        let (grade, pupil) = (stay.classGroup.grade, stay.pupil)
        var dice = Dice(town.plan.seed, .order, pupil.number, year.start)
        let chance = dice.unit()
        if grade == 12 { return .away }
        if (4...11).contains(grade), !stay.repeats, chance < (pupil.ability < -1.2 ? 0.05 : 0.004) {
            return .again
        }
        guard kind.grades.contains(grade + 1) else { return .seeking(grade: grade + 1) }
        if grade == 9 {
            let own = 0.55 + 0.15 * pupil.ability
            return chance < own ? .up : .seeking(grade: 10)
        }
        // Able pupils try for the gymnasium.
        return grade == 6 && pupil.ability > 0.5 && chance < 0.3 ? .seeking(grade: 7) : .up
    }

    private func seat(_ stay: BoardStay, up: Int) -> Seat {
        let group = stay.classGroup
        let institution = group.institution.number % 8
        let lines = town.lines[institution].lines(group.grade + up)
        return Seat(institution: institution, grade: group.grade + up, line: group.line % lines)
    }

    /// Finds seats in the town's other institutions; who finds none leaves the board.
    private func place(
        _ indices: [Int],
        grade: Int,
        _ stays: inout [BoardStay],
        _ members: [Member]
    ) -> [Member] {
        let taken = Dictionary(grouping: members, by: \.seat).mapValues(\.count)
        var dice = Dice(town.plan.seed, .order, institutionsKey, year.start, grade)
        var free = dice.shuffled(
            town.seats.filter { $0.seat.grade == grade }.flatMap { seat, places in
                Array(repeating: seat, count: max(0, places - (taken[seat] ?? 0)))
            }
        )
        var found: [Member] = []
        for index in dice.shuffled(indices) {
            let own = stays[index].classGroup.institution.number % 8
            let place = free.lastIndex { $0.institution != own }
            // After grade 9 half of those who go choose vocational schools, which are not the board's.
            guard let place, grade != 10 || dice.chance(0.5) else {
                if let member = unplaced(&stays[index], grade) { found.append(member) }
                continue
            }
            stays[index].leaving = goesOn(stays[index], grade) ? .changed : .finished
            found.append(Member(pupil: stays[index].pupil, seat: free.remove(at: place), arrival: .changed))
        }
        return found
    }

    /// A pupil without a seat elsewhere stays, where the own institution goes on, or leaves the board.
    private func unplaced(_ stay: inout BoardStay, _ grade: Int) -> Member? {
        guard goesOn(stay, grade), grade != 10 else {
            stay.leaving = grade == 10 ? .vocational : .finished
            return nil
        }
        return Member(pupil: stay.pupil, seat: seat(stay, up: 1), arrival: .usual)
    }

    private func goesOn(_ stay: BoardStay, _ grade: Int) -> Bool {
        stay.classGroup.institution.kind.grades.contains(grade)
    }

    private var institutionsKey: Int { town.institutions.first?.number ?? 0 }
}
