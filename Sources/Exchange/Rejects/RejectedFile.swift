import Frame
import Kernel
import Tabular

/// Rejected lines as a CSV file that can be mended and fed in again: the lines as they stood, under their own
/// headings, each with what is wrong and what to do behind it.
struct RejectedFile {
    let lines: [RejectedLine]
    /// The headings of each sheet, by its place.
    let headings: [SourcePlace: [String]]
    let language: Language
    /// Who takes it out, and when; nil where nobody has to know.
    var mark: Text?

    /// How many lines of the files it holds.
    var count: Int { Set(lines.map(\.source.wholeLine)).count }

    private static let reasons = [
        Text(lv: "Sekme: vieta", en: "Sekme: place"),
        Text(lv: "Sekme: vērtība", en: "Sekme: value"),
        Text(lv: "Sekme: kas nav kārtībā", en: "Sekme: what is wrong"),
        Text(lv: "Sekme: kā izlabot", en: "Sekme: what to do"),
    ]

    /// The file; it opens in a spreadsheet as well.
    func bytes() throws -> [UInt8] {
        let columns = common
        let writer = try CSVWriter(separator: .semicolon, byteOrderMark: true)
        let heads = (columns ?? []) + RejectedFile.reasons.map { $0[language] }
        try writer.begin(SheetLayout(name: "", headings: heads))
        for group in grouped() {
            // Where the sheets differ, lines under one heading would be shifted: then there are the reasons only.
            let cells = columns.map { columns in
                columns.indices.map { group.cells.indices.contains($0) ? group.cells[$0] : "" }
            }
            try writer.row(((cells ?? []) + reasons(group.lines)).map(TableCell.text))
        }
        if let mark { try writer.row([.text(FileRemark.line(mark[language]))]) }
        return try writer.finish()
    }

    /// The headings, where all lines stood under the same ones.
    private var common: [String]? {
        let sets = Set(lines.map { headings[$0.source.wholeSheet] ?? [] })
        guard sets.count == 1, let only = sets.first, !only.isEmpty else { return nil }
        return only
    }

    private struct Group {
        var cells: [String]
        var lines: [RejectedLine]
    }

    /// One group for each line of the files, in their order.
    private func grouped() -> [Group] {
        var groups: [SourcePlace: Group] = [:]
        for line in lines {
            let place = line.source.wholeLine
            groups[place, default: Group(cells: [], lines: [])].lines.append(line)
            if !line.cells.isEmpty { groups[place]?.cells = line.cells }
        }
        return groups.sorted { $0.key.packed < $1.key.packed }.map(\.value)
    }

    private func reasons(_ lines: [RejectedLine]) -> [String] {
        func joined(_ text: (RejectedLine) -> String) -> String {
            var seen: [String] = []
            for line in lines where !text(line).isEmpty && !seen.contains(text(line)) {
                seen.append(text(line))
            }
            return seen.joined(separator: "; ")
        }
        return [
            joined { $0.problem.place?.words[language] ?? "" },
            joined { $0.problem.value },
            joined { $0.problem.message[language] },
            joined { $0.problem.advice[language] },
        ]
    }
}

extension SourcePlace {
    /// The sheet of the place.
    var wholeSheet: SourcePlace { SourcePlace(file: file, sheet: sheet, line: 0) }
}
