/// A rule of risk: what is measured, of whom, and from which value on it is a sign that a person should look.
///
/// It decides nothing about a child: whoever works with the pupil does. Rules go by names that begin with
/// ``RiskRule/prefix``; a board adds its own.
package struct RiskRule: RuleParameters {
    /// Every rule has a name of its own; this one is of none.
    package static let regulation = "risk-rule"
    /// The beginning of the names of rules of risk.
    package static let prefix = "risk-"

    /// How a value is compared with the threshold.
    package enum Comparison: String, Codable, Sendable {
        /// More than the threshold.
        case more
        /// The threshold or more.
        case atLeast = "at-least"
    }

    /// Whether a rule gives signals.
    package enum Mode: String, Codable, Sendable {
        /// It does.
        case live
        /// It is only tried on data.
        case trial
    }

    /// What is measured.
    package let quantity: RiskQuantity
    /// How the value is compared.
    package let comparison: Comparison
    /// The threshold: a count, whole per cent or percentage points.
    package let threshold: Int
    /// The least exposure, below which it is too early to tell: lessons recorded, or subjects with marks.
    package let exposure: Int?
    /// The first grade it is about, 0 from preparation for school on; nil for all, whatever is known of their grade.
    package let fromGrade: Int?
    /// The last grade it is about, 0 for preparation for school alone; nil to the last.
    package let toGrade: Int?
    /// The first digits of codes of programmes that it is about; nil for all.
    package let programme: String?
    /// The bound of marks, in points; absent where the quantity has none.
    package let mark: Int?
    /// The code of the group of risk.
    package let group: String
    /// Whether it gives signals.
    package let mode: Mode
    /// Thresholds of institutions that have their own, by registration number.
    package let overrides: [String: Int]?
    /// A short name of the board's own, in Latvian.
    package let shortLv: String?
    /// The same in English.
    package let shortEn: String?

    /// The threshold for an institution by its registration number.
    package func threshold(for institution: String?) -> Int {
        institution.flatMap { overrides?[$0] } ?? threshold
    }

    /// Whether it is about pupils of a grade and programme; children in preparation for school have the grade 0, as have
    /// pupils of whose class none is known.
    ///
    /// A rule up to a grade of school is not about them unless its first grade is 0.
    package func covers(grade: Int, programme code: String) -> Bool {
        if let fromGrade, grade < fromGrade { return false }
        if let toGrade {
            if grade > toGrade { return false }
            if grade == 0, toGrade > 0, fromGrade != 0 { return false }
        }
        return programme.map { code.hasPrefix($0) } ?? true
    }

    /// The least mark of a subject that is not below the bound, in hundredths.
    package var markBound: Int { (mark ?? 4) * 100 }

    /// The least exposure that counts, 0 for none: a rule may have been kept with one that its quantity has no data for.
    package var leastExposure: Int { quantity.hasExposure ? exposure ?? 0 : 0 }

    /// Whether a value is a sign of risk.
    package func verdict(_ reading: RiskReading, threshold: Int) -> RiskVerdict {
        guard reading.exposure >= leastExposure else { return .tooEarly }
        let (left, right): (Int, Int)
        switch quantity.form {
        case .count: (left, right) = (reading.value, threshold)
        case .share:
            guard reading.base > 0 else { return .tooEarly }
            (left, right) = (reading.value * 100, threshold * reading.base)
        case .fall:
            guard reading.base > 0, reading.pastBase > 0 else { return .tooEarly }
            left = (reading.value * reading.pastBase - reading.past * reading.base) * 100
            right = threshold * reading.base * reading.pastBase
        }
        let isMet = comparison == .more ? left > right : left >= right
        return isMet ? .met : .notMet
    }
}

/// What was measured of a pupil, as integers.
package struct RiskReading: Hashable, Sendable {
    /// A count, or what is above in a share.
    package var value: Int
    /// What is below in a share; for counts how much there was to count in, 0 where that is not known.
    package var base: Int
    /// The same of the year before, for a rise.
    package var past: Int
    /// What is below in the share of the year before.
    package var pastBase: Int

    /// A reading.
    package init(_ value: Int, of base: Int = 0, past: Int = 0, of pastBase: Int = 0) {
        self.value = value
        self.base = base
        self.past = past
        self.pastBase = pastBase
    }

    /// What the least exposure is asked of; both years count where there are two.
    package var exposure: Int { pastBase > 0 ? min(base, pastBase) : base }
}

/// What a rule says of a reading.
package enum RiskVerdict: Hashable, Sendable {
    /// A sign of risk.
    case met
    /// None.
    case notMet
    /// Too little is recorded to tell.
    case tooEarly
}

extension RiskRule {
    /// The rule with other numbers, span of grades and programmes; `mark` is kept only where marks are measured.
    package func changed(
        threshold: Int,
        _ comparison: Comparison,
        exposure: Int?,
        fromGrade: Int?,
        toGrade: Int?,
        programme: String?,
        mark: Int?,
        overrides: [String: Int]?
    ) -> RiskRule {
        RiskRule(
            quantity: quantity,
            comparison: comparison,
            threshold: threshold,
            exposure: exposure,
            fromGrade: fromGrade,
            toGrade: toGrade,
            programme: programme,
            mark: quantity.hasMark ? mark : self.mark,
            group: group,
            mode: mode,
            overrides: overrides,
            shortLv: shortLv,
            shortEn: shortEn
        )
    }
}
