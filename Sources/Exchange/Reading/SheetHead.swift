import Frame
import Kernel
import Tabular

/// The top of a sheet: its first rows and where its headings seem to be.
struct SheetHead: Sendable {
    let info: SheetInfo
    let rows: [TableRow]
    private(set) var guess: HeaderGuess?
    private let merged: [CellRange]

    init(_ info: SheetInfo, _ table: TableFile, _ file: String) throws {
        self.info = info
        do {
            rows = try table.sample(sheet: info.index, rows: 40).filter { row in
                !FileRemark.isSign(row.cells.first?.text ?? "")
            }
        } catch let fault as TabularFault where fault.code == .empty {
            rows = []
        }
        // Merged cells are known only after a whole sheet was read: for text there are none.
        merged = table.format == .csv ? [] : try table.merged(sheet: info.index)
        guess = HeaderFinder.find(rows: rows, merged: merged)
    }

    /// The headings found.
    var headings: [String] { guess?.headings ?? [] }

    /// The sheet with its headings where somebody says that they end; as it is where it has no such line.
    func headed(_ line: Int?) -> SheetHead {
        guard let line, let named = HeaderFinder.headings(at: line, rows: rows, merged: merged) else {
            return self
        }
        var head = self
        head.guess = named
        return head
    }
}

extension SourceFile {
    /// The sheets that a mapping reads, with the headings where it says that they are.
    ///
    /// A file with one sheet has nothing to choose from. Refuses where a workbook does not have the sheet named.
    func heads(_ mapping: Mapping) throws(Refusal) -> [SheetHead] {
        guard let name = mapping.sheet, sheets.count > 1 else {
            return sheets.map { $0.headed(mapping.headingLine) }
        }
        let named = sheets.filter { HeadingMatch.normal($0.info.name) == HeadingMatch.normal(name) }
        guard !named.isEmpty else {
            let seen = sheets.map(\.info.name).joined(separator: ", ")
            throw Refusal(
                .invalid,
                Text(
                    lv: "\(self.name): nav lapas „\(name)”. Failā ir lapas: \(seen).",
                    en: "\(self.name): there is no sheet “\(name)”. The file has these: \(seen)."
                ),
                advice: Text(
                    lv: "Izvēlieties lapu, kurā ir dati.",
                    en: "Choose the sheet that holds the data."
                )
            )
        }
        return named.map { $0.headed(mapping.headingLine) }
    }
}
