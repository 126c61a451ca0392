package import Frame
internal import Kernel
package import Storage

/// The vectors of measures that stand still, remembered while the data of a tenant do: whoever asks a page again, or
/// for a figure that another has just seen, is answered without reading it anew.
///
/// What a reader may see is decided after it, for each reader.
package final class FigureMemory: VectorMemory {
    private struct Key: Hashable {
        let tenant: TenantID
        let measure: String
        let selection: Selection
        let dimensions: [Dimension]
    }

    private let version: Disclosure.DataVersion
    private let vectors: Memory<Key, [MemberKey: Tally]>

    /// A memory with room for some tallies, each some 100 bytes.
    package init(room: Int = 400_000, version: @escaping Disclosure.DataVersion) {
        self.version = version
        vectors = Memory(room: room) { $0.count + 20 }
    }

    package func vector(
        _ measure: any Measure,
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        if let part = measure as? any PartOfMeasure {
            return try vector(part.whole, selection, over: dimensions, tenant: tenant, connection)
                .mapValues { part.part($0) }
        }
        guard measure.standsStill, let version = try version(tenant, connection) else {
            return try measure.vector(selection, over: dimensions, tenant: tenant, connection)
        }
        var asked = selection
        // These narrow no measure.
        asked.compared = []
        asked.institutions = []
        asked.years = []
        asked.day = nil
        let key = Key(tenant: tenant, measure: measure.name, selection: asked, dimensions: dimensions)
        return try vectors.value(key, version: version) {
            try measure.vector(selection, over: dimensions, tenant: tenant, connection)
        }
    }
}
