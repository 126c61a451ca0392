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

    /// A plan; the usual one is a board of eight institutions and some 3,500 pupils.
    package init(
        seed: UInt64 = 1,
        today: Day,
        pupils: Int = 3_512,
        years: Int = 3,
        presence: Presence = .lastDays(100)
    ) {
        self.seed = seed
        self.today = today
        self.pupils = max(1, pupils)
        self.years = max(1, years)
        self.presence = presence
    }

    /// The school years, oldest first.
    package var schoolYears: [SchoolYear] {
        let last = SchoolYear(containing: today).start
        return ((last - years + 1)...last).map { SchoolYear($0) }
    }

    /// The last year whose lessons are over, or nil.
    package var lastFullYear: SchoolYear? {
        schoolYears.last { SchoolCalendar($0).last <= today }
    }

    /// How many institutions the pupils make.
    package var institutions: Int { max(1, (pupils + 219) / 439) }

    /// How many towns of up to eight institutions they make.
    package var towns: Int { (institutions + 7) / 8 }

    /// The first school day from which on those present are written, or nil.
    package var presentFrom: Day? {
        switch presence {
        case .never: return nil
        case .always: return schoolYears.first?.first
        case .lastDays(let count):
            let days = schoolYears.flatMap { SchoolCalendar($0).days }.filter { $0 <= today }
            return days.dropLast(count).last.map { $0 + 1 } ?? schoolYears.first?.first
        }
    }
}
