internal import Synchronization

/// The keys of a database.
///
/// Transactions seal and open through ``Connection/sealer``.
public final class Sealer: Sendable {
    private let current: Mutex<MasterKey>
    private let data: any Pool
    /// Committed keys only: one that a transaction made and then took back would seal for ever.
    private let rings = Mutex<[Int: KeyRing]>([:])

    init(_ master: MasterKey, data: any Pool) {
        current = Mutex(master)
        self.data = data
    }

    /// The master key.
    var master: MasterKey { current.withLock { $0 } }

    /// Takes the key of a rotation.
    func replace(_ key: MasterKey) {
        current.withLock { $0 = key }
    }

    /// The name of the key in the key file: what to look for when the file is lost.
    public var masterKeyId: String { master.id }

    func known(_ tenant: Int) -> KeyRing? {
        rings.withLock { $0[tenant] }
    }

    func remember(_ ring: KeyRing, _ tenant: Int) {
        guard !ring.isEmpty else { return }
        rings.withLock { $0[tenant] = ring }
    }

    /// Reads the keys in a transaction of its own, for a transaction that cannot see their table.
    func readNow(_ tenant: Int) throws -> KeyRing {
        try data.readNow(Connection.Context(store: .data, sealer: nil)) { [master] connection in
            try KeyTable.ring(tenant, connection, master)
        }
    }

    /// Makes the first key in a transaction of its own, for a transaction that cannot write its table.
    func makeNow(_ tenant: Int) throws -> KeyRing {
        try data.writeNow(Connection.Context(store: .data, writable: true, sealer: nil)) {
            [master] connection in
            try KeyTable.ringOrFirst(tenant, connection, master)
        }
    }
}
