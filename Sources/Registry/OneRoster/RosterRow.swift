import Foundation
package import Frame
import Kernel
import Tabular

/// A line of a file of OneRoster by its headings, in whatever order they are and whatever else there is.
package struct RosterRow {
    /// The line.
    package let line: MappedLine
    /// The columns by heading in small letters.
    package let columns: [String: Int]

    /// A line under headings.
    package init(_ line: MappedLine, _ columns: [String: Int]) {
        self.line = line
        self.columns = columns
    }

    /// An identifier as it is compared: systems write the same GUID in either case, with braces or without.
    package static func key(_ text: String) -> String {
        text.trimmingCharacters(in: RosterRow.around).lowercased()
    }

    /// Eight bytes of an identifier (FNV-1a), to tell whether it came before.
    package static func digest(_ key: String) -> UInt64 {
        key.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static let around = CharacterSet(charactersIn: "{}").union(.whitespacesAndNewlines)

    /// The place of the line.
    package var place: SourcePlace { line.place }

    /// The text under a heading without blanks around it; empty where there is none.
    package func text(_ heading: String) -> String {
        guard let column = columns[heading.lowercased()] else { return "" }
        return line.cell(column).text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// An identifier as it is compared.
    package func key(_ heading: String) -> String { RosterRow.key(text(heading)) }

    /// A list in one cell.
    package func list(_ heading: String) -> [String] {
        text(heading).split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    /// The place of a heading's cell.
    package func place(_ heading: String) -> SourcePlace {
        line.place(ofColumn: columns[heading.lowercased()] ?? -1)
    }

    /// A column that Sekme adds for itself: what OneRoster has no place for.
    package func own(_ name: String) -> String { text("metadata.sekme\(name)") }

    /// Whether the source says that the row is gone.
    package var isDeleted: Bool { text("status").lowercased() == "tobedeleted" }

    /// The grade of a list of exactly one, 1 to 12; nil otherwise.
    package var grade: Int? {
        let grades = list("grades")
        guard grades.count == 1, let grade = Int(grades[0]), (1...12).contains(grade) else { return nil }
        return grade
    }
}
