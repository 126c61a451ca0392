internal import Frame
internal import Storage

/// A sealed text of a case: it has no words of its own and opens with a key of enough level only, so that no page,
/// file or log can show it by mistake.
struct CaseText: Sendable {
    private let sealed: [UInt8]
    private let tenant: TenantID
    private let place: SealedPlace
    private let caseID: Int
    private let need: CaseNeed

    /// A sealed text as it is stored.
    init(_ sealed: [UInt8], _ tenant: TenantID, at place: SealedPlace, of caseID: Int, _ need: CaseNeed) {
        self.sealed = sealed
        self.tenant = tenant
        self.place = place
        self.caseID = caseID
        self.need = need
    }

    /// The words; nil where the key is of another case or not enough, or where their time is over.
    func opened(_ key: CaseKey, _ connection: Connection) throws -> String? {
        guard key.caseID == caseID, key.opens(need), !sealed.isEmpty else { return nil }
        let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words as they are stored.
    static func seal(
        _ text: String,
        _ tenant: TenantID,
        at place: SealedPlace,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.seal(Array(text.utf8), tenant: tenant.rawValue, bound: place)
    }
}

extension SealedPlace {
    /// A column of a row with one id.
    static func row(_ table: String, _ column: String, _ tenant: TenantID, _ id: Int) -> SealedPlace {
        SealedPlace(table: table, column: column, key: tenant, id)
    }

    /// A column of a row with an id and a number under it.
    static func row(
        _ table: String,
        _ column: String,
        _ tenant: TenantID,
        _ id: Int,
        _ number: Int
    )
        -> SealedPlace
    {
        SealedPlace(table: table, column: column, key: tenant, id, number)
    }
}
