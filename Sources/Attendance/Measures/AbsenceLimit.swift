internal import Frame
internal import Kernel
internal import Storage

/// How many unexcused lessons a term may have, by the regulation in force on the first day of each term.
struct AbsenceLimit {
    private let byTerm: [Int]

    init(_ year: SchoolYear, _ tenant: TenantID, _ connection: Connection) throws {
        byTerm = [20, 20]
    }

    /// The condition on the columns `term` and `lessons` that the limit is exceeded.
    var exceeded: SQL { "lessons > CASE term WHEN 1 THEN \(byTerm[0]) ELSE \(byTerm[1]) END" }

    /// What the limit is, in a sentence.
    func words(term: Int?) -> Text { Text(same: "") }
}
