internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Puts codes of columns into words, by what their rooms say of them.
///
/// Files keep the code: another system may know it, and it is the same in every language.
struct CodeWords {
    private let codes: [String: ColumnCode.Source]
    private let lists: CodeLists
    private let risks: RiskRules

    /// The words of a house, as a tenant has them.
    init(_ desk: Desk, _ connection: Connection) throws {
        codes = Dictionary(
            desk.house.rooms.flatMap(\.codes).map { ("\($0.table).\($0.column)", $0.source) }
        ) { first, _ in first }
        lists = try CodeLists.load(desk.tenant, connection)
        risks = try RiskRules.load(desk.tenant, connection)
    }

    /// The value of a column in words; nil where it is no code, or one that nobody knows.
    func value(_ value: Value, in column: String, of table: String) -> PersonValue? {
        switch (codes["\(table).\(column)"], value) {
        case (.numbers(let words)?, .integer(let number)):
            return words(Int(number)).map { PersonValue($0, plain: String(number)) }
        case (.list(let list)?, .text(let code)): return PersonValue(lists.words(list, code), plain: code)
        case (.list(let list)?, .integer(let number)):
            return PersonValue(lists.words(list, String(number)), plain: String(number))
        case (.risks?, .text(let name)):
            return risks.latest(name).map { PersonValue($0.title, plain: name) }
        case (nil, .integer(let number)) where column.hasPrefix("is_"):
            let words = number == 0 ? Text(lv: "nē", en: "no") : Text(lv: "jā", en: "yes")
            return PersonValue(words, plain: String(number))
        default: return nil
        }
    }
}
