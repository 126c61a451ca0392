internal import Kernel

/// Makes the marks of a pupil in a class and a year.
struct MarkSheet {
    private let stay: BoardStay
    private let book: ClassBook
    private let lessons: PupilYear
    private let missed: [Double]

    init(_ stay: BoardStay, _ book: ClassBook, _ lessons: PupilYear) {
        self.stay = stay
        self.book = book
        self.lessons = lessons
        missed = [1, 2].map { lessons.missed(term: $0) }
    }

    /// All marks up to a day: by subject, tests before terms, terms before the year.
    func marks(through today: Day) -> [BoardMark] {
        BoardSubject.taught(in: book.classGroup.grade).flatMap { subject in
            var dice = dice(subject)
            let score = score(subject, &dice)
            let tests = tests(subject, score, &dice, through: today)
            return tests + periods(subject, score, &dice, through: today)
        }
    }

    /// What the pupil can do in a subject, on the scale of ten points.
    func score(_ subject: Int) -> Double {
        var dice = dice(subject)
        return score(subject, &dice)
    }

    private func dice(_ subject: Int) -> Dice {
        Dice(book.plan.seed, .marks, stay.pupil.number, book.classGroup.year.start, subject)
    }

    private func score(_ subject: Int, _ dice: inout Dice) -> Double {
        let group = book.classGroup
        let first = book.plan.schoolYears.first ?? group.year
        let trend = group.institution.trend * Double(group.year.start - first.start)
        var shared = Dice(
            book.plan.seed,
            .subject,
            group.institution.number,
            group.year.start,
            group.key,
            subject
        )
        let own = 1.3 * stay.pupil.ability + 0.55 * dice.bell() + 0.35 * shared.bell()
        let absent = 4 * (missed[0] + missed[1]) / 2 + 0.9 * Double(stay.truancy)
        return 6.2 + group.institution.attainment + trend + BoardSubject.all[subject].ease + own - absent
    }

    private func tests(
        _ subject: Int,
        _ score: Double,
        _ dice: inout Dice,
        through today: Day
    ) -> [BoardMark] {
        (book.tests[subject] ?? []).compactMap { day in
            // Drawn before it is asked whether the day has come: what is there stays as it is.
            let (luck, later) = (dice.bell(), dice.unit())
            guard day <= today, stay.holds(day), !book.isMissing(day) else { return nil }
            let isAbsent = lessons.state(day, subject: subject).isAbsent
            // Many write a test that they missed later; what was not written stays without a mark.
            let isMissing = isAbsent ? later < 0.45 : later < 0.004
            let hardness = disagrees(subject) ? -1.4 : 0.0
            let text = isMissing ? "nv" : testText(subject, score + hardness + 0.9 * luck)
            return BoardMark(
                subject: subject,
                term: book.calendar.term(of: day),
                kind: .test,
                day: day,
                text: text,
                scale: BoardSubject.all[subject].hasPercentTests && text != "nv" ? .percent : .points
            )
        }
    }

    private func testText(_ subject: Int, _ score: Double) -> String {
        guard BoardSubject.all[subject].hasPercentTests else { return points(score) }
        return "\(min(100, max(6, Int((score * 10 - 4).rounded()))))%"
    }

    private func periods(
        _ subject: Int,
        _ score: Double,
        _ dice: inout Dice,
        through today: Day
    ) -> [BoardMark] {
        let kindness = disagrees(subject) ? 1.5 : 0.0
        var scores: [Double?] = []
        var marks: [BoardMark] = []
        for term in 1...2 {
            let (luck, gap) = (dice.bell(), dice.unit())
            let end = book.calendar.span(of: term).upperBound
            guard end <= today, stay.holds(end) else { continue }
            let value = score + kindness + 0.3 * luck
            let isMissing = missed[term - 1] > 0.5 || gap < (value < 3.6 ? 0.08 : 0.0015)
            scores.append(isMissing ? nil : value)
            marks.append(mark(subject, .term, term, isMissing ? nil : value))
        }
        guard let last = scores.last, stay.holds(book.calendar.last), book.calendar.last <= today else {
            return marks
        }
        let known = scores.compactMap { $0 }
        let mean = last == nil ? nil : known.reduce(0, +) / Double(max(1, known.count))
        marks.append(mark(subject, .year, 0, mean))
        if isFinal(subject) { marks.append(mark(subject, .final, 0, mean)) }
        return marks
    }

    private func mark(_ subject: Int, _ kind: BoardMark.Kind, _ term: Int, _ score: Double?) -> BoardMark {
        let isEarly = book.classGroup.grade <= 3
        return BoardMark(
            subject: subject,
            term: term,
            kind: kind,
            day: nil,
            text: score.map { isEarly ? level($0) : points($0) } ?? "nv",
            scale: isEarly ? .levels : .points
        )
    }

    /// A subject ends with grade 9, with grade 12, or where the next grade does not teach it.
    private func isFinal(_ subject: Int) -> Bool {
        let grade = book.classGroup.grade
        return grade == 9 || grade == 12 || (grade > 9 && BoardSubject.all[subject].weekly(grade + 1) == 0)
    }

    /// Whether the teacher's marks in a subject are much better than what the pupil can do.
    func disagrees(_ subject: Int) -> Bool {
        BoardSubject.all[subject].code == "MAT" && book.classGroup.disagrees(book.plan)
    }

    private func points(_ score: Double) -> String { String(min(10, max(2, Int(score.rounded())))) }

    private func level(_ score: Double) -> String {
        score < 4.6 ? "S" : score < 6.4 ? "T" : score < 8.3 ? "A" : "P"
    }
}
