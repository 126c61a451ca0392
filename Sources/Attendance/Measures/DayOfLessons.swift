internal import Evidence

/// The lessons of a pupil on one day as recorded, in their order.
struct DayOfLessons {
    /// What a lesson of the day was, as far as hidden truancy minds.
    enum Mark {
        /// Present, be it late.
        case attended
        /// Absent without a reason that anybody gave.
        case withoutReason
        /// Absent with a reason.
        case withReason
    }

    private var numbers: [Int] = []
    private var marks: [Mark] = []

    /// Takes the next lesson; numbers rise.
    mutating func add(_ number: Int, _ mark: Mark) {
        numbers.append(number)
        marks.append(mark)
    }

    /// The numbers of lessons that the pupil missed without a reason though present that day: in the lesson right
    /// before, or both earlier and later.
    var hidden: [Int] {
        guard let first = marks.firstIndex(of: .attended), let last = marks.lastIndex(of: .attended) else {
            return []
        }
        return marks.indices.filter { index in
            guard marks[index] == .withoutReason else { return false }
            let follows =
                index > 0 && marks[index - 1] == .attended && numbers[index - 1] == numbers[index] - 1
            return follows || (first..<last).contains(index)
        }
        .map { numbers[$0] }
    }
}
