import Kernel

/// What the signs in a table mean, only those that occur, and the table's own notes.
struct TableLegend: Renderable {
    let language: Language
    let signs: [(sign: String, words: Text)]
    let notes: [String]
    let colours: Key

    init(_ table: DataTable) {
        language = table.language
        notes = table.notes
        colours = Key(table.key)
        var hasSuppressed = false
        var hasNotApplicable = false
        for row in table.groups.flatMap(\.rows) + table.totals {
            for cell in row.cells {
                switch cell.value {
                case .suppressed: hasSuppressed = true
                case .notApplicable: hasNotApplicable = true
                case .words, .markup, .noData: break
                }
            }
        }
        signs =
            (hasSuppressed ? [("·", Words.suppressed)] : [])
            + (hasNotApplicable ? [("–", Words.notApplicable)] : [])
    }

    var html: HTML {
        let meanings: [HTML] = signs.map {
            "<span><strong\(" class=\"dot\"", if: $0.sign == "·")>\($0.sign)</strong> \($0.words, language)</span>"
        }
        let key: HTML? =
            signs.isEmpty
            ? nil
            : "<p class=\"legend\"><span class=\"unseen\">\(Words.legend, language): </span>\(meanings)</p>"
        return "\(colours)\(key)\(notes.map { "<p class=\"legend\">\($0)</p>" as HTML })"
    }
}
