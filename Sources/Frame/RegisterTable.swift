package import Storage

/// A table of a register: rows with words that people may edit, each with an id and a version.
package struct RegisterTable: Sendable {
    /// The table's name.
    package let name: Name
    /// The columns of its key after `tenant_id`; a single `id` where it has one.
    package let key: [Name]
    /// The other columns, without `version`; a new one goes to the end, as logs and staged rows name them by their place.
    package let columns: [Name]
    /// Keys of names that the table got later: rows that were staged or logged before lack them.
    package let lateKeys: [NameKey]
    /// Columns whose stored form is sealed; they are compared by a blind index that is a column of its own.
    package let sealed: Set<Name>
    /// What the rows are called.
    package let noun: FactWords
    /// Columns of other tables that name a row of this one by its id: `pupil_id`.
    package let references: [Name]
    /// The tables in which those columns name its rows; nil where they do in all.
    private let referring: Set<Name>?

    /// A table of a register.
    ///
    /// Where another register's rows are named by a column that is called the same, `referring` says which tables mean this
    /// one.
    package init(
        _ name: Name,
        key: [Name] = ["id"],
        columns: [Name],
        lateKeys: [NameKey] = [],
        sealed: Set<Name> = [],
        noun: FactWords,
        references: [Name]? = nil,
        referring: Set<Name>? = nil
    ) {
        self.name = name
        self.key = key
        self.columns = columns
        self.lateKeys = lateKeys
        self.sealed = sealed
        self.noun = noun
        self.references = references ?? (key == ["id"] ? RegisterTable.usual(name) : [])
        self.referring = referring
    }

    /// Whether a column of a table names a row of this one by its id.
    package func isNamed(by column: Name, in table: Name) -> Bool {
        references.contains(column) && isNamed(in: table.text)
    }

    /// Whether ``references`` are meant in a table.
    package func isNamed(in table: String) -> Bool {
        referring?.contains { $0.text == table } ?? true
    }

    /// The keys that go with a name among some values and are not among them, by the places of their columns.
    package func missingKeys(_ values: [Int: Value]) -> [Int: Value] {
        var missing: [Int: Value] = [:]
        for key in lateKeys {
            guard let column = place(key.column), values[column] == nil, let name = place(key.name),
                case .text(let text)? = values[name]
            else { continue }
            missing[column] = key.value(of: text)
        }
        return missing
    }

    private func place(_ column: String) -> Int? { columns.firstIndex { $0.text == column } }

    /// Where its key names a pupil: that of pupils first, that of others where it has the column; nil where it names none.
    package var pupilPlace: Int? {
        let pupil = Dimension.pupil.column
        return references.contains(pupil) ? 0 : key.firstIndex(of: pupil)
    }

    /// The house's usual names of such columns: those of the dimensions, else the table's name with `_id`.
    private static func usual(_ name: Name) -> [Name] {
        switch name.text {
        case "class_group": [Dimension.classGroup.column]
        case "teaching_group": [Dimension.group.column]
        case "staff": ["staff_id", Dimension.teacher.column]
        default: [name.id]
        }
    }
}
