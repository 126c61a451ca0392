/// Remembers a number for each pair of a group and a text in UTF-8, without making a String to look it up.
///
/// A file of millions of lines names the same pupils, classes and subjects again and again.
struct TextCache {
    private var slots: [Slot] = Array(repeating: Slot(), count: 256)
    private var bytes: [UInt8] = []
    private var count = 0

    private struct Slot {
        var hash: UInt64 = 0
        var group = 0
        var start = 0
        /// One more than the length of the text; 0 in a free slot.
        var length = 0
        var value = 0
    }

    /// The number of a text, or nil.
    func value(_ text: Span<UInt8>, in group: Int) -> Int? {
        let slot = slots[place(text, group, TextCache.hash(text, group))]
        return slot.length == 0 ? nil : slot.value
    }

    /// Sets the number of a text.
    mutating func set(_ value: Int, _ text: Span<UInt8>, in group: Int) {
        let hash = TextCache.hash(text, group)
        let index = place(text, group, hash)
        if slots[index].length == 0 {
            count += 1
            slots[index] = Slot(hash: hash, group: group, start: bytes.count, length: text.count + 1)
            for at in text.indices { bytes.append(text[at]) }
        }
        slots[index].value = value
        if count * 2 > slots.count { grow() }
    }

    private func place(_ text: Span<UInt8>, _ group: Int, _ hash: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[index].length != 0, !holds(index, text, group, hash) {
            index = (index + 1) & (slots.count - 1)
        }
        return index
    }

    private func holds(_ index: Int, _ text: Span<UInt8>, _ group: Int, _ hash: UInt64) -> Bool {
        let slot = slots[index]
        guard slot.hash == hash, slot.group == group, slot.length == text.count + 1 else { return false }
        for at in text.indices where bytes[slot.start + at] != text[at] { return false }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.length != 0 {
            var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
            while slots[index].length != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }

    private static func hash(_ text: Span<UInt8>, _ group: Int) -> UInt64 {
        var hash = UInt64(bitPattern: Int64(group)) &* 0x9e37_79b9_7f4a_7c15 ^ 0xcbf2_9ce4_8422_2325
        for at in text.indices { hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 31)
    }
}
