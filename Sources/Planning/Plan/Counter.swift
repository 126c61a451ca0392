internal import Frame
internal import Kernel

/// A span of days that events are counted in.
struct PlanPeriod: Hashable, Sendable {
    let from: Day
    let to: Day

    func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// A calendar year.
    static func year(_ year: Int) -> PlanPeriod? {
        guard let from = Day(year, 1, 1), let to = Day(year, 12, 31) else { return nil }
        return PlanPeriod(from: from, to: to)
    }

    /// The part of it that lies in a programme; nil where none does.
    func within(_ programme: ActionProgramme) -> PlanPeriod? {
        let start = max(from, programme.from ?? from)
        let end = min(to, programme.to ?? to)
        return start <= end ? PlanPeriod(from: start, to: end) : nil
    }

    /// The months it touches, in order.
    var months: [Month] { (from.month.number...to.month.number).map(Month.init(number:)) }
}

/// How many events of a recurrence there were, and how many there should be.
struct Counter: Sendable {
    let activity: Activity
    let recurrence: Recurrence
    let period: PlanPeriod
    /// The institutions that each have to do so many; empty where the number is of all together.
    let institutions: [InstitutionID]
    let events: [PlanEvent]
    let today: Day

    /// How many times in the period at least, of one institution or of all together.
    var leastOfOne: Int { recurrence.least * spans }
    /// The least for the whole period.
    var planned: Int { leastOfOne * max(1, recurrence.inEach ? institutions.count : 1) }
    /// Those that took place.
    var done: Int { events.count }
    /// How many of those planned took place: what one institution held beyond its number is not what another lacks.
    var kept: Int {
        guard !institutions.isEmpty else { return min(done, planned) }
        return institutions.reduce(0) { $0 + min(done($1), leastOfOne) }
    }
    /// How many of those planned have not taken place in the period.
    var lacking: Int { planned - kept }
    /// Those who took part, where it was noted; nil where it was at no event.
    var participants: Int? {
        let known = events.compactMap(\.participants)
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// How many of an institution took place.
    func done(_ institution: InstitutionID) -> Int { events.count { $0.institution == institution } }

    /// How many of another body took place.
    func done(_ body: CaseBody) -> Int { events.count { $0.body == body } }

    /// Other bodies that held any, with how many.
    var bodies: [(body: CaseBody, count: Int)] {
        CaseBody.outside.map { (body: $0, count: done($0)) }.filter { $0.count > 0 }
    }

    /// How many institutions did what each has to.
    var institutionsMet: Int { institutions.count { done($0) >= leastOfOne } }

    /// How many should have taken place by today, of one institution or of all together: whole months and years
    /// that are over.
    var dueOfOne: Int {
        switch recurrence.rhythm {
        case .month: recurrence.least * period.months.count { $0.last < today }
        case .once, .year, .schoolYear: period.to < today ? recurrence.least : 0
        }
    }

    /// By which day an institution is to have held its next event; nil where it held all that it has to.
    func next(of institution: InstitutionID) -> Day? {
        let held = done(institution)
        guard held < leastOfOne else { return nil }
        guard recurrence.rhythm == .month, recurrence.least > 0 else { return period.to }
        let (months, place) = (period.months, held / recurrence.least)
        return months.indices.contains(place) ? min(months[place].last, period.to) : period.to
    }

    /// How many are missing by today.
    var missing: Int {
        guard recurrence.inEach else { return max(0, dueOfOne - done) }
        return behind.reduce(0) { $0 + $1.missing }
    }

    /// The institutions that lack some by today, with how many each; none where the number is of all together.
    var behind: [(institution: InstitutionID, missing: Int)] {
        institutions.map { (institution: $0, missing: max(0, dueOfOne - done($0))) }
            .filter { $0.missing > 0 }
    }

    /// The school year that it counts; nil where it counts a calendar year or the whole programme.
    var school: SchoolYear? {
        recurrence.rhythm == .schoolYear ? SchoolYear(containing: period.from) : nil
    }

    private var spans: Int { recurrence.rhythm == .month ? period.months.count : 1 }
}

extension Counter {
    /// The school year that it counts, where others beside it count the calendar year.
    var schoolWords: Text? {
        school.map { year in
            Text(
                lv: "\(Format(.lv).schoolYear(year)) m. g.",
                en: "school year \(Format(.en).schoolYear(year))"
            )
        }
    }
}

/// Counts events of a programme in a school year or the calendar year that goes with it.
struct Counting {
    let plan: Plan
    let year: PlanYear
    /// All institutions of the board that are open.
    let institutions: [InstitutionID]
    let today: Day

    /// The counters of an activity; none where it is not planned for the year or has no recurrence.
    func counters(_ activity: Activity) -> [Counter] {
        let recurrences = plan.recurrences(of: activity)
        return recurrences.compactMap { recurrence in
            guard let period = period(recurrence, activity) else { return nil }
            let events = plan.events.filter { event in
                event.activity == activity.id && period.contains(event.day)
                    && (event.ordinal == recurrence.ordinal || (event.ordinal == 0 && recurrences.count == 1))
            }
            return Counter(
                activity: activity,
                recurrence: recurrence,
                period: period,
                institutions: recurrence.inEach ? doers(activity) : [],
                events: events,
                today: today
            )
        }
    }

    /// Which institutions an activity asks for: the one whose plan it is, those that it names, else all.
    func doers(_ activity: Activity) -> [InstitutionID] {
        guard plan.programme.institution.rawValue == 0 else { return [plan.programme.institution] }
        let keys = Set(Plan.names(activity.responsible).map(LatvianKey.search))
        let named = plan.parties.filter {
            $0.kind == .institution && keys.contains(LatvianKey.search($0.name))
        }
        return named.isEmpty ? institutions : named.map(\.member)
    }

    private func period(_ recurrence: Recurrence, _ activity: Activity) -> PlanPeriod? {
        let whole: PlanPeriod?
        switch recurrence.rhythm {
        case .once:
            whole = plan.programme.from.flatMap { from in
                plan.programme.to.map { PlanPeriod(from: from, to: $0) }
            }
        case .schoolYear: whole = PlanPeriod(from: year.school.first, to: year.school.last)
        case .year, .month:
            guard activity.years.isEmpty || activity.years.contains(year.calendar) else { return nil }
            whole = .year(year.calendar)
        }
        return whole?.within(plan.programme)
    }
}

/// A school year, and the calendar year that programmes mean by it.
struct PlanYear: Hashable, Sendable {
    let school: SchoolYear

    /// The later of the school year's two calendar years that has begun.
    let calendar: Int

    /// A school year beside a calendar year.
    init(_ school: SchoolYear, calendar: Int) {
        (self.school, self.calendar) = (school, calendar)
    }

    /// The school year whose measures stand for a calendar year, in its report and beside its outcomes: the one that ends
    /// in it.
    static func reported(_ year: Int) -> SchoolYear { SchoolYear(year - 1) }

    /// A calendar year as its report counts it.
    static func whole(_ year: Int) -> PlanYear { PlanYear(reported(year), calendar: year) }

    /// The years whose events are looked at on a day: that of the day and the one before, as what was left undone stays
    /// late until the year after is over.
    static func counted(on day: Day) -> [PlanYear] {
        let (school, year) = (SchoolYear(containing: day), day.parts.year)
        return [PlanYear(school, calendar: year), PlanYear(school.previous, calendar: year - 1)]
    }

    init(_ school: SchoolYear, today: Day) {
        self.school = school
        let later = Day(school.start + 1, 1, 1) ?? today
        calendar = today >= later ? school.start + 1 : school.start
    }
}
