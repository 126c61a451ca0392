internal import Frame
internal import Storage

/// What a sealed text of a meeting asks of its reader.
enum MeetingNeed: Hashable, Sendable {
    /// Being asked to the meeting, or leading it.
    case meeting(Int)
    /// Working with the pupil whom an item is about.
    case item(Int)
    /// Working with a pupil.
    case pupil(PupilID)
}

/// A sealed text of a meeting: it has no words of its own and opens with a key that meets its need only.
struct MeetingText: Sendable {
    private let sealed: [UInt8]
    private let tenant: TenantID
    private let place: SealedPlace
    private let need: MeetingNeed

    /// A sealed text as it is stored.
    init(_ sealed: [UInt8], _ tenant: TenantID, at place: SealedPlace, _ need: MeetingNeed) {
        self.sealed = sealed
        self.tenant = tenant
        self.place = place
        self.need = need
    }

    /// The words; nil where the key is another's.
    func opened(_ key: some MeetingOpener, _ connection: Connection) throws -> String? {
        guard key.opens(need) else { return nil }
        let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words as they are stored in a column of a row.
    static func seal(
        _ text: String,
        _ table: String,
        _ column: String,
        _ id: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.seal(
            Array(text.utf8),
            tenant: tenant.rawValue,
            bound: SealedPlace(table: table, column: column, key: tenant, id)
        )
    }
}

/// Something that opens texts: only the gate makes one.
protocol MeetingOpener {
    /// Whether a need is met.
    func opens(_ need: MeetingNeed) -> Bool
}
