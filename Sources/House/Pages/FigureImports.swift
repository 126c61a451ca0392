import Exchange
import Frame
import Kernel
import Pages

/// The imports that a figure is from, for everybody who sees the figure; the way to each for those who may import there.
struct FigureImports {
    let made: FigureMade
    let limit: Int

    func html(_ language: Language) -> HTML {
        guard !made.batches.isEmpty else { return "" }
        let caption = Text(lv: "Importi, no kuriem ir dati", en: "The imports that the data are from")
        let columns: [(Text, DataTable.Column.Kind)] = [
            (Text(lv: "Imports", en: "Import"), .text), (Text(lv: "Veids", en: "Kind"), .text),
            (Text(lv: "Kad", en: "When"), .text), (Text(lv: "Kas importēja", en: "Imported by"), .text),
        ]
        var table = DataTable(
            id: "imports",
            language,
            caption: caption[language],
            columns: columns.map { DataTable.Column($0[language], $1) },
            rows: made.batches.map { row($0, language) }
        )
        if made.isByTables {
            table.notes = [
                Text(
                    lv: """
                        Skaitlis veidots no vairāk nekā \(limit) rindām, tāpēc rādīti importi, kas šajā mācību gadā varēja \
                        mainīt tā datus.
                        """,
                    en: """
                        The number rests on more than \(limit) rows, so that the imports are shown that may have changed its \
                        data of the school year.
                        """
                )[language]
            ]
        }
        return table.html
    }

    private func row(_ batch: SourceBatch, _ language: Language) -> DataTable.Row {
        DataTable.Row([
            .words(String(batch.id.rawValue), address: batch.address),
            .words(batch.kind[language]),
            .words(Format(language).moment(batch.appliedAt)),
            .words(batch.roles.map { $0[language] }.joined(separator: ", ")),
        ])
    }
}

extension SourceBatch {
    /// Its page, for those who may open it.
    var address: Address? { mayOpen ? "/imports/batches/\(id.rawValue)" : nil }
}
