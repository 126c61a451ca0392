import Frame
import Storage

/// Hands out new ids from blocks that grow, so that a file of many new rows asks the database seldom.
final class IDSource {
    private let database: Database
    private let tenant: TenantID
    /// What is left of the blocks; reading that goes on later takes from them first.
    var blocks: [String: Range<Int>] = [:]
    private var sizes: [String: Int] = [:]

    init(_ database: Database, _ tenant: TenantID) {
        self.database = database
        self.tenant = tenant
    }

    func next(_ kind: String) throws -> Int {
        if let block = blocks[kind], let id = block.first {
            blocks[kind] = block.dropFirst()
            return id
        }
        let size = min(1_024, sizes[kind, default: 4] * 4)
        sizes[kind] = size
        let block = try take(kind, size)
        blocks[kind] = block.dropFirst()
        return block.lowerBound
    }

    private func take(_ kind: String, _ count: Int) throws -> Range<Int> {
        let database = database
        let tenant = tenant.rawValue
        return try waiting {
            try await database.data.write { try $0.takeIds(tenant: tenant, kind: kind, count: count) }
        }
    }
}
