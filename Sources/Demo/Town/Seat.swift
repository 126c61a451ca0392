internal import Kernel

/// A class of the town as a place to learn: the institution by its place in the town, the grade, the line.
struct Seat: Hashable, Comparable {
    let institution: Int
    let grade: Int
    let line: Int

    static func < (left: Seat, right: Seat) -> Bool {
        (left.institution, left.grade, left.line) < (right.institution, right.grade, right.line)
    }
}

/// A pupil with the seat of a year.
struct Member {
    let pupil: BoardPupil
    let seat: Seat
    var arrival: BoardStay.Arrival
    var repeats = false
}
