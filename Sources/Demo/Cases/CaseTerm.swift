import Kernel

/// The term of a day, as forms of plans name it, with the last day of its lessons.
struct CaseTerm: Sendable {
    let code: String
    let last: Day

    init(_ day: Day) {
        let year = SchoolYear(containing: day)
        let isFirst = day < (Day(year.start + 1, 1, 1) ?? day)
        let end = isFirst ? Day(year.start, 12, 19) : Day(year.start + 1, 5, 29)
        code = "\(year.start)/\(isFirst ? 1 : 2)"
        last = end ?? day
    }
}
