import Storage

/// Indexes of the later words of folded names, so that a forename alone finds somebody among hundreds of thousands.
///
/// What is left of a name behind its first word is told by an expression that both engines have: `ltrim` takes
/// away characters of the name that are no blank, and then blanks. A surname may have two words and a forename two.
enum NameIndexes {
    /// A folded name from its first, second, third and fourth word on.
    static func tails(of column: SQL) -> [SQL] {
        var tails = [column]
        for _ in 0..<3 {
            tails.append("ltrim(ltrim(\(tails[tails.count - 1]), replace(\(column), ' ', '')))")
        }
        return tails
    }

    static let migration = Migration(
        id: "2026-11-name-indexes",
        tables: [],
        sql: """
            CREATE INDEX pupil_second ON pupil (
                tenant_id, (ltrim(ltrim(search_key, replace(search_key, ' ', '')))));
            CREATE INDEX pupil_third ON pupil (
                tenant_id, (ltrim(ltrim(ltrim(ltrim(search_key, replace(search_key, ' ', ''))),
                replace(search_key, ' ', '')))));
            CREATE INDEX pupil_fourth ON pupil (
                tenant_id, (ltrim(ltrim(ltrim(ltrim(ltrim(ltrim(search_key, replace(search_key, ' ', ''))),
                replace(search_key, ' ', ''))), replace(search_key, ' ', '')))));
            CREATE INDEX staff_second ON staff (
                tenant_id, (ltrim(ltrim(search_key, replace(search_key, ' ', '')))));
            CREATE INDEX staff_third ON staff (
                tenant_id, (ltrim(ltrim(ltrim(ltrim(search_key, replace(search_key, ' ', ''))),
                replace(search_key, ' ', '')))));
            CREATE INDEX staff_fourth ON staff (
                tenant_id, (ltrim(ltrim(ltrim(ltrim(ltrim(ltrim(search_key, replace(search_key, ' ', ''))),
                replace(search_key, ' ', ''))), replace(search_key, ' ', '')))));
            """
    )
}
