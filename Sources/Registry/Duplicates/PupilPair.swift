package import Frame
package import Kernel
package import Storage

/// Why two pupils may be one person.
package enum PairReason: Int, Sendable, CaseIterable {
    /// The code of the source of one is the personal code of the other.
    case code = 1
    /// One name, and personal codes that differ in one digit or in two that stand in each other's place.
    case similarCode = 2
    /// One name and one day of birth.
    case birthday = 4
    /// One name in one class, and one of the two has no personal code.
    case sameClass = 8

    /// What people read.
    package var words: Text {
        switch self {
        case .code: Text(lv: "vienāds personas kods", en: "the same personal code")
        case .similarCode:
            Text(
                lv: "vienāds vārds un gandrīz vienādi personas kodi",
                en: "the same name and almost the same personal code"
            )
        case .birthday:
            Text(lv: "vienāds vārds, uzvārds un dzimšanas datums", en: "the same name and day of birth")
        case .sameClass:
            Text(
                lv: "vienāds vārds vienā klasē, un vienam nav personas koda",
                en: "the same name in one class, and one of them has no personal code"
            )
        }
    }

    /// The sum of reasons, for whoever reads what is kept of them.
    static let column = ColumnCode("pupil_pair", "why", .numbers { PairReason.words($0) })

    /// The reasons in a stored sum.
    package static func all(in sum: Int) -> [PairReason] { allCases.filter { sum & $0.rawValue != 0 } }

    /// The reasons of a stored sum in one sentence.
    package static func words(_ sum: Int) -> Text {
        let all = all(in: sum)
        return Text(
            lv: all.map(\.words.lv).joined(separator: "; "),
            en: all.map(\.words.en).joined(separator: "; ")
        )
    }
}

/// What somebody said of a pair.
package enum PairAnswer: Int, Sendable, CaseIterable, SQLValue, SQLReadable {
    /// Nobody has said anything.
    case waiting = 0
    /// They are two people.
    case two = 1
    /// Somebody looked and could not tell yet.
    case later = 2

    /// What people read.
    package var words: Text {
        switch self {
        case .waiting: Text(lv: "gaida atbildi", en: "waits for an answer")
        case .two: Text(lv: "divi cilvēki", en: "two people")
        case .later: Text(lv: "atlikts", en: "put off")
        }
    }
}

/// Two pupils who may be one person; the one with the lower number is first.
package struct PupilPair: Sendable, Readable {
    /// Two numbers.
    package struct Key: Hashable, Comparable, Sendable {
        /// The lower number.
        package let first: PupilID
        /// The higher number.
        package let second: PupilID

        /// Two numbers in any order.
        package init(_ one: PupilID, _ other: PupilID) {
            first = min(one, other)
            second = max(one, other)
        }

        /// By the lower number, then by the higher one.
        package static func < (left: Key, right: Key) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// The two.
    package let key: Key
    /// The sum of the reasons.
    package let why: Int
    /// What somebody said.
    package let answer: PairAnswer
    /// Since when it is known.
    package let foundOn: Day
    /// When somebody answered; nil while nobody has.
    package let answeredOn: Day?
    /// Who answered.
    package let account: String
    private let sealed: [UInt8]?

    static let columns: SQL =
        "pupil_id, other_id, why, answer, found_on, answered_on, account_name, reason_sealed"

    /// Reads the columns.
    package init(row: inout Row) throws {
        key = Key(try row.next(), try row.next())
        why = try row.next()
        answer = try row.next()
        foundOn = try row.next()
        let answered: Day = try row.next()
        answeredOn = answered.number == 0 ? nil : answered
        account = try row.next()
        sealed = try row.next()
    }

    /// Why somebody said that they are two people; nil where nothing is kept, or the pass does not reach it.
    package func reason(
        _ pass: ReadingPass,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> String? {
        guard let sealed else { return nil }
        let text = RestrictedText(
            sealed: sealed,
            tenant: tenant,
            place: PupilPair.place(key, tenant),
            scope: .tenant
        )
        return try text.opened(pass, connection)
    }

    static func place(_ key: Key, _ tenant: TenantID) -> SealedPlace {
        SealedPlace(
            table: "pupil_pair",
            column: "reason_sealed",
            key: tenant,
            key.first,
            key.second
        )
    }
}
