internal import Synchronization

/// Values that are dear to make, remembered while the data that they are made of stand still.
///
/// Who asks for a value that somebody else is making waits for it. Of more than there is room for, those that were
/// not asked for the longest are forgotten.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let room: Int
    private let weigh: @Sendable (Value) -> Int
    private let uses = Mutex(Uses())

    /// A memory with room for values of some weight together.
    init(room: Int, weigh: @escaping @Sendable (Value) -> Int) {
        self.room = room
        self.weigh = weigh
    }

    private final class Shelf: Sendable {
        let kept = Mutex<(version: String, value: Value)?>(nil)
    }

    private struct Use {
        let shelf: Shelf
        var last: Int
        var weight = 0
    }

    private struct Uses {
        var byKey: [Key: Use] = [:]
        var clock = 0
        var weight = 0
    }

    /// The value of a key for a version of the data, made where it is not known.
    func value(_ key: Key, version: String, make: () throws -> Value) throws -> Value {
        let shelf = shelf(key)
        let (value, isNew) = try shelf.kept.withLock { kept in
            if let kept, kept.version == version { return (kept.value, false) }
            let value = try make()
            kept = (version, value)
            return (value, true)
        }
        if isNew { settle(key, weigh(value)) }
        return value
    }

    private func shelf(_ key: Key) -> Shelf {
        uses.withLock { uses in
            uses.clock += 1
            let shelf = uses.byKey[key]?.shelf ?? Shelf()
            uses.byKey[key, default: Use(shelf: shelf, last: 0)].last = uses.clock
            return shelf
        }
    }

    private func settle(_ key: Key, _ weight: Int) {
        uses.withLock { uses in
            uses.weight += weight - (uses.byKey[key]?.weight ?? weight)
            uses.byKey[key]?.weight = weight
            while uses.weight > room, let oldest = uses.byKey.min(by: { $0.value.last < $1.value.last }) {
                uses.weight -= oldest.value.weight
                uses.byKey[oldest.key] = nil
            }
        }
    }
}
