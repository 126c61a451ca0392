internal import Frame
internal import Kernel
internal import Registry

/// Sums over pupils who have both a mark and a result of one examination.
struct BalanceSum {
    var pupils = 0
    /// Marks in hundredths.
    var marks = 0
    /// Marks in hundredths of a per cent.
    var percents = 0
    /// Results in hundredths of a per cent.
    var results = 0
    /// Pupils whose own mark and result are in balance.
    var inBalance = 0

    mutating func add(mark: Int, percent: Int, result: Int, tolerance: Int) {
        pupils += 1
        marks += mark
        percents += percent
        results += result
        if abs(percent - result) <= tolerance * 100 { inBalance += 1 }
    }
}

/// A row of the table: an examination, in all of the selection or at one member.
struct BalanceRow {
    let assessment: Int
    let name: Text
    /// The institution or class.
    let place: ReportCell?
    /// Nil where the reader may not see the numbers.
    let sum: BalanceSum?
    let tolerance: Int
    let stateMean: Figure?
}

/// Institutions whose pupils are counted together.
struct BalanceGroup {
    /// What the row is called.
    let name: Text
    /// Whether an institution is one of them.
    let holds: (Int) -> Bool
}

/// Pupils with a mark and a result of a central examination.
struct BalancePairs {
    /// Whether the reader works with all pupils of the selection.
    let isOpen: Bool
    private let question: Question
    private let rule: MarkBalanceRule
    private let points: [TestPoint]
    private let places: [Int: [Dimension: Int]]
    private let stateMeans: [MemberKey: Figure]
    private let mayTotals: Bool
    private let marksOfSubject: [Int: Int]
    private let resultsOfExam: [Int: Int]

    /// The fewest pupils that what else is known may leave.
    private let floor: Int

    /// The fewest pupils of which anything is shown outside the circle, where the floor is no higher.
    private static let least = 20
    private static let exam = "assessments/exam-result"

    /// The pairs of a selection by the rule of its year.
    init(_ question: Question, _ selection: Selection, _ rule: MarkBalanceRule) throws {
        self.question = question
        self.rule = rule
        floor = try question.floor
        let circle = question.asker.reach(.readPupils, on: question.today)
        isOpen =
            question.asker.may(.readPupils, in: selection.scope, on: question.today)
            || BalancePairs.holds(circle, selection.reach)
        mayTotals = selection.classGroup == nil && selection.institution == nil && selection.subject == nil
        points = try TestPoints(question, selection, results: BalancePairs.exam).points
        guard question.measures.names.contains(BalancePairs.exam) else {
            (places, stateMeans, marksOfSubject, resultsOfExam) = ([:], [:], [:], [:])
            return
        }
        let layout: [Dimension] = [.pupil, .institution, .classGroup, .grade]
        let found = try question.tallies(BalancePairs.exam, over: layout, in: selection)
        places = found.keys.sorted { $0.lexicographicallyPrecedes($1) }.reduce(into: [:]) { places, key in
            places[key[0]] = [.institution: key[1], .classGroup: key[2], .grade: key[3]]
        }
        stateMeans = try question.figures(
            "assessments/state-mean",
            over: [.assessment],
            in: Selection(year: selection.year)
        )
        // Those who work with all the pupils see every sum, whatever else is known.
        guard !isOpen, mayTotals else {
            (marksOfSubject, resultsOfExam) = ([:], [:])
            return
        }
        let grades = Set(places.values.compactMap { $0[.grade] })
        var marks: [Int: Int] = [:]
        try question.sums("attainment/marks", over: [.subject, .grade], in: selection) { key, top, _ in
            if grades.contains(key[1]) { marks[key[0], default: 0] += top }
        }
        marksOfSubject = marks
        resultsOfExam = try question.tallies(BalancePairs.exam, over: [.assessment], in: selection)
            .reduce(into: [:]) { $0[$1.key[0]] = $1.value.people ?? 0 }
    }

    /// The rows by examination, or by examination and member.
    func rows(by along: Dimension?) -> [BalanceRow] {
        let sums = added { point in along.flatMap { places[point.pupil]?[$0] } ?? 0 }
        let names = question.members
        return names.sorted(.assessment, sums.keys).flatMap { exam -> [BalanceRow] in
            let members = along.map { names.sorted($0, (sums[exam] ?? [:]).keys) } ?? [0]
            return members.map { member in
                row(exam, along.map { .member($0, member, names.name($0, member)) }, sums[exam]?[member])
            }
        }
    }

    /// The rows by examination and group of institutions; a group without pupils of an examination has none.
    func rows(_ groups: [BalanceGroup]) -> [BalanceRow] {
        let byGroup = groups.map { group in
            added { point in
                guard let institution = places[point.pupil]?[.institution] else { return nil }
                return group.holds(institution) ? 0 : nil
            }
        }
        let exams = byGroup.reduce(into: Set<Int>()) { $0.formUnion($1.keys) }
        return question.members.sorted(.assessment, exams).flatMap { exam -> [BalanceRow] in
            zip(groups, byGroup).compactMap { group, sums -> BalanceRow? in
                guard let sum = sums[exam]?[0] else { return nil }
                return row(exam, .words(group.name), sum)
            }
        }
    }

    /// The institutions that somebody of has both.
    var institutions: Set<Int> { Set(places.values.compactMap { $0[.institution] }) }

    /// Sums by examination and what a pupil is counted for; one who counts for nothing is left out.
    private func added(by counted: (TestPoint) -> Int?) -> [Int: [Int: BalanceSum]] {
        points.reduce(into: [:]) { sums, point in
            guard let percent = rule.percent(hundredths: point.points), let member = counted(point) else {
                return
            }
            sums[point.assessment, default: [:]][member, default: BalanceSum()].add(
                mark: point.points,
                percent: percent,
                result: point.percent,
                tolerance: rule.tolerance
            )
        }
    }

    private func row(_ exam: Int, _ place: ReportCell?, _ sum: BalanceSum?) -> BalanceRow {
        BalanceRow(
            assessment: exam,
            name: question.members.name(.assessment, exam),
            place: place,
            sum: sum.flatMap { isShown($0, exam) ? $0 : nil },
            tolerance: rule.tolerance,
            stateMean: stateMeans[[exam]]
        )
    }

    /// Outside the circle only sums of all that the reader reaches are shown, and only where other figures of the same
    /// marks or results leave nobody or enough people.
    private func isShown(_ sum: BalanceSum, _ exam: Int) -> Bool {
        if isOpen { return true }
        guard mayTotals, sum.pupils >= max(BalancePairs.least, floor) else { return false }
        let subject = points.first { $0.assessment == exam }?.subject ?? 0
        let ofSubject = points.count { $0.subject == subject }
        let marks = marksOfSubject[subject] ?? 0
        let rests = [(resultsOfExam[exam] ?? 0) - sum.pupils, marks - sum.pupils, marks - ofSubject]
        return rests.allSatisfy { $0 == 0 || $0 >= floor }
    }

    private static func holds(_ circle: Reach, _ reach: Reach) -> Bool {
        if circle.everything { return true }
        guard !reach.everything, !reach.isEmpty else { return false }
        return circle.institutions.isSuperset(of: reach.institutions)
            && circle.classes.isSuperset(of: reach.classes) && circle.pupils.isSuperset(of: reach.pupils)
    }
}
