import Frame
import Kernel
import Pages

/// A table of things with a date, a group for each institution.
struct DueTable {
    let list: DueList
    let caption: Text
    let empty: EmptyState
    /// Whether it says who answers for a thing: not where all are one's own.
    let showsOwner: Bool
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let owner: [DataTable.Column] =
            showsOwner ? [DataTable.Column(text("Atbild", "Answers for it"))] : []
        var table = DataTable(
            id: "dues",
            language,
            caption: caption[language],
            columns: [
                DataTable.Column(text("Par ko", "About"), width: .roomy),
                DataTable.Column(text("Kas darāms", "What is to be done"), width: .roomy),
                DataTable.Column(text("Termiņš", "Date"), .number),
            ] + owner,
            groups: list.groups.map { group in
                DataTable.Group(group.institution[language], group.dues.map { row($0) })
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isStackedOnPhones = true
        table.empty = empty
        return table.html
    }

    private func name(_ due: Due) -> String {
        if let name = list.name(of: due) { return name }
        let nobody =
            due.pupil == nil
            ? text("Vairāki izglītojamie", "Several pupils") : text("nav redzams", "not shown")
        return due.about?[language] ?? nobody
    }

    private func row(_ due: Due) -> DataTable.Row {
        let late = list.today - due.day
        let days = Noun(lv: "dienu", "dienas", en: "day", "days").counted(late)[language]
        let nobody = text("vēl neviens", "nobody yet")
        let owner: [DataTable.Cell] = showsOwner ? [.words(due.owner?[language] ?? nobody)] : []
        return DataTable.Row(
            [
                .words(name(due)),
                .words(due.words[language]),
                // On a phone there is room for three columns, so the days stand under the date.
                .words(
                    Format(language).day(due.day),
                    note: late > 0 ? text("kavējas \(days)", "\(days) late") : nil,
                    needsAttention: late > 0 && list.isPassedOn(due)
                ),
            ] + owner,
            address: due.address
        )
    }
}
