internal import Kernel

/// What the journals say of a pupil's lessons in a school year.
struct PupilYear {
    /// Lessons of a day that there is room for.
    static let slots = 10

    private let stay: BoardStay
    private let book: ClassBook
    /// For each day of the calendar and each lesson a state.
    private var states: [LessonState]

    init(_ stay: BoardStay, _ book: ClassBook) {
        self.stay = stay
        self.book = book
        states = Array(repeating: .present, count: book.calendar.days.count * PupilYear.slots)
        draw()
    }

    /// What the journal says of a lesson; the day by its place in the calendar.
    func state(_ day: Int, _ slot: Int) -> LessonState { states[day * PupilYear.slots + slot] }

    /// The state in the first lesson of a subject on a day.
    func state(_ day: Day, subject: Int) -> LessonState {
        let place = book.calendar.days.firstIndex(of: day)
        let slot = book.timetable.subjects(day).firstIndex(of: subject)
        guard let place, let slot else { return .present }
        return state(place, slot)
    }

    /// The share of lessons missed in a term, from 0 to 1.
    func missed(term: Int) -> Double {
        var (missed, all) = (0, 0)
        for (place, day) in book.calendar.days.enumerated() where book.calendar.term(of: day) == term {
            guard stay.holds(day) else { continue }
            let count = book.timetable.subjects(day).count
            all += count
            missed += (0..<count).count { state(place, $0).isAbsent }
        }
        return all == 0 ? 0 : Double(missed) / Double(all)
    }

    /// Lessons missed without an accepted reason in the days of the stay.
    var unexcused: Int {
        book.calendar.days.indices.reduce(0) { sum, place in
            guard stay.holds(book.calendar.days[place]) else { return sum }
            return sum + (0..<PupilYear.slots).count { state(place, $0) == .unexcused }
        }
    }

    /// The lessons that are written: absences, and from a day on the others.
    func lessons(through today: Day, presentFrom: Day?) -> [BoardLesson] {
        var lessons: [BoardLesson] = []
        for (place, day) in book.calendar.days.enumerated() {
            guard stay.holds(day), day <= today, !book.isMissing(day) else { continue }
            let isFull = presentFrom.map { $0 <= day } ?? false
            for (slot, subject) in book.timetable.subjects(day).enumerated() {
                let state = state(place, slot)
                guard isFull || state != .present else { continue }
                let minutes = state == .late ? 3 + (day.number * 7 + stay.pupil.number) % 18 : 0
                lessons.append(
                    BoardLesson(
                        day: day.number,
                        slot: slot + 1,
                        subject: subject,
                        state: state,
                        minutes: minutes
                    )
                )
            }
        }
        return lessons
    }

    /// Draws day by day: illness goes over whole days, other absences over days or single lessons.
    private mutating func draw() {
        let plan = book.plan
        let year = book.classGroup.year
        var dice = Dice(plan.seed, .health, stay.pupil.number, year.start)
        let season = Season(plan, year)
        let chances = AbsenceChances(stay, &dice, days: book.calendar.days.count)
        var illDays = 0
        for (place, day) in book.calendar.days.enumerated() {
            if place == chances.longIllnessStart { illDays = max(illDays, chances.longIllnessDays) }
            if illDays == 0, dice.chance(chances.illness * season.illness(day)) {
                illDays = 2 + dice.below(5)
            }
            let count = book.timetable.subjects(day).count
            if illDays > 0 {
                illDays -= 1
                set(place, 0..<count, .illness)
            } else if let (span, state) = chances.other(&dice, lessons: count, day) {
                set(place, span, state)
            }
        }
    }

    private mutating func set(_ day: Int, _ span: Range<Int>, _ state: LessonState) {
        for slot in span { states[day * PupilYear.slots + slot] = state }
    }
}
