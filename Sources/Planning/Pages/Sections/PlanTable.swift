internal import Frame
internal import Kernel
internal import Pages

/// A section that is one table: its title stands over it once, an empty one says what to do, ways to add stand below.
struct PlanTable: Renderable {
    let id: String
    let title: Text
    let language: Language
    let columns: [DataTable.Column]
    let rows: [DataTable.Row]
    /// The name by which links find the section, where they do.
    var place: String?
    var totals: [DataTable.Row] = []
    /// What is said where there are no rows, and what to do then.
    var empty: (words: Text, advice: Text)?
    /// What stands under the table.
    var below: HTML = ""

    var html: HTML {
        var table = DataTable(
            id: id,
            language,
            caption: title[language],
            columns: columns,
            rows: rows
        )
        table.hidesCaption = true
        table.totals = totals
        table.empty = empty.map { EmptyState($0.words[language], advice: $0.advice[language]) }
        return Section(title[language], id: place, "\(table)\(below)").html
    }
}
