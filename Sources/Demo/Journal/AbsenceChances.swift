internal import Kernel

/// How illness comes and goes over a school year: waves from November on, the highest in one month of winter.
struct Season {
    private let peak: Int
    private let height: Double

    init(_ plan: BoardPlan, _ year: SchoolYear) {
        var dice = Dice(plan.seed, .season, year.start)
        peak = dice.pick([12, 1, 2, 2])
        height = 1.5 + dice.unit() * 0.5
    }

    /// How much more often than usual illness begins on a day.
    func illness(_ day: Day) -> Double {
        let month = day.parts.month
        if month == peak { return height }
        let usual = [9: 0.6, 10: 0.85, 11: 1.15, 12: 1.25, 1: 1.2, 2: 1.35, 3: 1.1, 4: 0.8, 5: 0.6]
        return usual[month] ?? 0.5
    }
}

/// How likely a pupil misses lessons in a school year, and for what.
struct AbsenceChances {
    /// That an illness begins on a day.
    let illness: Double
    /// The day of lessons on which a long illness begins, or -1.
    let longIllnessStart: Int
    /// Days of lessons that it lasts.
    let longIllnessDays: Int
    private let excusedDay: Double
    private let excusedLessons: Double
    private let unexcused: Double
    private let unexcusedLessons: Int
    private let late: Double

    init(_ stay: BoardStay, _ dice: inout Dice, days: Int) {
        let group = stay.classGroup
        let young = group.grade <= 4
        illness = 0.0135 * stay.pupil.frailty * (young ? 1.15 : 1)
        let isLong = dice.chance(0.018)
        longIllnessDays = 20 + dice.below(45)
        longIllnessStart = isLong ? dice.below(max(1, days - 40)) : -1
        excusedDay = 0.014 * (group.institution.kind == .evening ? 2.2 : 1)
        excusedLessons = 0.03
        late = group.grade >= 5 ? 0.012 : 0.004
        switch stay.truancy {
        case 2: (unexcused, unexcusedLessons) = (0.2, 5)
        case 1: (unexcused, unexcusedLessons) = (0.08, 3)
        default:
            let usual = group.grade >= 7 ? 0.022 : group.grade >= 5 ? 0.008 : 0.002
            (unexcused, unexcusedLessons) = (usual * group.institution.truancy, 2)
        }
    }

    /// What else than illness happens on a day, or nil.
    func other(_ dice: inout Dice, lessons: Int, _ day: Day) -> (Range<Int>, LessonState)? {
        let chance = dice.unit()
        guard lessons > 0 else { return nil }
        if chance < excusedDay { return (0..<lessons, .excused) }
        // Spring is when lessons are skipped.
        let skipping = unexcused * (day.parts.month == 5 ? 1.6 : 1)
        if chance < excusedDay + skipping {
            return (span(&dice, lessons, 1 + dice.below(unexcusedLessons)), .unexcused)
        }
        if chance < excusedDay + skipping + excusedLessons {
            return (span(&dice, lessons, 1 + dice.below(2)), .excused)
        }
        return chance > 1 - late ? (0..<1, .late) : nil
    }

    private func span(_ dice: inout Dice, _ lessons: Int, _ count: Int) -> Range<Int> {
        let count = min(count, lessons)
        let start = dice.below(lessons - count + 1)
        return start..<start + count
    }
}
