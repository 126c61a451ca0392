package import Kernel

/// What a board is made from: equal plans make equal boards, to the byte.
package struct BoardPlan: Hashable, Sendable {
    /// Which lessons are written for pupils who were there; absences are always written.
    package enum Presence: Hashable, Sendable {
        /// None: rates cannot be made.
        case never
        /// Those of the last so many school days.
        case lastDays(Int)
        /// All.
        case always
    }

    /// The seed of all chance.
    package let seed: UInt64
    /// The last day that anything is known of.
    package let today: Day
    /// Pupils enrolled at a time; those who left in the years before come on top.
    package let pupils: Int
    /// School years, the one of today being the last.
    package let years: Int
    /// Which lessons are written for pupils who were there.
    package let presence: Presence
    /// The school years, oldest first.
    package let schoolYears: [SchoolYear]
    /// The last year whose lessons are over, or nil.
    package let lastFullYear: SchoolYear?
    /// The first school day from which on those present are written, or nil.
    package let presentFrom: Day?

    /// A plan; the usual one is a board of eight institutions and some 3,500 pupils.
    package init(
        seed: UInt64 = 1,
        today: Day,
        pupils: Int = 3_512,
        years: Int = 3,
        presence: Presence = .lastDays(90)
    ) {
        self.seed = seed
        self.today = today
        self.pupils = max(1, pupils)
        self.years = max(1, years)
        self.presence = presence
        let last = SchoolYear(containing: today).start
        schoolYears = ((last - self.years + 1)...last).map { SchoolYear($0) }
        let calendars = schoolYears.map(SchoolCalendar.init)
        lastFullYear = calendars.last { $0.last <= today }?.year
        presentFrom = presence.first(calendars, through: today)
    }

    /// How many institutions the pupils make.
    package var institutions: Int { max(1, (pupils + 219) / 439) }

    /// How many towns of up to eight institutions they make.
    package var towns: Int { (institutions + 7) / 8 }

    /// The school year that the annual report of the programme's first year tells of: the one that ends in it.
    var reported: SchoolYear { SchoolYear(today.parts.year - 2) }
}

extension BoardPlan.Presence {
    /// The day from which on lessons of those present are written, or nil.
    fileprivate func first(_ calendars: [SchoolCalendar], through today: Day) -> Day? {
        switch self {
        case .never: return nil
        case .always: return calendars.first?.first
        case .lastDays(let count):
            let days = calendars.flatMap(\.days).filter { $0 <= today }
            return count < 1 ? nil : days.suffix(count).first
        }
    }
}
