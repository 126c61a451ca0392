import Frame
import Kernel
import Storage

/// The rejected lines of an import, sealed in the `state` store.
struct RejectStore {
    let tenant: TenantID
    let importID: Int

    /// Appends lines behind those that are there.
    func append(_ lines: [RejectedLine], _ connection: Connection) throws {
        var number = try last(connection)
        let columns = ["tenant_id", "import_id", "row_no", "kind", "code", "source", "detail"]
        let rows = try lines.map { line in
            number += 1
            return (number, line, try seal(line, number, connection))
        }
        _ = try connection.load("rejected_row", columns) { loader in
            for (number, line, detail) in rows {
                loader.add(tenant.rawValue)
                loader.add(importID)
                loader.add(number)
                loader.add(line.kind.rawValue)
                loader.add(line.problem.code)
                loader.add(line.source.packed)
                loader.add(detail)
                loader.endRow()
            }
        }
    }

    /// The number of the line that was kept last; 0 where none was.
    func last(_ connection: Connection) throws -> Int {
        try connection.value(
            """
            SELECT coalesce(max(row_no), 0) FROM rejected_row
            WHERE tenant_id = \(tenant) AND import_id = \(importID)
            """,
            Int.self
        ) ?? 0
    }

    /// Lines in the order in which they were found, from the first on, those of one kind left out where it is given.
    func lines(
        limit: Int = .max,
        besides: RejectedLine.Kind? = nil,
        _ connection: Connection
    ) throws -> [RejectedLine] {
        let sealer = connection.sealer
        var out: [RejectedLine] = []
        try connection.each(
            """
            SELECT row_no, kind, code, source, detail FROM rejected_row
            WHERE tenant_id = \(tenant) AND import_id = \(importID) AND kind <> \(besides?.rawValue ?? 0)
            ORDER BY row_no LIMIT \(limit)
            """
        ) { row in
            let number = try row.next(Int.self)
            let kind = try row.next(Int.self)
            let code = try row.next(String.self)
            let source = try row.next(Int.self)
            let detail = try sealer.open(
                row.next([UInt8].self),
                tenant: tenant.rawValue,
                bound: place(number)
            )
            guard let line = RejectedLine(kind: kind, code: code, source: source, detail) else {
                throw StagingFault.damagedPiece
            }
            out.append(line)
        }
        return out
    }

    /// Forgets all lines.
    func clear(_ connection: Connection) throws {
        try trim(after: 0, connection)
    }

    /// Forgets the lines behind a number.
    func trim(after last: Int, _ connection: Connection) throws {
        try connection.execute(
            """
            DELETE FROM rejected_row
            WHERE tenant_id = \(tenant) AND import_id = \(importID) AND row_no > \(last)
            """
        )
    }

    private func seal(_ line: RejectedLine, _ number: Int, _ connection: Connection) throws -> [UInt8] {
        try connection.sealer.seal(line.bytes, tenant: tenant.rawValue, bound: place(number))
    }

    private func place(_ number: Int) -> SealedPlace {
        SealedPlace(table: "rejected_row", column: "detail", key: tenant, importID, number)
    }
}
