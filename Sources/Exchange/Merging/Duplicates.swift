import Access
package import Frame
import Kernel
package import Registry
import Storage

/// Pupils who may be registered twice: what waits for an answer, what was answered, what was joined.
///
/// The door of this folder, for pages and commands. Here two numbers become one and are parted again, with facts, cells,
/// batches and logs of imports, which only this target writes. Who may be one person is found below, from registers alone:
/// ``PairStore`` of `Registry/Duplicates`.
package struct Duplicates: Sendable {
    private let desk: Desk

    /// What whoever sits at a desk may decide on.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// A pair with the names of the two.
    package struct Named: Sendable {
        /// The pair.
        package let pair: PupilPair
        /// The name of the one with the lower number.
        package let first: String
        /// The name of the other.
        package let second: String
    }

    /// A joining with the names of the two.
    package struct Joined: Sendable {
        /// The joining.
        package let merge: PupilMerge
        /// The name of the pupil whose number counts.
        package let pupil: String
        /// The name that the other number has.
        package let other: String
    }

    /// Everything that the list shows.
    package struct List: Sendable {
        /// The pairs: those that wait first, then those put off, then those that are two people.
        package let pairs: [Named]
        /// The joinings, the latest first.
        package let joined: [Joined]
    }

    /// The pairs and the joinings.
    package func list() async throws -> List {
        try desk.require(.mergePupils, in: .tenant)
        let desk = desk
        return try await desk.database.data.read { connection in
            let pairs = try PairStore(desk, connection).all([.waiting, .later, .two])
            let order: [PairAnswer] = [.waiting, .later, .two]
            let merges = try PupilMerges(desk.tenant, connection).all()
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: desk.today),
                connection
            )
            let pupils =
                pairs.flatMap { [$0.key.first, $0.key.second] } + merges.flatMap { [$0.pupil, $0.other] }
            // Loads the names together.
            _ = names.sorted(.pupil, Set(pupils.map(\.rawValue)))
            func name(_ pupil: PupilID) -> String { names.name(.pupil, pupil.rawValue).lv }
            return List(
                pairs: order.flatMap { answer in
                    pairs.filter { $0.answer == answer }
                        .map { Named(pair: $0, first: name($0.key.first), second: name($0.key.second)) }
                },
                joined: merges.map { Joined(merge: $0, pupil: name($0.pupil), other: name($0.other)) }
            )
        }
    }

    /// Two pupils side by side.
    package func compare(_ one: PupilID, _ other: PupilID) async throws -> PairComparison {
        try desk.require(.mergePupils, in: .tenant)
        let (desk, key) = (desk, PupilPair.Key(one, other))
        return try await desk.database.data.read { try PairComparison.load(key, desk, $0) }
    }

    /// One joining.
    package func joined(_ id: Int) async throws -> Joined {
        guard let found = try await list().joined.first(where: { $0.merge.id == id }) else {
            throw Refusal.noSuchPage
        }
        return found
    }

    /// Keeps what was said of two pupils: that they are two people, with the reason, or that it is put off.
    package func answer(
        _ one: PupilID,
        _ other: PupilID,
        _ answer: PairAnswer,
        reason: String
    ) async throws {
        let (desk, key) = (desk, PupilPair.Key(one, other))
        guard answer != .two || !reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            try desk.require(.mergePupils, in: .tenant)
            try PupilMergeRun.check(key.first, key.second, desk, connection)
            try PairStore(desk, connection).answer(key, answer, reason)
            try AuditTrail.queue(
                desk.event(.change, "pupil-pair \(answer)", persons: [key.first, key.second]),
                connection
            )
        }
    }
}
