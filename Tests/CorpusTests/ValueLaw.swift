import Exchange
import Foundation
import Frame
import Kernel
import Tabular

/// What is told of a cell that holds something says what it holds: whoever mends the file looks for that.
enum ValueLaw {
    /// Findings that do not tell it, in words.
    static func broken(_ findings: [Finding], _ bytes: [UInt8], _ name: String) throws -> [String] {
        guard findings.contains(where: { $0.source.column > 0 && $0.problem.value.isEmpty }) else {
            return []
        }
        var cells: [Int: [String]] = [:]
        try TableFile(bytes: bytes, name: name).rows { row in
            cells[row.line] = row.cells.map(\.text)
            return true
        }
        return findings.filter { finding in
            let (column, line) = (finding.source.column - 1, cells[finding.source.line] ?? [])
            guard line.indices.contains(column), finding.problem.value.isEmpty else { return false }
            return !line[column].trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
        }
        .map(Corpus.words)
    }
}
