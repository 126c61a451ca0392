package import Frame
package import Storage

extension AuditTrail {
    /// All records that a filter lets through, the youngest first, without the pupils that they name.
    ///
    /// Read in pages, as one record may name thousands; the filter's own limit is of no account.
    package static func whole(
        _ tenant: TenantID,
        _ filter: AuditFilter,
        _ database: Database
    ) async throws -> [AuditRecord] {
        var (filter, found) = (filter, [AuditRecord]())
        filter.limit = 500
        while true {
            let records = try await list(tenant, filter, database)
            found += records.map(\.withoutPersons)
            guard records.count == filter.limit, let last = records.last else { return found }
            filter.before = last.seq
        }
    }

    /// All records that a filter lets through about somebody who goes by some numbers, each once, the youngest first.
    ///
    /// What was read of a pupil before two numbers became one stands under the number of then.
    package static func whole(
        _ tenant: TenantID,
        _ filter: AuditFilter,
        of pupils: [PupilID],
        _ database: Database
    ) async throws -> [AuditRecord] {
        var (filter, found) = (filter, [Int: AuditRecord]())
        for pupil in pupils {
            filter.person = pupil
            for record in try await whole(tenant, filter, database) { found[record.seq] = record }
        }
        return found.values.sorted { $0.seq > $1.seq }
    }
}
