internal import Cases
internal import Frame
internal import Kernel
internal import Pages

/// What became of those whom the last meeting spoke of, and who is new.
extension MeetingView {
    var standings: HTML? {
        guard let standings = data.standings, !standings.lines.isEmpty else { return nil }
        let day = format.day(standings.since)
        let title = text("Kopš iepriekšējās sanāksmes \(day)", "Since the last meeting, \(day)")
        var table = DataTable(
            id: "standings",
            language,
            caption: title,
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State"), width: .roomy),
                DataTable.Column(text("Lēmumi izpildīti", "Decisions done"), .number),
            ],
            rows: standings.lines.map { line in
                let done =
                    line.given == 0
                    ? DataTable.Cell.empty
                    : .words(
                        text(
                            "\(format.integer(line.done)) no \(format.integer(line.given))",
                            "\(format.integer(line.done)) of \(format.integer(line.given))"
                        ),
                        needsAttention: line.done < line.given
                    )
                return DataTable.Row(
                    [.words(line.name), .words(line.standing.words[language]), done],
                    address: Address("/pupils/\(String(line.pupil.rawValue))/meetings")
                )
            }
        )
        table.hidesCaption = true
        return Section(title, id: "standings-part", table.html).html
    }
}
