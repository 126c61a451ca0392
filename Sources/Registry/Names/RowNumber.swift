package import Frame

/// What Sekme itself calls a row in files, `sekme-BOARD-KIND-NUMBER`: it stays, whatever else of the row changes.
package struct RowNumber: Hashable, Sendable {
    /// The board that the number is of.
    package let tenant: TenantID
    /// The kind of the row, as the number has it.
    package let kind: String
    /// The row.
    package let id: Int

    /// The number of a row of a kind.
    package init(_ tenant: TenantID, _ kind: String, _ id: Int) {
        self.tenant = tenant
        self.kind = kind
        self.id = id
    }

    /// Reads a number, in letters of either size, its kind in small ones; nil where the text is none.
    package init?(_ text: String) {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == "sekme", let tenant = Int(parts[1]), let id = Int(parts[3]),
            tenant > 0, id > 0
        else { return nil }
        self.init(TenantID(rawValue: tenant), parts[2], id)
    }

    /// The number as files have it.
    package var text: String { "sekme-\(tenant.rawValue)-\(kind)-\(id)" }
}
