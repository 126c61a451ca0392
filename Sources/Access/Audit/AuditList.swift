internal import Foundation
package import Frame
package import Kernel
package import Storage

/// Which records are wanted.
package struct AuditFilter: Hashable, Sendable {
    /// From this day on.
    package var from: Day?
    /// To the end of this day.
    package var to: Day?
    /// Done by an account, or through its eyes.
    package var account: AccountID?
    /// About a pupil.
    package var person: PupilID?
    /// A read of pages about a member of staff, and files of the pages.
    package var staff: StaffID?
    /// About a record and what is part of it: `case 5` finds `case 5 notes` too, and not `case 57`.
    package var record: String?
    /// Of one kind.
    package var kind: AuditKind?
    /// Older than a record: the next page of a list.
    package var before: Int?
    /// How many at most.
    package var limit = 100

    /// No condition.
    package init() {}
}

/// A record of the trail.
package struct AuditRecord: Hashable, Sendable, Readable {
    /// Its number in the chain.
    package let seq: Int
    /// When.
    package let at: Instant
    /// What was done, by its stored name: a later version may know more kinds.
    package let kind: String
    /// Who did it; 0 for the operator and for visitors.
    package let account: AccountID
    /// Whose eyes were borrowed.
    package let onBehalf: AccountID?
    /// To what.
    package let what: String
    /// Where.
    package let scope: Scope
    /// The pupils whose data were shown or changed.
    package private(set) var persons: [PupilID]

    /// Reads `seq` and the columns of the record.
    package init(row: inout Row) throws {
        seq = try row.next()
        let columns = try AuditColumns(row: &row)
        at = Instant(milliseconds: columns.at)
        kind = columns.kind
        account = AccountID(rawValue: columns.account)
        onBehalf = columns.behalf > 0 ? AccountID(rawValue: columns.behalf) : nil
        what = columns.what
        scope = columns.scope
        persons = columns.people.map { PupilID(rawValue: $0) }
    }

    /// The same without the pupils: lists tell of thousands, and many such records would fill the memory.
    var withoutPersons: AuditRecord {
        var record = self
        record.persons = []
        return record
    }

    /// What people call the kind.
    package var kindWords: Text { AuditKind(rawValue: kind)?.words ?? Text(same: kind) }

    /// The members of staff whom a page or its file told of; of files of reports the trail has their number only.
    package var staff: [StaffID] { told?.staff ?? [] }

    /// To what, without the numbers of the members of staff whom a page told of.
    package var place: String { told?.place ?? what }

    /// The parts of what was read, where it ends in members of staff: `/teachers/:teacher staff 3,5`.
    ///
    /// A page's file stands by the page's address. A report's file stands by the report's name, and what follows there
    /// is how many members of staff it has.
    private var told: (place: String, staff: [StaffID])? {
        guard kind == AuditKind.read.rawValue || kind == AuditKind.export.rawValue && what.hasPrefix("/"),
            let mark = what.range(of: AuditRecord.staffMark, options: .backwards)
        else { return nil }
        let numbers = what[mark.upperBound...].split(separator: ",").map { Int($0) }
        let ids = numbers.compactMap { $0 }
        guard !ids.isEmpty, ids.count == numbers.count else { return nil }
        return (String(what[..<mark.lowerBound]), ids.map { StaffID(rawValue: $0) })
    }

    /// What stands between a page and the members of staff whom it told of.
    package static let staffMark = " staff "
}

extension AuditTrail {
    /// The records of a tenant that a filter lets through, the youngest first.
    package static func list(
        _ tenant: TenantID,
        _ filter: AuditFilter,
        _ database: Database
    ) async throws -> [AuditRecord] {
        let query = query(tenant, filter)
        return try await database.audit.read { try $0.rows(query) }
    }

    static func query(_ tenant: TenantID, _ filter: AuditFilter) -> SQL {
        var conditions: [SQL] = ["tenant_id = \(tenant)"]
        if let from = filter.from { conditions.append("at >= \(from.start.milliseconds)") }
        if let to = filter.to { conditions.append("at < \((to + 1).start.milliseconds)") }
        if let account = filter.account {
            conditions.append("(account_id = \(account) OR behalf_id = \(account))")
        }
        if let kind = filter.kind { conditions.append("kind = \(kind)") }
        if let person = filter.person {
            // What is older is asked of the pupil's numbers alone: of the chain it would be read record by record.
            let before = filter.before ?? Int.max
            conditions.append(
                """
                seq IN (SELECT seq FROM audit_person
                    WHERE tenant_id = \(tenant) AND pupil_id = \(person) AND seq < \(before))
                """
            )
        } else if let before = filter.before {
            conditions.append("seq < \(before)")
        }
        if let record = filter.record {
            // No index has it: it is asked of the records of one pupil.
            let parts = "\(record) "
            conditions.append(
                "(what = \(record) OR substr(what, 1, length(\(parts))) = \(parts))"
            )
        }
        if let staff = filter.staff {
            // No index has them: a member of staff asks once in a great while, and numbers stand between commas.
            let (first, other) = ("\(AuditRecord.staffMark)\(staff.rawValue),", ",\(staff.rawValue),")
            conditions.append(
                "(kind = \(AuditKind.read) OR (kind = \(AuditKind.export) AND substr(what, 1, 1) = '/'))"
            )
            conditions.append(
                "replace(replace(what || ',', \(first), ''), \(other), '') <> what || ','"
            )
        }
        return """
            SELECT seq, \(AuditColumns.names) FROM audit_record
            WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY seq DESC LIMIT \(filter.limit)
            """
    }
}
