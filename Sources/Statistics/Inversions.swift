/// Merge sort that counts.
enum Inversions {
    /// Sorts the values and says how many pairs of them stood in the wrong order; equal ones do not count.
    static func sort(_ values: inout [Double]) -> Int {
        var spare = values
        var count = 0
        var width = 1
        while width < values.count {
            for start in stride(from: 0, to: values.count, by: 2 * width) {
                let middle = min(start + width, values.count)
                let end = min(start + 2 * width, values.count)
                count += merge(values, into: &spare, start, middle, end)
            }
            swap(&values, &spare)
            width *= 2
        }
        return count
    }

    private static func merge(
        _ values: [Double],
        into spare: inout [Double],
        _ start: Int,
        _ middle: Int,
        _ end: Int
    ) -> Int {
        var (left, right, count) = (start, middle, 0)
        for index in start..<end {
            if left < middle, right == end || values[left] <= values[right] {
                spare[index] = values[left]
                left += 1
            } else {
                spare[index] = values[right]
                right += 1
                count += middle - left
            }
        }
        return count
    }
}
