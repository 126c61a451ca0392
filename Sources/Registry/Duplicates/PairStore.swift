package import Frame
import Kernel
package import Storage

/// The pairs of pupils who may be one person, as they are kept with what somebody said of them.
///
/// The head of this folder, which finds pairs by rows of registers alone and moves nothing. Joining two numbers and parting
/// them again touches facts and logs of imports, so it stands a target higher: `Duplicates` of `Exchange/Merging`.
package struct PairStore {
    private let desk: Desk
    private let connection: Connection

    /// The pairs of a desk's tenant.
    package init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// All pairs with some answers, in the order of their numbers.
    package func all(_ answers: Set<PairAnswer>) throws -> [PupilPair] {
        try connection.rows(
            """
            SELECT \(PupilPair.columns) FROM pupil_pair
            WHERE tenant_id = \(desk.tenant) AND answer IN (\(list: answers.map(\.rawValue).sorted()))
            ORDER BY pupil_id, other_id
            """,
            as: PupilPair.self
        )
    }

    /// One pair; nil where it is not kept.
    package func find(_ key: PupilPair.Key) throws -> PupilPair? {
        try connection.first(
            """
            SELECT \(PupilPair.columns) FROM pupil_pair
            WHERE tenant_id = \(desk.tenant) AND pupil_id = \(key.first) AND other_id = \(key.second)
            """,
            as: PupilPair.self
        )
    }

    /// How many wait for an answer.
    package func waiting() throws -> Int {
        try connection.value(
            "SELECT count(*) FROM pupil_pair WHERE tenant_id = \(desk.tenant) AND answer = 0",
            Int.self
        ) ?? 0
    }

    /// Keeps what whoever sits at the desk said of a pair, found or not, with the reason sealed.
    package func answer(_ key: PupilPair.Key, _ answer: PairAnswer, _ reason: String) throws {
        let place = PupilPair.place(key, desk.tenant)
        let tenant = desk.tenant.rawValue
        let sealed: [UInt8]? =
            try reason.isEmpty
            ? nil : connection.sealer.seal(Array(reason.utf8), tenant: tenant, bound: place)
        try connection.execute(
            """
            INSERT INTO pupil_pair (tenant_id, pupil_id, other_id, why, answer, found_on, answered_on,
                account_name, reason_sealed)
            VALUES (\(desk.tenant), \(key.first), \(key.second), 0, \(answer), \(desk.today), \(desk.today),
                \(desk.asker.name), \(sealed))
            ON CONFLICT (tenant_id, pupil_id, other_id) DO UPDATE SET answer = excluded.answer,
                answered_on = excluded.answered_on, account_name = excluded.account_name,
                reason_sealed = excluded.reason_sealed
            """
        )
    }

    /// Brings what is kept up to what is found now of some pupils, or of all.
    ///
    /// What somebody called two people stays, so that nobody is asked again.
    func settle(_ pupils: Set<PupilID>?) throws {
        var found = try PairFinder(tenant: desk.tenant, connection: connection).find(pupils)
        for pair in try all([.waiting, .two, .later]) {
            let why = found.removeValue(forKey: pair.key)
            guard pair.answer != .two else { continue }
            if let pupils, !pupils.contains(pair.key.first), !pupils.contains(pair.key.second) { continue }
            let row: SQL = """
                tenant_id = \(desk.tenant) AND pupil_id = \(pair.key.first) AND other_id = \(pair.key.second)
                """
            if let why {
                guard why != pair.why else { continue }
                try connection.execute("UPDATE pupil_pair SET why = \(why) WHERE \(row)")
            } else {
                try connection.execute("DELETE FROM pupil_pair WHERE \(row)")
            }
        }
        for (key, why) in found.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                """
                INSERT INTO pupil_pair (tenant_id, pupil_id, other_id, why, found_on)
                VALUES (\(desk.tenant), \(key.first), \(key.second), \(why), \(desk.today))
                """
            )
        }
    }
}

/// Looks for pairs among pupils whose registers changed, and among all once a day.
struct PairListener: ChangeListener {
    /// Of more pupils all are looked through at once.
    private static let most = 2_000

    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        guard notice.dayBegan || !notice.registered.isEmpty else { return }
        let isFew = !notice.dayBegan && notice.registered.count <= PairListener.most
        try PairStore(desk, connection).settle(isFew ? notice.registered : nil)
    }

    /// A day brings nothing of its own here: others want to be told of it.
    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool { false }

    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] { [] }
}
