import Storage

/// A table of a register: rows with words that people may edit, each with an id and a version.
package struct RegisterTable: Sendable {
    /// The table's name.
    package let name: Name
    /// The columns of its key after `tenant_id`; a single `id` where it has one.
    package let key: [Name]
    /// The other columns, without `version`.
    package let columns: [Name]
    /// Columns whose stored form is sealed; they are compared by a blind index that is a column of its own.
    package let sealed: Set<Name>
    /// What the rows are called.
    package let noun: FactWords

    /// A table of a register.
    package init(
        _ name: Name,
        key: [Name] = ["id"],
        columns: [Name],
        sealed: Set<Name> = [],
        noun: FactWords
    ) {
        self.name = name
        self.key = key
        self.columns = columns
        self.sealed = sealed
        self.noun = noun
    }
}
