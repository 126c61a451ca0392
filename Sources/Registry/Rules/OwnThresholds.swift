package import Frame
package import Kernel
package import Storage

/// Thresholds of institutions that have their own, beside that of the rule; rules name them by registration number.
package struct OwnThresholds: Sendable {
    private let byInstitution: [InstitutionID: Int]

    /// The institutions of the register that a rule gives thresholds of their own.
    package init(_ overrides: [String: Int]?, _ tenant: TenantID, _ connection: Connection) throws {
        guard let overrides, !overrides.isEmpty else {
            byInstitution = [:]
            return
        }
        let rows = try connection.rows(
            "SELECT id, reg_no FROM institution WHERE tenant_id = \(tenant) AND reg_no <> '' ORDER BY id",
            InstitutionID.self,
            String.self
        )
        byInstitution = rows.reduce(into: [:]) { own, row in own[row.0] = overrides[row.1] }
    }

    /// The threshold of an institution; nil where it is that of the rule.
    package subscript(institution: InstitutionID) -> Int? { byInstitution[institution] }

    /// The threshold that holds by the column `institution_id`.
    package func sql(else usual: Int) -> SQL {
        guard !byInstitution.isEmpty else { return "\(usual)" }
        let cases = byInstitution.sorted { $0.key.rawValue < $1.key.rawValue }.map { own -> SQL in
            "WHEN \(own.key) THEN \(own.value)"
        }
        return "CASE institution_id \(SQL.joined(cases, by: " ")) ELSE \(usual) END"
    }

    /// A sentence with the institutions of a selection that have a threshold of their own; nil where none has.
    package func words(
        _ selection: Selection,
        _ names: any MemberNames,
        _ threshold: (Int) -> Text
    ) -> Text? {
        let shown = byInstitution.keys.filter { institution in
            guard selection.institution.map({ $0 == institution }) ?? true else { return false }
            return selection.reach.everything || selection.institution != nil
                || selection.reach.institutions.contains(institution)
        }
        let parts = names.sorted(.institution, Set(shown.map(\.rawValue))).compactMap { id -> Text? in
            byInstitution[InstitutionID(rawValue: id)].map { own in
                names.name(.institution, id) + Text(same: " – ") + threshold(own)
            }
        }
        guard let first = parts.first else { return nil }
        let list = parts.dropFirst().reduce(first) { $0 + Text(same: ", ") + $1 }
        return Text(lv: "Savs slieksnis ir noteikts: ", en: "A threshold of its own has: ") + list
            + Text(same: ".")
    }
}

extension RuleField {
    /// The question for institutions that have a threshold of their own.
    static func ownThresholds(_ range: ClosedRange<Int>) -> RuleField {
        RuleField(
            "overrides",
            Text(lv: "Iestādes ar savu slieksni", en: "Institutions with a threshold of their own"),
            .pairs(
                key: RuleField(
                    "institution",
                    Text(lv: "Reģistrācijas numurs", en: "Registration number"),
                    .sign
                ),
                value: RuleField("own", Text(lv: "Slieksnis", en: "Threshold"), .whole(range))
            ),
            isOptional: true
        )
    }
}
