package import Kernel

/// Fields of which a file needs one, whichever: by what the pupils of its lines are found.
package struct ImportNeed: Sendable {
    /// The codes of the fields.
    package let fields: [String]
    /// What to do where none has a column, and why.
    package let words: Text
    /// A constant of mappings and the value with which none of them is needed.
    private let unless: (code: String, value: String)?

    /// A need, by what is said where nothing meets it.
    package init(_ fields: [String], _ words: Text, unless: (code: String, value: String)? = nil) {
        self.fields = fields
        self.words = words
        self.unless = unless
    }

    /// Whether some columns and constants, by the codes of fields, give one of the fields; those that are empty do not.
    package func isMet(_ columns: [String: String], _ constants: [String: String]) -> Bool {
        if let unless, constants[unless.code] == unless.value { return true }
        return fields.contains { field in
            !columns[field, default: ""].isEmpty || !constants[field, default: ""].isEmpty
        }
    }
}
