import Exchange
import Frame
import Kernel
import Pages

/// The rows behind a figure that its reader may see, some hundreds at a time.
struct FigureRows {
    let made: FigureMade
    let unit: MeasureUnit
    /// The page's own address, from which the other rows are reached.
    let address: Address

    /// What an address calls the part of the rows that is shown.
    static let leaf = "rows"

    func html(_ language: Language) -> HTML {
        guard !made.rows.isEmpty else { return "" }
        let caption = Text(lv: "Rindas, no kurām skaitlis veidots", en: "The rows behind the number")
        let batches = Dictionary(made.batches.map { ($0.id, $0) }) { first, _ in first }
        let columns = columns
        var table = DataTable(
            id: "rows",
            language,
            caption: caption[language],
            columns: columns.map { DataTable.Column($0.heading[language], $0.kind) },
            rows: made.rows.map { row in
                DataTable.Row(columns.map { $0.cell(row, batches[row.batch], language) })
            }
        )
        table.hasTools = true
        table.isWide = columns.count > FigureRows.width
        if made.leaf.count > 1 { table.pagination = pagination(language) }
        if made.leaf.isCut {
            let most = made.leaf.all
            table.notes = [
                Text(
                    lv: "Rindu ir vairāk; rādītas pirmās \(Format(.lv).integer(most)).",
                    en: "There are more rows; the first \(Format(.en).integer(most)) are shown."
                )[language]
            ]
        }
        return table.html
    }

    /// So many columns a page has room for.
    private static let width = 6

    private func pagination(_ language: Language) -> Pagination {
        let (format, leaf, address) = (Format(language), made.leaf, self.address)
        let (first, last) = (format.integer(leaf.rows.lowerBound + 1), format.integer(leaf.rows.upperBound))
        let all = format.integer(leaf.all)
        let words = Text(lv: "\(first).–\(last). rinda no \(all)", en: "rows \(first) to \(last) of \(all)")
        return Pagination(language, page: leaf.number, of: leaf.count, words: words[language]) {
            address.adding(FigureRows.leaf, String($0))
        }
    }

    // MARK: Columns

    private struct Column {
        let heading: Text
        let kind: DataTable.Column.Kind
        let cell: (EvidenceRow, SourceBatch?, Language) -> DataTable.Cell

        init(
            _ heading: Text,
            _ kind: DataTable.Column.Kind = .text,
            _ cell: @escaping (EvidenceRow, SourceBatch?, Language) -> DataTable.Cell
        ) {
            self.heading = heading
            self.kind = kind
            self.cell = cell
        }
    }

    private var columns: [Column] { whose + record + parts + source }

    private var record: [Column] {
        [
            Column(Text(lv: "Ieraksts", en: "Record")) { row, _, language in .words(row.words[language]) },
            Column(Text(lv: "Diena", en: "Day"), .number) { row, _, language in
                .words(row.day.map { Format(language).day($0) } ?? "")
            },
        ]
    }

    /// Whose the rows are, as far as any of them says it.
    private var whose: [Column] {
        let people = made.people
        var columns: [Column] = []
        if people.hasPupils {
            columns.append(
                Column(Text(lv: "Izglītojamais", en: "Pupil")) { row, _, language in
                    FigureRows.named(people.pupil(row), language)
                }
            )
        }
        if people.hasClasses {
            columns.append(
                Column(Text(lv: "Klase", en: "Class")) { row, _, language in
                    FigureRows.named(people.classGroup(row), language)
                }
            )
        }
        if people.hasSubjects {
            columns.append(
                Column(Text(lv: "Mācību priekšmets", en: "Subject")) { row, _, language in
                    .words(people.subject(row)?[language] ?? "")
                }
            )
        }
        return columns
    }

    private static func named(_ named: FigurePeople.Named?, _ language: Language) -> DataTable.Cell {
        guard let named else { return .empty }
        return .words(named.name[language], address: named.path.map { Address($0) })
    }

    /// What each row adds to the number, as its parts are called above the table.
    private var parts: [Column] {
        let unit = unit
        func numerator(_ heading: Text) -> Column {
            Column(heading, .number) { row, _, language in .words(unit.numerator(row.numerator, language)) }
        }
        if case .count = unit { return [numerator(Text(lv: "Skaits", en: "Count"))] }
        return [
            numerator(Text(lv: "Skaitītājā", en: "In the numerator")),
            Column(Text(lv: "Saucējā", en: "In the denominator"), .number) { row, _, language in
                .words(Format(language).integer(row.denominator))
            },
        ]
    }

    private var source: [Column] {
        [
            Column(Text(lv: "Imports", en: "Import"), .number) { row, batch, _ in
                let number = row.batch.rawValue
                return .words(number == 0 ? "" : String(number), address: batch?.address)
            },
            Column(Text(lv: "Vieta failā", en: "Place in the file")) { row, batch, language in
                // The line alone, where nothing is known of the file any more.
                let line = row.source == .none ? "" : Format(language).integer(row.source.line)
                return .words(batch?.place(row.source)?.words[language] ?? line)
            },
        ]
    }
}

extension MeasureUnit {
    /// A part of the numerator for people; that of a mean is kept in hundredths.
    func numerator(_ value: Int, _ language: Language) -> String {
        self == .mean ? Format(language).decimal(value, 2) : Format(language).integer(value)
    }
}
