internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The three compulsory examinations of a year, by institution.
struct IndexExams {
    /// One examination of an institution.
    struct Exam {
        /// The figures of its levels and subjects, as their reader may see them.
        var figures: [Figure] = []
        /// The level that each of them is of; none of published ones.
        var levels: [AssessmentLevel] = []
        /// Per cents of exempt pupils, in hundredths, from their annual marks.
        var exempt: [Int] = []
        /// The same of exempt pupils whom the rule leaves out.
        var leftOut: [Int] = []
        /// Whether the figures are those that the state published.
        var isPublished = false

        /// Sum of per cents in hundredths and how many they are; nil where a part is hidden or there is nothing.
        var sum: Tally? { sum(.rule) }

        /// The same under an assumption; nil where it cannot be told.
        func sum(_ assumption: IndexAssumption) -> Tally? {
            guard !figures.contains(where: \.isHidden) else { return nil }
            if assumption == .levels { return weighed }
            // One of the two is empty: the rule counts exempt pupils in, or leaves them out.
            let exempt = assumption == .exemptions ? leftOut : exempt
            let tallies = figures.compactMap(\.tally)
            let count = tallies.reduce(0) { $0 + $1.denominator / ResultCells.full } + exempt.count
            guard count > 0 else { return nil }
            return Tally(tallies.reduce(exempt.reduce(0, +)) { $0 + $1.numerator }, over: count)
        }

        /// The sum with each result by the weight of its level; a mark of an exempt pupil is of no level and counts whole.
        private var weighed: Tally? {
            guard levels.count == figures.count else { return nil }
            var sum = exempt.reduce(0, +) * 4
            var count = exempt.count
            for (figure, level) in zip(figures, levels) {
                guard let tally = figure.tally else { continue }
                guard let quarters = level.quarters else { return nil }
                sum += tally.numerator * quarters
                count += tally.denominator / ResultCells.full
            }
            return count > 0 ? Tally(sum, over: count * 4) : nil
        }

        /// The mean result, with its making where it is a single figure.
        var cell: ReportCell {
            if let hidden = figures.first(where: \.isHidden) { return .figure(hidden) }
            if exempt.isEmpty, figures.count == 1 { return .figure(figures[0]) }
            let tenths = sum.flatMap { Exact.divide($0.numerator, by: $0.denominator * 10) }
            return tenths.map { .number($0, decimals: 1) } ?? .unknown
        }
    }

    /// Why annual marks of exempt pupils are not in an index.
    enum Gap {
        /// So many have no mark that could count.
        case marks(Int)
        /// They are not counted in for this reader.
        case reader
    }

    /// The examinations of an institution, 1 to 3.
    private(set) var byInstitution: [Int: [Int: Exam]] = [:]
    /// The works that results of each examination are of.
    private(set) var works: [Int: Set<Work>] = [:]
    /// What is missing of the annual marks of exempt pupils.
    private(set) var gaps: [Int: Gap] = [:]
    /// Exemptions from the examinations by institution, as the reader may see them.
    let exemptions: [MemberKey: [Work: Figure]]
    /// The subjects of each examination, as they are called.
    let words: [Int: Text]

    private let question: Question
    private let selection: Selection
    private let examOfSubject: [Int: Int]

    /// The examinations of a selection, as a rule counts them.
    init(_ question: Question, _ asked: Selection, _ rule: ExamIndexRule) throws {
        self.question = question
        var twelfth = asked
        twelfth.grade = 12
        selection = twelfth
        let subjects = try ExamSubjects(question, rule.subjects ?? ExamIndexRule.compulsory)
        examOfSubject = subjects.examOfSubject
        words = subjects.words
        exemptions = try WorkFigures(
            question,
            "assessments/exempt",
            along: [.institution],
            of: [.centralExam],
            in: twelfth
        ).byPlace
        try readResults()
        try readPublished()
        try readExempt(rule.percentPerPoint, counts: rule.exempt != .leftOut)
    }

    /// How many exemptions an institution has from the examinations of the index.
    func exemptions(of institution: Int) -> ReportCell {
        let figures = (exemptions[[institution]] ?? [:]).filter { examOfSubject[$0.key.subject] != nil }
            .values
        if let hidden = figures.first(where: \.isHidden) { return .figure(hidden) }
        return .number(figures.compactMap(\.tally).reduce(0) { $0 + $1.numerator }, decimals: 0)
    }

    /// The examinations of several institutions as if they were one: all results over their number.
    ///
    /// Where a part is hidden the whole is.
    func together(_ institutions: some Sequence<Int>) -> [Int: Exam] {
        institutions.sorted().reduce(into: [:]) { sum, institution in
            for (exam, own) in byInstitution[institution] ?? [:] {
                sum[exam, default: Exam()].figures += own.figures
                sum[exam, default: Exam()].exempt += own.exempt
            }
        }
    }

    private mutating func readResults() throws {
        let results = try WorkFigures(
            question,
            "assessments/result",
            along: [.institution],
            of: [.centralExam],
            in: selection
        )
        for (place, works) in results.byPlace {
            for (work, figure) in works {
                guard let exam = examOfSubject[work.subject] else { continue }
                byInstitution[place[0], default: [:]][exam, default: Exam()].figures.append(figure)
                byInstitution[place[0]]?[exam]?.levels.append(work.sort.level)
                self.works[exam, default: []].insert(work)
            }
        }
    }

    /// Takes what the state published where there are no results of pupils.
    private mutating func readPublished() throws {
        let figures = try question.figures(
            "assessments/reported-result",
            over: [.institution, .subject],
            in: selection
        )
        for key in figures.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let exam = examOfSubject[key[1]], let figure = figures[key] else { continue }
            var known = byInstitution[key[0]]?[exam] ?? Exam(isPublished: true)
            guard known.isPublished else { continue }
            known.figures.append(figure)
            byInstitution[key[0], default: [:]][exam] = known
        }
    }

    /// Counts the annual marks of exempt pupils in for those who may see the pupils; to others a mean with and one
    /// without them would tell the mark of a single pupil.
    ///
    /// Of a rule that leaves them out, they are kept apart for what would be if they counted.
    private mutating func readExempt(_ percentPerPoint: Int?, counts: Bool) throws {
        let layout: [Dimension] = [.institution, .subject, .kind, .pupil]
        let works = try question.figures("assessments/exempt", over: layout, in: selection)
        let exams = Set(AssessmentSort.members(of: .centralExam))
        let wanted = works.filter { key, figure in
            exams.contains(key[2]) && examOfSubject[key[1]] != nil && (figure.tally?.numerator ?? 0) > 0
        }
        guard !wanted.isEmpty else { return }
        let marks = try annualMarks(Set(wanted.keys.map { $0[1] }))
        for key in wanted.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let institution = InstitutionID(rawValue: key[0])
            guard question.asker.may(.readPupils, in: Scope(institution: institution), on: question.today)
            else {
                if counts { gaps[key[0]] = .reader }
                continue
            }
            let mark = marks[[key[0], key[1], key[3]]]
            guard let exam = examOfSubject[key[1]], let percentPerPoint, let mark else {
                if counts { gaps[key[0], default: .marks(0)].addMark() }
                continue
            }
            let percent = min(ResultCells.full, mark * percentPerPoint)
            if counts {
                byInstitution[key[0], default: [:]][exam, default: Exam()].exempt.append(percent)
            } else {
                byInstitution[key[0]]?[exam]?.leftOut.append(percent)
            }
        }
    }

    /// Annual marks in hundredths by institution, subject and pupil.
    private func annualMarks(_ subjects: Set<Int>) throws -> [MemberKey: Int] {
        var marks: [MemberKey: Int] = [:]
        for subject in subjects.sorted() {
            var narrowed = selection
            narrowed.subject = SubjectID(rawValue: subject)
            let figures = try question.figures("attainment/mark", over: [.institution, .pupil], in: narrowed)
            for (key, figure) in figures {
                guard let tally = figure.tally else { continue }
                marks[[key[0], subject, key[1]]] = Exact.divide(tally.numerator, by: tally.denominator)
            }
        }
        return marks
    }
}

extension IndexExams.Gap {
    fileprivate mutating func addMark() {
        if case .marks(let count) = self { self = .marks(count + 1) }
    }
}

/// Which subjects of a tenant the compulsory examinations are in.
struct ExamSubjects {
    /// The number of the examination, 1 to 3, by subject.
    let examOfSubject: [Int: Int]
    /// What each examination is called: its subjects, as far as the tenant has them.
    let words: [Int: Text]

    init(_ question: Question, _ exams: [ExamIndexRule.Exam]) throws {
        let subjects = try question.connection.rows(
            "SELECT id, code, search_key, name FROM subject WHERE tenant_id = \(question.tenant) ORDER BY id",
            Int.self,
            String.self,
            String.self,
            String.self
        )
        var numbers: [Int: Int] = [:]
        var names: [Int: [String]] = [:]
        for exam in exams {
            let search = LatvianKey.search(exam.subject)
            for (id, code, key, name) in subjects where key == search || code == exam.subject {
                guard numbers[id] == nil else { continue }
                numbers[id] = exam.exam
                names[exam.exam, default: []].append(name)
            }
        }
        examOfSubject = numbers
        words = Dictionary(
            uniqueKeysWithValues: (1...3).map { exam in
                let own = names[exam] ?? exams.filter { $0.exam == exam }.map(\.subject)
                guard own.count != 1 else { return (exam, Text(same: own[0])) }
                return (
                    exam,
                    exam == 3 ? Text(lv: "Svešvaloda", en: "Foreign language") : Text(same: own.first ?? "–")
                )
            }
        )
    }
}
