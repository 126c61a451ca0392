package import Tabular

/// A file as a format wants it, small enough to be read at a glance: invented schools, classes and pupils.
///
/// In their order the samples go into an empty board one after the other; a test does so.
package struct FormatSample: Sendable {
    /// The format.
    package let format: String
    /// The lines, with a semicolon between the values.
    ///
    /// The first line of a table has the codes of its fields, which are written as headings in a person's language; of
    /// other layouts every line is written as it stands.
    let text: String
    /// What has to be said with the file, as `--mapping` does.
    package var mapping: String?
    /// What has to be said with the file, as `--year`, `--term` and `--set` do.
    package var constants: [String: String] = [:]

    /// The kinds of files in which the format comes, the usual one first.
    package var kinds = TableFormat.allCases

    /// All samples, in the order in which they refer to each other.
    package static let all = registers + lessons + tests + plans

    /// The lines, cut into values.
    var rows: [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// What is written behind `sekme import FILE` for it.
    package var options: String {
        var words = mapping.map { ["--mapping \($0)"] } ?? []
        for (name, value) in constants.sorted(by: { $0.key < $1.key }) {
            let isOption = ["year", "term"].contains(name)
            words.append(isOption ? "--\(name) \(value)" : "--set \"\(name)=\(value)\"")
        }
        return words.joined(separator: " ")
    }
}
