/// Whole numbers modulo 2^61 − 1, a prime: sums are taken apart exactly, and no factor outgrows a machine word.
enum Prime {
    static let modulus: UInt64 = 1 << 61 - 1

    /// The remainder of a small number, which may be negative.
    static func of(_ number: Int) -> UInt64 {
        number < 0 ? modulus - UInt64(-number) : UInt64(number)
    }

    static func add(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let sum = left + right
        return sum >= modulus ? sum - modulus : sum
    }

    static func negated(_ number: UInt64) -> UInt64 { number == 0 ? 0 : modulus - number }

    static func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        // 2^61 leaves 1, so what stands above it is added to what stands below.
        let low = product.low & modulus
        let high = product.high << 3 | product.low >> 61
        return add(low, high)
    }

    /// The number that gives 1 with this one: its power of modulus − 2 (Fermat).
    static func inverse(_ number: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), number, modulus - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = multiply(result, base) }
            base = multiply(base, base)
            exponent >>= 1
        }
        return result
    }
}
