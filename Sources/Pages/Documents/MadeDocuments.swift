/// Files that were made lately: what many ask for at once is made once, as a program takes seconds.
actor MadeDocuments {
    /// The same page of the same date by the same program gives the same bytes.
    struct Key: Hashable {
        let program: String
        let page: [UInt8]
        let date: Int
    }

    /// Those of this process.
    static let shared = MadeDocuments(most: 64)

    private let most: Int
    private var made: [Key: Task<[UInt8], any Error>] = [:]
    /// The one asked for last stands last.
    private var order: [Key] = []

    init(most: Int) {
        self.most = most
    }

    /// The file of a key, made where it is not there; what fails is not kept.
    func file(
        _ key: Key,
        make: @escaping @Sendable () async throws -> [UInt8]
    ) async throws -> [UInt8] {
        let task = made[key] ?? Task { try await make() }
        made[key] = task
        order.removeAll { $0 == key }
        order.append(key)
        while order.count > most { made[order.removeFirst()] = nil }
        do {
            return try await task.value
        } catch {
            if made[key] == task {
                made[key] = nil
                order.removeAll { $0 == key }
            }
            throw error
        }
    }
}
