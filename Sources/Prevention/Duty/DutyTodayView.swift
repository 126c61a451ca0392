internal import Evidence
internal import Frame
internal import Kernel
internal import Pages

/// The list of pupils who were absent without a known reason.
struct DutyTodayView {
    let data: DutyToday
    let request: PageRequest

    private var language: Language { request.language }
    private var format: Format { Format(language) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let title = DutyTodayPage.title[language]
        let head = PageHead(
            data.single.map { "\(title): \($0.name[language])" } ?? title,
            lede: lede
        )
        return "\(head)\(data.places.count > 1 ? places : pupils)"
    }

    private var lede: String {
        let words = text(
            "Ja iemesls nav zināms, ar vecākiem sazinās tajā pašā dienā (MK noteikumi Nr. 89).",
            "Where the reason is not known, the parents are contacted on the same day (Cabinet Regulation No. 89)."
        )
        guard let day = data.single?.day else { return words }
        let latest = text(
            "Jaunākie dati: \(format.day(day))",
            "The latest data are of \(format.day(day))."
        )
        let none = day < data.today ? text(" Par šodienu datu vēl nav.", " There are none of today yet.") : ""
        return "\(latest)\(none) \(words)"
    }

    private var places: HTML {
        var table = DataTable(
            id: "places",
            language,
            caption: DutyTodayPage.title[language],
            columns: [
                DataTable.Column(text("Iestāde", "Institution")),
                DataTable.Column(text("Jaunākie dati", "Latest data"), width: .narrow),
                DataTable.Column(text("Nav skolā", "Absent"), .number),
                DataTable.Column(text("Saziņa nav pierakstīta", "No contact recorded"), .number),
            ],
            rows: data.places.map { place in
                DataTable.Row(
                    [.words(place.name[language]), .words(format.day(place.day))]
                        + numbers(place.lines.count, open: place.open),
                    address: Address("/absence-duty/today?institution=\(place.id.rawValue)")
                )
            }
        )
        let (away, open) = (data.places.map(\.lines.count), data.places.map(\.open))
        table.totals = [
            DataTable.Row(
                [.words(text("Kopā", "Total")), .empty]
                    + numbers(away.reduce(0, +), open: open.reduce(0, +))
            )
        ]
        table.hidesCaption = true
        table.hasTools = true
        return table.html
    }

    private func numbers(_ away: Int, open: Int) -> [DataTable.Cell] {
        [.words(format.integer(away)), .words(format.integer(open), needsAttention: open > 0)]
    }

    private var pupils: HTML {
        var table = DataTable(
            id: "absent",
            language,
            caption: DutyTodayPage.title[language],
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil")),
                DataTable.Column(text("Saziņa ar vecākiem", "Contact with the parents")),
                DataTable.Column(text("Stundas", "Lessons"), .number),
                DataTable.Column(text("Kavējuma veids", "Kind of absence"), width: .roomy),
            ],
            groups: data.groups.map { group in
                DataTable.Group(group.name[language], group.lines.map(row))
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            data.places.isEmpty
                ? text("Kavējumu datu vēl nav", "There are no records of absence yet")
                : text("Nav neviena tāda izglītojamā", "There are no such pupils"),
            advice: text(
                "Te parādās izglītojamie, kuri jaunākajā dienā ar datiem kavējuši bez attaisnojoša vai zināma iemesla.",
                "Pupils who were absent without an accepted or known reason on the latest day with data appear here."
            ),
            link: Link(DutyPage.title[language], "/absence-duty")
        )
        return table.html
    }

    private func row(_ line: DutyToday.Line) -> DataTable.Row {
        let kinds = AbsenceKind.allCases.filter { line.lessons[$0] != nil }
        return DataTable.Row(
            [
                .words(line.name), contact(line),
                .words(format.integer(line.lessons.values.reduce(0, +))),
                .words(kinds.map(kind).joined(separator: ", ")),
            ],
            address: Address("/pupils/\(String(line.pupil.rawValue))/absence-duty")
        )
    }

    /// The absence of one pupil: the titles of columns that count all are in the plural.
    private func kind(_ kind: AbsenceKind) -> String {
        switch kind {
        case .illness: text("slimības dēļ", "illness")
        case .excused: text("attaisnots", "excused")
        case .unexcused: text("neattaisnots", "unexcused")
        case .unstated: text("iemesls nav norādīts", "reason not given")
        }
    }

    private func contact(_ line: DutyToday.Line) -> DataTable.Cell {
        if let entry = line.contact { return .words(format.day(entry.day), note: entry.who) }
        guard data.mayNote else {
            return .words(text("nav pierakstīta", "not recorded"), needsAttention: true)
        }
        return .markup(form(line))
    }

    /// One tap: the contact of today, as evidence of the duty's own step.
    private func form(_ line: DutyToday.Line) -> HTML {
        let institution: HTML? = data.chosen.map {
            "<input type=\"hidden\" name=\"institution\" value=\"\($0.rawValue)\">"
        }
        return """
            <form method="post" action="\(Address("/pupils/\(String(line.pupil.rawValue))/absence-duty"))">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="year" value="\(data.year.description)">\
            <input type="hidden" name="term" value="\(line.term)">\
            <input type="hidden" name="day" value="\(Format(.lv).day(data.today))">\
            <input type="hidden" name="step" value="contact"><input type="hidden" name="back" value="today">\
            \(institution)<button type="submit" class="button second small">\
            \(text("Pierakstīt saziņu", "Record the contact"))<span class="unseen">: \(line.name)</span></button></form>
            """
    }
}
