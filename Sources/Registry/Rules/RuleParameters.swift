/// From how many lessons missed without excuse in a term the board is told: more than so many.
package struct UnexcusedLimit: RuleParameters {
    package static let regulation = "unexcused-limit"
    /// Lessons in a term; the limit is passed by more than these.
    package let lessons: Int
    /// Lessons of institutions that have a limit of their own, by registration number.
    package let overrides: [String: Int]?
}

/// From how many days missed without excuse the board is told of a child in compulsory preparation for school.
package struct UnexcusedPreschoolLimit: RuleParameters {
    package static let regulation = "unexcused-limit-preschool"
    /// Days; the limit is passed by more than these.
    package let days: Int
}

/// From which share of lessons missed absence counts as chronic, and of how many lessons a share says anything.
package struct ChronicAbsence: RuleParameters {
    package static let regulation = "chronic-absence"
    /// Whole per cent of the lessons recorded; this share and higher ones are chronic.
    package let percent: Int
    /// Lessons recorded; of fewer it is too early to tell.
    package let lessons: Int
    /// Per cent of institutions that have a share of their own, by registration number.
    package let overrides: [String: Int]?
}

/// The least marks of the levels of attainment.
package struct LevelBands: RuleParameters {
    package static let regulation = "level-bands"
    /// The least mark of the high level.
    package let high: Int
    /// The least mark of the optimal level.
    package let optimal: Int
    /// The least mark of the sufficient level; what is lower is insufficient.
    package let sufficient: Int

    /// The level of a mark in hundredths: 4 high, 3 optimal, 2 sufficient, 1 insufficient.
    package func level(hundredths: Int) -> Int {
        if hundredths >= high * 100 { return 4 }
        if hundredths >= optimal * 100 { return 3 }
        return hundredths >= sufficient * 100 ? 2 : 1
    }
}

/// The least result of a central examination, in per cent, below which no certificate is issued.
package struct PassThreshold: RuleParameters {
    package static let regulation = "pass-threshold"
    /// For grade 9; absent where there was no central examination.
    package let grade9: Int?
    /// For grade 12.
    package let grade12: Int?
}

/// The index of compulsory central examinations.
package struct ExamIndexRule: RuleParameters {
    package static let regulation = "exam-index"
    /// How the three means of a school become one number.
    package enum Aggregator: String, Codable, Sendable {
        /// Their mean.
        case mean
        /// The lowest of them.
        case minimum
    }
    /// How the three means of a school become one number.
    package let aggregator: Aggregator
    /// The least index, in per cent.
    package let threshold: Int
    /// The threshold that it rises to; absent where it stays.
    package let risesTo: Int?
    /// The ISO day by which it has risen.
    package let risesUntil: String?
    /// The subjects of the three examinations; a rule without them is about ``compulsory``.
    package let subjects: [Exam]?
    /// What happens to pupils exempt from an examination; a rule that does not say it takes their annual marks.
    package let exempt: Exempt?
    /// How many per cent a point of the annual mark of an exempt pupil stands for; absent where nobody knows.
    package let percentPerPoint: Int?

    /// One of the subjects that an examination may be in.
    package struct Exam: Codable, Hashable, Sendable {
        /// Which examination, 1 to 3; pupils of several subjects under one number count together.
        package let exam: Int
        /// The name or code of the subject.
        package let subject: String
    }

    /// What happens to pupils exempt from an examination.
    package enum Exempt: String, Codable, Sendable {
        /// Their annual mark takes the place of the result.
        case annualMark = "mark"
        /// They are left out.
        case leftOut = "left-out"
    }
}

/// What a pupil needs for the next grade.
package struct PromotionRule: RuleParameters {
    package static let regulation = "promotion"
    /// A span of grades with one condition.
    package struct Span: Codable, Hashable, Sendable {
        /// The first grade.
        package let from: Int
        /// The last grade.
        package let to: Int
        /// The least annual mark; 0 where what is planned has to be assessed, on whatever scale.
        package let minimum: Int
        /// How many results of re-examinations may lie below, and so how many annual marks before them: as many
        /// stay below at most, whatever the re-examinations give.
        package let allowedBelow: Int
    }
    /// The spans; a grade in none of them is decided without marks.
    package let spans: [Span]

    /// The condition of a grade.
    package func span(of grade: Int) -> Span? {
        spans.first { ($0.from...max($0.from, $0.to)).contains(grade) }
    }
}

/// What the signs of absence in e-klase say: each sign with a kind of absence.
package struct AbsenceTokens: RuleParameters {
    package static let regulation = "eklase-absence-tokens"
    /// The kind by sign: 1 illness, 2 other excuse, 3 without excuse, 4 reason not given.
    package let kinds: [String: Int]
}
