package import Kernel

/// What the rows of a table are called where changes are counted.
package struct FactWords: Sendable {
    /// The rows: "vērtējumi", "marks".
    package let plural: Text
    /// The noun beside a number.
    package let noun: Noun

    /// The words for rows.
    package init(_ plural: Text, _ noun: Noun) {
        self.plural = plural
        self.noun = noun
    }
}
