package import Frame
package import Kernel

/// The rows of a comparison that its other rows are held against: the state's published numbers, then targets of plans.
///
/// A row is there only where something is known for one of the columns. Its numbers are public or decided, and none of
/// them is made of figures, so that they tell nothing of a hidden one.
package struct HeldAgainst: Sendable {
    /// A column by the unit of its measure, with what is known for it.
    package struct Column: Sendable {
        let unit: MeasureUnit
        let known: [Benchmark]

        /// A column.
        package init(_ unit: MeasureUnit, _ known: [Benchmark]) {
            self.unit = unit
            self.known = known
        }
    }

    /// Nothing known.
    package static let nothing = HeldAgainst([])

    /// A row for each of what the columns are held against.
    package let rows: [ReportRow]
    /// Where each of them was published or decided; nil without rows.
    package let sources: Text?

    /// The rows of some columns, in their order.
    ///
    /// Of two numbers of a column with the same words the first counts.
    package init(_ columns: [Column]) {
        let all = columns.flatMap { $0.known }
        var seen: Set<Text> = []
        let named = [Benchmark.Kind.state, .target].flatMap { kind in all.filter { $0.kind == kind } }
            .filter { seen.insert($0.words).inserted }
        rows = named.map { HeldAgainst.row($0, columns) }
        let told = named.map { one in
            HeldAgainst.told(one.words, all.filter { $0.words == one.words }.map(\.source))
        }
        sources = told.first.map { first in told.dropFirst().reduce(first) { $0 + Text(same: " ") + $1 } }
    }

    /// A number of a benchmark in the decimals that figures of a unit have.
    package static func cell(_ hundredths: Int, _ unit: MeasureUnit) -> ReportCell {
        let decimals =
            switch unit {
            case .count: 0
            case .share: 1
            case .mean: 2
            }
        guard decimals < 2 else { return .number(hundredths, decimals: decimals) }
        let number = Exact.divide(hundredths, by: 100, decimals: decimals)
        return number.map { .number($0, decimals: decimals) } ?? .unknown
    }

    /// A column's making, with that of the rows that are not counted.
    static func made(_ column: ReportColumn) -> ReportColumn {
        guard let making = column.making else { return column }
        return column.made(
            NumberMaking(
                making.formula + known,
                of: making.inputs,
                measures: making.measures,
                rules: making.rules
            )
        )
    }

    private static let known = Text(
        lv: """
             Valsts vērtība ir tāda, kāda publicēta, un mērķis – kāds noteikts apstiprinātajā plānā; avots ir zem tabulas \
            virsraksta.
            """,
        en: """
             The state's number is as it was published and a target as the approved plan sets it; the source stands under \
            the heading of the table.
            """
    )

    private static func row(_ one: Benchmark, _ columns: [Column]) -> ReportRow {
        let found = columns.map { column in
            column.known.first { $0.kind == one.kind && $0.words == one.words }
        }
        let cells = zip(columns, found).map { column, benchmark in
            benchmark.map { cell($0.hundredths, column.unit) } ?? .unknown
        }
        var row = ReportRow([.words(one.words)] + cells)
        row.benchmark = one.kind
        // A target may have more decimals than the column.
        row.parts = found.compactMap { benchmark in
            benchmark.map { NumberPart($0.source, $0.hundredths, decimals: 2) }
        }
        return row
    }

    private static func told(_ words: Text, _ sources: [Text]) -> Text {
        var seen: Set<Text> = []
        let sources = sources.filter { seen.insert($0).inserted }
        return Text(
            lv: "\(words.lv): \(sources.map(\.lv).joined(separator: "; ")).",
            en: "\(words.en): \(sources.map(\.en).joined(separator: "; "))."
        )
    }
}
