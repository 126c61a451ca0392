internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension DutyPupilView {
    /// All entries that are shown, with those taken back, and the way to older ones.
    var history: HTML? {
        guard !data.entries.isEmpty || data.hasOlder else { return nil }
        let title =
            data.hasOlder
            ? text("Pēdējā gada ieraksti", "Entries of the last year") : text("Visi ieraksti", "All entries")
        guard !data.entries.isEmpty else {
            let none = text("Pēdējā gadā ierakstu nav.", "There are no entries of the last year.")
            return Section(title, "<p class=\"quiet\">\(none)</p>\(older)").html
        }
        var columns = [
            DataTable.Column(text("Diena", "Day"), width: .narrow),
            DataTable.Column(text("Solis", "Step"), width: .broad),
            DataTable.Column(text("Semestris", "Term"), isOptional: true),
            DataTable.Column(text("Dokumenta numurs", "Document"), isOptional: true),
            DataTable.Column(text("Kas pierakstīja", "Recorded by")),
        ]
        if mayWork { columns.append(DataTable.Column(text("Darbība", "Action"), width: .narrow)) }
        var table = DataTable(
            id: "entries",
            language,
            caption: title,
            columns: columns,
            rows: data.entries.map(row)
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        return Section(title, "\(table)\(older)").html
    }

    /// The way to entries of more than a year ago, where there are any.
    private var older: HTML? {
        guard data.hasOlder else { return nil }
        let words = text("Rādīt arī senākus ierakstus", "Show older entries too")
        return ShownPast.way(from: Address(address), words)
    }

    private func row(_ entry: DutyEntry) -> DataTable.Row {
        let words = entry.words(data.steps)
        let step = data.steps.first { $0.step == entry.step }?.words ?? entry.step.words
        let note = [entry.letter == nil ? nil : step[language], data.told(entry, language)].compactMap(\.self)
        var cells: [DataTable.Cell] = [
            .words(format.day(entry.day)),
            .words(words[language], note: note.isEmpty ? nil : note.joined(separator: " · ")),
            .words("\(format.schoolYear(entry.year)), \(entry.term)."), .words(entry.reference),
            .words(entry.who, note: format.moment(entry.at)),
        ]
        if mayWork { cells.append(.markup(entry.undoneBy.map(undone) ?? undo(entry, words[language]))) }
        return DataTable.Row(cells)
    }

    private func undone(_ who: String) -> HTML { Badge(text("atsauca \(who)", "taken back by \(who)")).html }

    private func undo(_ entry: DutyEntry, _ words: String) -> HTML {
        """
        <form method="post" action="\(Address(address + "/undo/\(entry.id)"))">\
        <input type="hidden" name="csrf" value="\(request.formToken)">\
        <input type="hidden" name="version" value="\(entry.version)">\
        <button type="submit" class="button second small">\(text("Atsaukt", "Take back"))\
        <span class="unseen">: \(words), \(format.day(entry.day))</span></button></form>
        """
    }
}
