package import Kernel

/// How a number is made that a report makes itself: a difference, a coefficient of correlation, a median, an index.
///
/// A figure leads to the page of its measure. Such a number is of several figures, so it leads to a page that says this
/// beside what the row shows.
package struct NumberMaking: Sendable {
    /// How it is reckoned and rounded, in a sentence for people.
    package let formula: Text
    /// The columns of the same table that it is reckoned from: none of what is counted itself; nil for all numbers of
    /// the row.
    package let inputs: [String]?
    /// The measures that it comes from, by name.
    package let measures: [String]
    /// The dated rules that it follows, by name, beside those of its measures.
    package let rules: [String]

    /// A making by its formula and what it rests on.
    package init(
        _ formula: Text,
        of inputs: [String]? = nil,
        measures: [String] = [],
        rules: [String] = []
    ) {
        self.formula = formula
        self.inputs = inputs
        self.measures = measures
        self.rules = rules
    }
}

/// What numbers of a row rest on and no column shows: a sum, how many were counted.
///
/// It does not pass disclosure control, so a report gives only what follows from what its reader sees anyway.
package struct NumberPart: Sendable {
    /// What it is.
    package let label: Text
    /// Its value, in units of 10^-`decimals`.
    package let value: Int
    /// The decimals.
    package let decimals: Int

    /// A part by what it is and its value.
    package init(_ label: Text, _ value: Int, decimals: Int = 0) {
        self.label = label
        self.value = value
        self.decimals = decimals
    }
}

extension ReportColumn {
    /// The column with how its numbers are made.
    package func made(_ making: NumberMaking) -> ReportColumn {
        var column = self
        column.making = making
        return column
    }
}
