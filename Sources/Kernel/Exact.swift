/// Division of whole numbers by the one rule of the house: half goes away from zero.
///
/// Every mean, share and percentage that people see is made here, from integers, so that both engines, all
/// reports and all outputs show the same last digit.
public enum Exact {
    /// `n / d` in units of 10^-`decimals`, rounded half away from zero.
    ///
    /// - Returns: nil where `d` is zero, `decimals` is not 0 to 18, or the result does not fit in `Int`.
    public static func divide(_ n: Int, by d: Int, decimals: Int = 0) -> Int? {
        guard let (quotient, remainder) = parts(n, d, decimals) else { return nil }
        let up: UInt = remainder >= d.magnitude - remainder ? 1 : 0
        return signed(quotient, up, negative: (n < 0) != (d < 0))
    }

    /// `n / d` in units of 10^-`decimals`, cut off towards zero: for rules that say "full per cents".
    ///
    /// - Returns: nil where `d` is zero, `decimals` is not 0 to 18, or the result does not fit in `Int`.
    public static func truncate(_ n: Int, by d: Int, decimals: Int = 0) -> Int? {
        guard let (quotient, _) = parts(n, d, decimals) else { return nil }
        return signed(quotient, 0, negative: (n < 0) != (d < 0))
    }

    /// 10 to a power of 0 to 18, or nil.
    static func power(_ decimals: Int) -> Int? {
        guard (0...18).contains(decimals) else { return nil }
        return (0..<decimals).reduce(1) { power, _ in power * 10 }
    }

    private static func parts(_ n: Int, _ d: Int, _ decimals: Int) -> (UInt, UInt)? {
        guard d != 0, let power = power(decimals) else { return nil }
        let full = n.magnitude.multipliedFullWidth(by: power.magnitude)
        // The quotient fits in a word exactly where the high word is below the divisor.
        guard full.high < d.magnitude else { return nil }
        let (quotient, remainder) = d.magnitude.dividingFullWidth(full)
        return (quotient, remainder)
    }

    private static func signed(_ quotient: UInt, _ up: UInt, negative: Bool) -> Int? {
        let (sum, overflow) = quotient.addingReportingOverflow(up)
        guard !overflow, let result = Int(exactly: sum) else { return nil }
        return negative ? -result : result
    }
}
