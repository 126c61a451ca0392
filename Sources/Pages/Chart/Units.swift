public import Kernel

/// How the numbers of a chart are counted and written.
///
/// Charts take whole numbers in units of 10^-`decimals`, as `Kernel.Format.decimal` does: with one decimal,
/// 35 is "3,5". So ticks and labels are exact.
public struct Units: Hashable, Sendable {
    /// How many digits stand after the comma.
    public let decimals: Int
    /// What stands after the number: "%", "st."; empty for plain numbers.
    public let sign: String

    /// Units by their decimals and sign.
    public init(decimals: Int = 0, sign: String = "") {
        self.decimals = decimals
        self.sign = sign
    }

    /// A number with its sign.
    public func words(_ scaled: Int, _ language: Language) -> String {
        signed(Format(language).decimal(scaled, decimals))
    }

    /// A number on an axis: without the decimals that no tick of the axis needs.
    func tick(_ scaled: Int, step: Int, _ language: Language, isLast: Bool) -> String {
        var (scaled, step, decimals) = (scaled, step, decimals)
        while decimals > 0, step % 10 == 0 {
            scaled /= 10
            step /= 10
            decimals -= 1
        }
        let number = Format(language).decimal(scaled, decimals)
        return isLast ? signed(number) : number
    }

    private func signed(_ number: String) -> String {
        sign.isEmpty ? number : "\(number)\u{a0}\(sign)"
    }
}
