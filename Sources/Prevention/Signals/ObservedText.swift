internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What somebody noticed of a pupil, as it was opened: the code of the risk and the words.
///
/// Risks of the social environment, health, money and family are sealed with the words; those of learning and school,
/// which journals tell anyway, stand in a column of their own.
struct ObservedText: Equatable {
    let factor: String
    let text: String

    init(factor: String, text: String) {
        self.factor = factor
        self.text = text
    }

    /// A stored observation: the code that stands in the open, or none, and what was sealed.
    init(factor: String, opened: String) {
        guard factor.isEmpty, let end = opened.firstIndex(of: "\n") else {
            self.init(factor: factor, text: opened)
            return
        }
        // The line is the code and its words of then, for a person who reads what is kept of them.
        let code = opened[..<end].prefix { $0 != " " }
        self.init(factor: String(code), text: String(opened[opened.index(after: end)...]))
    }

    /// The code as it stands in the open; empty where it is sealed.
    var openFactor: String { isSealed ? "" : factor }

    /// What is sealed, with the words of the code.
    func sealedText(_ words: Text) -> String {
        isSealed ? "\(factor) \(words.lv)\n\(text)" : text
    }

    /// The group of a risk is the beginning of its code (``CodeLists/riskGroups``).
    private var isSealed: Bool { !factor.hasPrefix("1-") }
}

extension ObservedText {
    /// Where the sealed text of an observation is.
    static func place(_ pupil: PupilID, _ id: Int, _ tenant: TenantID) -> SealedPlace {
        SealedPlace(table: "risk_observation", column: "text_sealed", key: tenant, pupil, id)
    }

    /// Seals codes that were written in the open before they were sealed.
    static func sealOld(_ tenant: TenantID, _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT pupil_id, id, factor, text_sealed FROM risk_observation
            WHERE tenant_id = \(tenant) AND factor <> '' AND substr(factor, 1, 2) <> '1-' ORDER BY pupil_id, id
            """,
            PupilID.self,
            Int.self,
            String.self,
            [UInt8].self
        )
        guard !rows.isEmpty else { return }
        let lists = try CodeLists.load(tenant, connection)
        for (pupil, id, factor, sealed) in rows {
            let place = ObservedText.place(pupil, id, tenant)
            let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            let seen = ObservedText(factor: factor, text: String(decoding: bytes, as: UTF8.self))
            let text = seen.sealedText(lists.words(CodeLists.riskFactors, factor))
            let again = try connection.sealer.seal(
                Array(text.utf8),
                tenant: tenant.rawValue,
                bound: place
            )
            try connection.execute(
                """
                UPDATE risk_observation SET factor = '', text_sealed = \(again), version = version + 1
                WHERE tenant_id = \(tenant) AND pupil_id = \(pupil) AND id = \(id)
                """
            )
        }
    }
}
