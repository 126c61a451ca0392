package import Frame
package import Kernel

/// The end of a chain, written down outside the database: a line in a file, or on paper.
///
/// Who can rewrite the database can rewrite a whole chain; who holds an anchor sees it.
package struct AuditAnchor: Hashable, Sendable {
    /// The tenant.
    package let tenant: TenantID
    /// The number of the last record.
    package let seq: Int
    /// Its hash.
    package let hash: [UInt8]
    /// The day the anchor was made.
    package let day: Day

    /// An anchor.
    package init(tenant: TenantID, seq: Int, hash: [UInt8], day: Day) {
        self.tenant = tenant
        self.seq = seq
        self.hash = hash
        self.day = day
    }

    /// Reads the line `sekme-anchor TENANT SEQ HASH DATE`; nil where it is none.
    package init?(line: String) {
        let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count == 5, parts[0] == "sekme-anchor" else { return nil }
        guard let tenant = Int(parts[1]), let seq = Int(parts[2]), seq >= 0 else { return nil }
        guard let hash = Hexadecimal.bytes(parts[3]), hash.count == 32 else { return nil }
        guard let day = try? Parse.day(parts[4]) else { return nil }
        self.init(tenant: TenantID(rawValue: tenant), seq: seq, hash: hash, day: day)
    }

    /// Reads every anchor of a file; lines that are none are left out.
    package static func all(in text: String) -> [AuditAnchor] {
        text.split(whereSeparator: \.isNewline).compactMap { AuditAnchor(line: String($0)) }
    }

    /// The anchor as a line.
    package var line: String {
        "sekme-anchor \(tenant.rawValue) \(seq) \(Hexadecimal.text(hash)) \(day)"
    }
}
