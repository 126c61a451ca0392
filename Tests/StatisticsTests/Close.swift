/// Whether two numbers agree to a relative error, or to the same absolute one near zero.
func close(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-10) -> Bool {
    guard let left else { return false }
    if left == right { return true }
    return abs(left - right) <= tolerance * abs(right)
}
