import Frame
package import Kernel
import Tabular

/// Which column is which field of a format, as a person is asked to confirm it.
package struct MappingGuess: Sendable {
    /// The headings of the sheet, in order.
    package let headings: [String]
    /// Every field of the format.
    package let fields: [FieldGuess]
    /// Headings that the mapping names and the sheet does not have.
    package let absent: [String]

    /// A field and the column that seems to be it.
    package struct FieldGuess: Sendable {
        /// The stable code.
        package let code: String
        /// What people call it.
        package let title: Text
        /// Whether the format cannot do without.
        package let isRequired: Bool
        /// The column from 0, or nil where none was found.
        package let column: Int?
        /// How sure the guess is: 100 where it was said or the heading is the field's own.
        package let confidence: Int
        /// The value that stands for a column, where one was given.
        package let constant: String
        /// The first values of the column.
        package let samples: [String]
    }

    /// The column of each field, or -1.
    var columns: [Int] { fields.map { $0.column ?? -1 } }
    /// The constant of each field, or nothing.
    var constants: [String] { fields.map(\.constant) }
    /// Required fields that have neither column nor constant.
    package var missing: [FieldGuess] {
        fields.filter { $0.isRequired && $0.column == nil && $0.constant.isEmpty }
    }
}

extension MappingGuess {
    /// Finds the columns of a sheet by what the mapping says, else by the known headings.
    init(_ fields: [ImportField], _ mapping: Mapping, _ head: SheetHead) {
        let headings = head.headings
        let normal = headings.map(HeadingMatch.normal)
        var taken: Set<Int> = []
        var found: [Int: (column: Int, confidence: Int)] = [:]
        var absent: [String] = []
        for (index, field) in fields.enumerated() {
            // An empty name says that no column is the field.
            guard let said = mapping.columns[field.code], !said.isEmpty else { continue }
            guard let column = MappingGuess.said(said, normal, taken) else {
                absent.append(said)
                continue
            }
            found[index] = (column, 100)
            taken.insert(column)
        }
        // Exact headings of all fields come before looser likeness of any, or an early field would take the
        // column that is a later one's own.
        for likeness in [Likeness.same, .withRemark, .lastPart] {
            for (index, field) in fields.enumerated() where found[index] == nil {
                guard mapping.columns[field.code] == nil else { continue }
                let hits = normal.indices.filter { column in
                    !taken.contains(column) && likeness.holds(field, headings[column], normal[column])
                }
                guard let column = hits.first, hits.count == 1 || !likeness.mustBeOnly else { continue }
                found[index] = (column, hits.count == 1 ? likeness.confidence : 50)
                taken.insert(column)
            }
        }
        self.headings = headings
        self.absent = absent
        self.fields = fields.enumerated().map { index, field in
            let column = found[index]?.column
            return FieldGuess(
                code: field.code,
                title: field.title,
                isRequired: field.isRequired,
                column: column,
                confidence: found[index]?.confidence ?? 0,
                constant: mapping.constants[field.code] ?? "",
                samples: column.map { head.values(of: $0) } ?? []
            )
        }
    }

    /// A column by its heading as saved; `#3` is the third column, for sheets with headings that repeat.
    private static func said(_ heading: String, _ normal: [String], _ taken: Set<Int>) -> Int? {
        if heading.hasPrefix("#"), let number = Int(heading.dropFirst()), number > 0 { return number - 1 }
        let wanted = HeadingMatch.normal(heading)
        return normal.indices.first { normal[$0] == wanted && !taken.contains($0) }
    }

    private enum Likeness {
        case same
        case withRemark
        case lastPart

        var confidence: Int {
            switch self {
            case .same: 100
            case .withRemark: 80
            case .lastPart: 70
            }
        }

        /// Under several groups the same heading stands for several things, and no order tells which is meant.
        var mustBeOnly: Bool { self == .lastPart }

        func holds(_ field: ImportField, _ heading: String, _ normal: String) -> Bool {
            guard !normal.isEmpty else { return false }
            switch self {
            case .same: return field.names.contains(normal)
            case .withRemark: return Likeness.isBare(heading, field, but: normal)
            case .lastPart:
                // "Ieraksts / Datums" is "Datums" under a heading over several columns.
                guard let group = heading.ranges(of: " / ").last else { return false }
                let last = String(heading[group.upperBound...])
                return field.names.contains(HeadingMatch.normal(last))
                    || Likeness.isBare(last, field, but: normal)
            }
        }

        /// Whether it is the field but for a remark in brackets, as "Klase" with its year.
        private static func isBare(_ heading: String, _ field: ImportField, but normal: String) -> Bool {
            let bare = HeadingMatch.normal(String(heading.prefix { $0 != "(" && $0 != "[" }))
            return !bare.isEmpty && bare != normal && field.names.contains(bare)
        }
    }
}

extension SheetHead {
    /// The first values of a column under the headings.
    fileprivate func values(of column: Int) -> [String] {
        let below = rows.filter { $0.line > (guess?.line ?? 0) }
        return Array(below.lazy.map { $0[column].text }.filter { !$0.isEmpty }.prefix(3))
    }
}
