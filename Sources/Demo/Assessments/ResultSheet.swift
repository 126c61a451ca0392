internal import Kernel

/// Makes the results of a pupil in the assessments of a class and a year.
struct ResultSheet {
    let stay: BoardStay
    let book: ClassBook
    let lessons: PupilYear
    let marks: MarkSheet

    /// All results that have come, in the order of the assessments.
    func results() -> [BoardResult] {
        book.assessments.compactMap { assessment in
            guard stay.holds(assessment.day) else { return nil }
            let score = marks.score(assessment.subject)
            guard assessment.level == .none || assessment.level == level(assessment.subject, score) else {
                return nil
            }
            return result(assessment, score)
        }
    }

    private func result(_ assessment: BoardAssessment, _ score: Double) -> BoardResult {
        var dice = dice(assessment.subject, assessment.kind.rawValue * 4 + assessment.term)
        let (luck, chance, gap) = (dice.bell(), dice.unit(), dice.unit())
        let status: BoardResult.Status =
            chance < exempt(assessment) ? .exempt : isAbsent(assessment, gap) ? .absent : .took
        guard status == .took else {
            return BoardResult(assessment: assessment, status: status, percent: nil, points: nil)
        }
        let value = expected(assessment, score) + 8 * luck
        let percent = min(100, max(2, Int(value.rounded())))
        return BoardResult(
            assessment: assessment,
            status: .took,
            percent: percent,
            points: assessment.most == 0 ? nil : (percent * assessment.most + 50) / 100
        )
    }

    /// What the pupil would reach on a usual day, in per cent.
    private func expected(_ assessment: BoardAssessment, _ score: Double) -> Double {
        let disagrees = marks.disagrees(assessment.subject)
        guard let mean = assessment.stateMean else {
            return 10 * (score - (disagrees ? 1.4 : 0)) - 4
        }
        let ease = BoardSubject.all[assessment.subject].ease
        // Those who choose the highest level are able ones, and those of the optimal level the others.
        let usual = [.optimal: 6.0, .highest: 7.8][assessment.level] ?? 6.2
        return Double(mean) / 10 + 10 * (score - ease - usual - (disagrees ? 2.2 : 0))
    }

    /// The level at which the pupil takes the examination of grade 12 in a subject.
    private func level(_ subject: Int, _ score: Double) -> BoardAssessment.Level {
        var dice = dice(subject, 0)
        let isAble = score - BoardSubject.all[subject].ease > 7.2
        return dice.chance(isAble ? 0.65 : 0.06) ? .highest : .optimal
    }

    private func exempt(_ assessment: BoardAssessment) -> Double {
        guard assessment.kind != .classTest else { return stay.pupil.isSpecial ? 0.05 : 0 }
        if stay.pupil.isSpecial { return assessment.kind == .exam ? 0.5 : 0.25 }
        return stay.pupil.isUkraine ? 0.3 : 0.004
    }

    /// A test of the class is missed with its lesson; other works with the day's first lesson, or by chance.
    private func isAbsent(_ assessment: BoardAssessment, _ gap: Double) -> Bool {
        if assessment.kind == .classTest {
            return lessons.state(assessment.day, subject: assessment.subject).isAbsent
        }
        let place = book.calendar.days.firstIndex(of: assessment.day)
        return gap < 0.01 || (place.map { lessons.state($0, 0).isAbsent } ?? false)
    }

    private func dice(_ subject: Int, _ work: Int) -> Dice {
        Dice(book.plan.seed, .result, stay.pupil.number, book.classGroup.year.start, subject, work)
    }
}
