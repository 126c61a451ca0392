/// A part of a whole, kept as the two counts it is made of.
public struct Share: Hashable, Sendable, Codable {
    /// How many.
    public let numerator: Int
    /// Of how many.
    public let denominator: Int

    /// So many of so many.
    public init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The per cent in units of 10^-`decimals`, rounded half away from zero; nil of nothing.
    public func percent(decimals: Int) -> Int? {
        Exact.divide(numerator, by: denominator, decimals: decimals + 2)
    }

    /// Whole per cents; nil of nothing.
    public var whole: Int? { percent(decimals: 0) }
    /// Tenths of a per cent; nil of nothing.
    public var tenths: Int? { percent(decimals: 1) }
    /// Hundredths of a per cent; nil of nothing.
    public var hundredths: Int? { percent(decimals: 2) }
}

/// An average, kept as the sum and the count it is made of.
public struct Mean: Hashable, Sendable, Codable {
    /// The sum, in hundredths.
    public let sum: Int
    /// Over how many.
    public let count: Int

    /// The average of so many values whose sum is given in hundredths.
    public init(sum: Int, count: Int) {
        self.sum = sum
        self.count = count
    }

    /// The average in units of 10^-`decimals`, rounded half away from zero; nil of nothing.
    public func value(decimals: Int) -> Int? {
        let (divisor, overflow) = count.multipliedReportingOverflow(by: 100)
        return overflow ? nil : Exact.divide(sum, by: divisor, decimals: decimals)
    }

    /// The average in hundredths; nil of nothing.
    public var hundredths: Int? { value(decimals: 2) }
}

extension Format {
    /// What stands where there is no number.
    public static let none = "–"

    /// A share: `12,3 %` with a no-break space in Latvian, `12.3%` in English, `–` of nothing.
    public func percent(_ share: Share, decimals: Int = 1) -> String {
        guard let scaled = share.percent(decimals: decimals) else { return Format.none }
        return percent(scaled, decimals)
    }

    /// A per cent given in units of 10^-`decimals`: `percent(1234, 2)` is `12,34 %`.
    public func percent(_ scaled: Int, _ decimals: Int) -> String {
        decimal(scaled, decimals) + (language == .lv ? "\u{a0}%" : "%")
    }

    /// An average: `7,25`, or `–` of nothing.
    public func mean(_ mean: Mean, decimals: Int = 2) -> String {
        guard let scaled = mean.value(decimals: decimals) else { return Format.none }
        return decimal(scaled, decimals)
    }
}
