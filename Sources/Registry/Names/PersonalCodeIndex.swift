package import Frame
package import Kernel
package import Storage

/// What personal codes are indexed for, so that somebody is found by a code that is nowhere kept in the clear.
package enum PersonalCodeIndex {
    /// Pupils.
    package static let pupil = "pupil.personal-code"
    /// Staff.
    package static let staff = "staff.personal-code"

    /// The keyed index of a personal code for a purpose, as registers keep it.
    package static func index(
        of code: PersonalCode,
        for purpose: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.blindIndex(code.normal, tenant: tenant.rawValue, purpose: purpose)
    }

    /// The pupil who has a personal code, by the number that counts; nil where nobody in the register has it.
    package static func findPupil(
        _ code: PersonalCode,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PupilID? {
        let index = try index(of: code, for: pupil, tenant, connection)
        return try connection.value(
            "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND code_index = \(index)",
            PupilID.self
        )
        .map { try PupilAliases.target(of: $0, tenant, connection) }
    }
}
