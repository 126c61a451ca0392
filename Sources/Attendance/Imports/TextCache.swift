/// Remembers a number for each pair of a group and a text in UTF-8, without making a String to look it up.
///
/// A file of millions of lines names the same pupils, classes and subjects again and again. Everything lies behind
/// pointers, and the first eight bytes of a text in its slot, so that most lookups touch one place of memory.
final class TextCache {
    private struct Slot {
        var hash: UInt64
        var head: UInt64
        var group: Int
        /// Where the bytes behind the head begin.
        var start: Int
        /// One more than the length of the text; 0 in a free slot.
        var length: Int
        var value: Int
    }

    private struct Table {
        var slots: UnsafeMutablePointer<Slot>
        var mask = 255
        var count = 0
        var bytes: [UInt8] = []

        init() {
            slots = Table.free(256)
        }

        static func free(_ count: Int) -> UnsafeMutablePointer<Slot> {
            let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
            slots.initialize(
                repeating: Slot(hash: 0, head: 0, group: 0, start: 0, length: 0, value: 0),
                count: count
            )
            return slots
        }
    }

    private let table: UnsafeMutablePointer<Table>

    init() {
        table = .allocate(capacity: 1)
        table.initialize(to: Table())
    }

    deinit {
        table.pointee.slots.deallocate()
        table.deinitialize(count: 1)
        table.deallocate()
    }

    /// The number of a text, or nil.
    func value(_ text: Span<UInt8>, in group: Int) -> Int? {
        let head = TextCache.head(text)
        let slot = place(text, head, group, TextCache.hash(text, head, group))
        return slot.pointee.length == 0 ? nil : slot.pointee.value
    }

    /// Sets the number of a text.
    func set(_ value: Int, _ text: Span<UInt8>, in group: Int) {
        let head = TextCache.head(text)
        let hash = TextCache.hash(text, head, group)
        let slot = place(text, head, group, hash)
        if slot.pointee.length == 0 {
            let start = table.pointee.bytes.count
            slot.pointee = Slot(
                hash: hash,
                head: head,
                group: group,
                start: start,
                length: text.count + 1,
                value: value
            )
            for at in 0..<max(0, text.count - 8) { table.pointee.bytes.append(text[at + 8]) }
            table.pointee.count += 1
        }
        slot.pointee.value = value
        if table.pointee.count * 2 > table.pointee.mask { grow() }
    }

    private func place(
        _ text: Span<UInt8>,
        _ head: UInt64,
        _ group: Int,
        _ hash: UInt64
    ) -> UnsafeMutablePointer<Slot> {
        let (slots, mask) = (table.pointee.slots, table.pointee.mask)
        var index = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots + index
            if slot.pointee.length == 0 { return slot }
            if slot.pointee.hash == hash, slot.pointee.head == head, slot.pointee.group == group,
                slot.pointee.length == text.count + 1, hasTail(slot, text)
            {
                return slot
            }
            index = (index + 1) & mask
        }
    }

    /// Whether the bytes behind the first eight are those of a slot's text.
    private func hasTail(_ slot: UnsafeMutablePointer<Slot>, _ text: Span<UInt8>) -> Bool {
        guard text.count > 8 else { return true }
        for at in 8..<text.count where table.pointee.bytes[slot.pointee.start + at - 8] != text[at] {
            return false
        }
        return true
    }

    private func grow() {
        let (old, count) = (table.pointee.slots, table.pointee.mask + 1)
        let (slots, mask) = (Table.free(count * 2), count * 2 - 1)
        for at in 0..<count where old[at].length != 0 {
            var index = Int(truncatingIfNeeded: old[at].hash) & mask
            while slots[index].length != 0 { index = (index + 1) & mask }
            slots[index] = old[at]
        }
        old.deallocate()
        table.pointee.slots = slots
        table.pointee.mask = mask
    }

    /// The first bytes of a text, at most eight, as a number.
    @inline(__always)
    private static func head(_ text: Span<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        for at in 0..<min(8, text.count) { head |= UInt64(text[at]) << UInt64(8 * at) }
        return head
    }

    /// The head goes in as one number: byte by byte, each step would wait for the one before.
    @inline(__always)
    private static func hash(_ text: Span<UInt8>, _ head: UInt64, _ group: Int) -> UInt64 {
        var hash = mixed(UInt64(bitPattern: Int64(group)) &* 0x9e37_79b9_7f4a_7c15 ^ head)
        if text.count > 8 {
            for at in 8..<text.count { hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01b3 }
            hash = mixed(hash)
        }
        return hash
    }

    /// Lets all bits have a part in the lowest ones, by which a slot is chosen.
    @inline(__always)
    private static func mixed(_ number: UInt64) -> UInt64 {
        let once = (number ^ (number >> 32)) &* 0xbf58_476d_1ce4_e5b9
        return once ^ (once >> 29)
    }
}
