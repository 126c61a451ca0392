import Frame
import Kernel
import Storage

/// What is known of a batch before it is applied.
struct BatchHead: Sendable {
    let tenant: TenantID
    let importID: ImportID
    let format: String
    let mapping: Mapping
    let account: AccountID
    let accountName: String
    let startedAt: Instant
    let appliedAt: Instant
    let plan: ImportPlan
    let files: [FileMark]
    /// The names of each file's sheets.
    let sheets: [[String]]
    /// The institution whose data the batch is; 0 is the board.
    let institution: Int

    func insert(_ batch: BatchID, _ connection: Connection) throws {
        let term = mapping.constants["term"].flatMap { Int($0) } ?? 0
        try connection.execute(
            """
            INSERT INTO batch
            (tenant_id, id, import_id, format, mapping, year, term, account_id, account, started_at,
            applied_at, undone_at, undone_by, lines, added, changed, unchanged, removed, rejected, unmatched,
            institution_id)
            VALUES (\(tenant), \(batch), \(importID), \(format), \(try JSON.text(mapping)),
            \(mapping.constants["year"] ?? ""), \(term), \(account), \(accountName),
            \(startedAt.milliseconds), \(appliedAt.milliseconds), 0, 0, \(plan.lines), \(plan.added),
            \(plan.changed), \(plan.unchanged), \(plan.removed), \(plan.rejected), \(plan.unmatched), \(institution))
            """
        )
        for (number, file) in files.enumerated() {
            try connection.execute(
                """
                INSERT INTO batch_file (tenant_id, batch_id, file_no, name, sha256, bytes)
                VALUES (\(tenant), \(batch), \(number), \(file.name), \(file.sha256), \(file.bytes))
                """
            )
        }
        for (number, names) in sheets.enumerated() {
            for (sheet, name) in names.enumerated() where !name.isEmpty {
                try connection.execute(
                    """
                    INSERT INTO batch_sheet (tenant_id, batch_id, file_no, sheet_no, name)
                    VALUES (\(tenant), \(batch), \(number), \(sheet), \(name))
                    """
                )
            }
        }
    }
}

/// A file by its name, size and digest.
package struct FileMark: Sendable, Hashable, Codable {
    /// The name without its folder.
    package var name: String
    /// Its SHA-256 in hexadecimal.
    package var sha256: String
    /// Its size in bytes.
    package var bytes: Int
}
