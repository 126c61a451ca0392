internal import Evidence
internal import Kernel
internal import Registry

/// The lessons of one day in one cell: `ns`, `3ns`, `2ns 1n`, or the words of one reason: `2 Ģimenes apstākļi`.
struct DaySigns {
    /// One lesson of the day.
    struct Lesson: Hashable {
        /// What is said of it.
        let state: LessonRecord.State
        /// Why it was missed, by the number of the reason; 0 where none is told.
        var reason = 0
    }

    /// The lessons in the order written.
    let lessons: [Lesson]

    /// Whether the cell says nothing.
    var isEmpty: Bool { lessons.isEmpty }

    /// The lessons of a cell; nil where a sign is not known or the day would have more than 20 lessons.
    init?(_ text: String, _ codes: AbsenceCodes) {
        let parts = text.split { $0.isWhitespace || ",;/".contains($0) }.map(String.init)
        guard !parts.isEmpty else {
            // A blank says that the pupil was there, where the mapping says so; else nothing.
            lessons = codes.blank == .present ? [Lesson(state: .present)] : []
            return
        }
        // Words of a reason may have blanks and commas in them, so that they fill a cell.
        let written = String(text.drop { $0.isWhitespace })
        if parts.count > 1, let whole = DaySigns.lessons(written, { codes.reason($0) }) {
            lessons = whole
            return
        }
        var lessons: [Lesson] = []
        for part in parts {
            guard let some = DaySigns.lessons(part, { codes.meaning($0) }), lessons.count + some.count <= 20
            else { return nil }
            lessons += some
        }
        self.lessons = lessons
    }

    /// The first reason that was given no more on a day; nil where all may be given.
    func ended(on day: Day, _ reasons: AbsenceReasons) -> AbsenceReasons.Reason? {
        lessons.lazy.compactMap { reasons.reason($0.reason) }.first { !$0.holds(on: day) }
    }

    /// A sign or words behind their number of lessons; nil where the sign is not known or the number impossible.
    private static func lessons(
        _ text: String,
        _ meaning: (String) -> AbsenceCodes.Meaning?
    ) -> [Lesson]? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let sign = text.dropFirst(digits.count).drop { $0.isWhitespace }
        guard !sign.isEmpty, let meaning = meaning(String(sign)) else { return nil }
        guard let count = digits.isEmpty ? 1 : try? Parse.integer(String(digits)), (1...20).contains(count)
        else { return nil }
        return Array(repeating: lesson(meaning), count: count)
    }

    private static func lesson(_ meaning: AbsenceCodes.Meaning) -> Lesson {
        switch meaning {
        case .present: Lesson(state: .present)
        case .late: Lesson(state: .late(minutes: 0))
        case .absent(let kind, let reason): Lesson(state: .absent(kind), reason: reason)
        case .notRecorded: Lesson(state: .notRecorded)
        }
    }
}
