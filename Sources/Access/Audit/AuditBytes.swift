internal import Crypto
internal import Frame
internal import Kernel
internal import Storage

/// The columns of a record that its hash covers, and the hash.
///
/// The order, the widths and the first byte are a format: old chains are verified by it for ever.
struct AuditBytes {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(256)
    }

    /// Writes a record anew: version, whole numbers in eight bytes each, then texts and persons with lengths.
    mutating func write(_ record: AuditColumns, tenant: Int, seq: Int) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(1)
        for number in [tenant, seq, record.at, record.account, record.behalf] { add(number) }
        for number in [record.institution, record.classGroup, record.pupil, record.owner] { add(number) }
        add(record.kind)
        add(record.what)
        add(record.persons.count)
        bytes.append(contentsOf: record.persons)
    }

    /// SHA-256 over the hash before and the bytes.
    func hash(after previous: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }

    /// What stands before the first record.
    static let origin = [UInt8](repeating: 0, count: 32)

    private mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }
}

/// A record as its columns hold it, without sequence number and hash.
struct AuditColumns: Readable {
    let at: Int
    let kind: String
    let account: Int
    let behalf: Int
    let what: String
    let institution: Int
    let classGroup: Int
    let pupil: Int
    let owner: Int
    /// Ids of pupils, eight bytes each, rising.
    let persons: [UInt8]

    /// The columns, in the order of `init(row:)`.
    static let names: SQL =
        "at, kind, account_id, behalf_id, what, institution_id, class_id, pupil_id, owner_id, persons"

    init(_ event: AuditEvent) {
        at = event.at.milliseconds
        kind = event.kind.rawValue
        account = event.account.rawValue
        behalf = event.onBehalf?.rawValue ?? 0
        what = SystemUser.marked(event.what, event.systemUser)
        institution = event.scope.institution?.rawValue ?? 0
        classGroup = event.scope.classGroup?.rawValue ?? 0
        pupil = event.scope.pupil?.rawValue ?? 0
        owner = event.scope.owner?.rawValue ?? 0
        persons = event.persons.flatMap { person in
            withUnsafeBytes(of: Int64(person.rawValue).bigEndian) { Array($0) }
        }
    }

    init(row: inout Row) throws {
        at = try row.next()
        kind = try row.next()
        account = try row.next()
        behalf = try row.next()
        what = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        pupil = try row.next()
        owner = try row.next()
        persons = try row.next()
    }

    /// The values, in the order of ``names``.
    var values: SQL {
        """
        \(at), \(kind), \(account), \(behalf), \(what), \(institution), \(classGroup), \(pupil), \(owner), \
        \(persons)
        """
    }

    /// The ids of the pupils.
    var people: [Int] {
        stride(from: 0, to: persons.count - 7, by: 8).map { start in
            persons[start..<start + 8].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    var scope: Scope {
        Scope(
            institution: institution > 0 ? InstitutionID(rawValue: institution) : nil,
            classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil,
            pupil: pupil > 0 ? PupilID(rawValue: pupil) : nil,
            owner: owner > 0 ? AccountID(rawValue: owner) : nil
        )
    }
}
