package import Kernel

/// What the codes of a column stand for, so that a person who asks what is kept of them reads words.
///
/// A room lists its own: the tables know numbers, and nobody outside the room knows what they mean.
package struct ColumnCode: Sendable {
    /// Where the words of a code come from.
    package enum Source: Sendable {
        /// The room itself, by number; nil where a number is none of the column's.
        case numbers(@Sendable (Int) -> Text?)
        /// The room itself, by the stable word that files carry; nil where a word is none of the column's.
        case texts(@Sendable (String) -> Text?)
        /// A code list of the tenant, by its name.
        case list(String)
        /// The rules of risk of the tenant, by their names.
        case risks
        /// The scales of marks of the tenant, by their codes.
        case scales
    }

    /// What somebody reads who may not know what a code says: words that leave it open, or nothing.
    package struct Veil: Sendable {
        /// The permission that shows the code's own words.
        package let permission: Permission
        /// The words of a number for those who lack it; nil where they are shown none.
        package let words: @Sendable (Int) -> Text?

        /// What is read without a permission.
        package init(_ permission: Permission, _ words: @escaping @Sendable (Int) -> Text? = { _ in nil }) {
            self.permission = permission
            self.words = words
        }
    }

    /// The table, or the format of files that writes its rows in words of its own: `mark`, `marks`.
    package let table: String
    /// The column, or the field of the format.
    package let column: String
    /// Where its words come from.
    package let source: Source
    /// What it is for those who may not know; nil where whoever sees the row may.
    package let veil: Veil?

    /// A column whose words come from somewhere.
    package init(_ table: String, _ column: String, _ source: Source, veil: Veil? = nil) {
        self.table = table
        self.column = column
        self.source = source
        self.veil = veil
    }

    /// A column with the numbers of an enumeration.
    package init<Code: RawRepresentable & Sendable>(
        _ table: String,
        _ column: String,
        veil: Veil? = nil,
        _ words: @escaping @Sendable (Code) -> Text
    ) where Code.RawValue == Int {
        self.init(
            table,
            column,
            .numbers { number in Code(rawValue: number).map { words($0) } },
            veil: veil
        )
    }
}
