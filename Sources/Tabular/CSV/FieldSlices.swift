/// The fields of one record, in memory that serves one record after the other.
///
/// They lie behind a pointer: an array would be asked for each field whether it is shared, and kept by each copy of
/// the record. Whoever makes it releases it.
struct FieldSlices {
    private(set) var base: UnsafeMutablePointer<FieldSlice>
    private(set) var count = 0
    private var capacity = 64

    init() {
        base = .allocate(capacity: capacity)
    }

    func release() {
        base.deallocate()
    }

    mutating func removeAll() {
        count = 0
    }

    @inline(__always)
    mutating func append(_ start: Int, _ end: Int) {
        if count == capacity { enlarge() }
        (base + count).initialize(to: FieldSlice(start: start, end: end))
        count += 1
    }

    /// Sets the end of a field anew.
    func end(_ field: Int, at end: Int) {
        base[field].end = end
    }

    private mutating func enlarge() {
        let larger = UnsafeMutablePointer<FieldSlice>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
