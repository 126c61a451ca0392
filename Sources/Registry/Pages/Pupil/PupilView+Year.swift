import Evidence
import Frame
import Kernel
import Pages

extension PupilView {
    /// Lessons missed by month and kind, of the two latest years that have any record.
    var absenceSection: HTML {
        let title = words("Kavētās stundas pa mēnešiem", "Lessons missed by month")
        let known = brief.years.map(\.absences).filter(\.isKnown)
        guard !known.isEmpty else {
            let nothing = EmptyState(
                words("Kavējumu datu nav", "There are no records of absence"),
                advice: words(
                    "Kavējumi parādās pēc to importēšanas.",
                    "Absences appear after they are imported."
                )
            )
            return Section(title, nothing.html).html
        }
        guard !known.contains(where: \.isHidden) else {
            return Section(title, "<p>\(words("Nav rādīts.", "Not shown."))</p>").html
        }
        let years = Array(known.prefix(PupilView.mostAbsenceYears))
        return Section(title, "\(months(years, title))\(reasons(years))").html
    }

    /// How many years of absences are shown.
    static let mostAbsenceYears = 2

    /// Why lessons were missed, a line for each year that tells; sheets of paper have no room for it.
    private func reasons(_ years: [PupilAbsences]) -> HTML {
        let lines = years.filter { !$0.reasons.isEmpty }.map { year -> HTML in
            let told = year.reasons.map { "\($0.words[language]) – \(format.integer($0.lessons))" }
            let heading = words("Norādītie iemesli", "Reasons told")
            let list = told.joined(separator: "; ")
            return "<p class=\"quiet screen-only\">\(heading), \(format.schoolYear(year.year)): \(list).</p>"
        }
        return "\(lines)"
    }

    private func months(_ years: [PupilAbsences], _ title: String) -> DataTable {
        let hasUnstated = years.contains { $0.total(.unstated) > 0 }
        let kinds = AbsenceKind.allCases.filter { kind in
            (kind != .unstated || hasUnstated) && (kind != .illness || !isTogether)
        }
        let most = years.flatMap { year in year.months.map { year.count($0) } }.max() ?? 0
        var table = DataTable(
            id: "months\(suffix)",
            language,
            caption: title,
            columns: [
                DataTable.Column(words("Mēnesis", "Month")),
                DataTable.Column(words("Kopā", "In all"), .bar),
            ] + kinds.map { DataTable.Column(kindWords($0)[language], .number) },
            groups: years.map { year in
                DataTable.Group(
                    format.schoolYear(year.year),
                    year.months.map { row($0, year, kinds, most) }
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isPrintedWithPage = true
        table.limitOnPaper(to: paper.months)
        table.key = PupilView.meanings.filter { kinds.contains($0.kind) }
            .map { Key.Item($0.meaning, kindWords($0.kind)[language]) }
        return table
    }

    private static let meanings: [(kind: AbsenceKind, meaning: Meaning)] = [
        (.illness, .illness), (.excused, .excused), (.unexcused, .unexcused), (.unstated, .other),
    ]

    private func row(
        _ month: Int,
        _ absences: PupilAbsences,
        _ kinds: [AbsenceKind],
        _ most: Int
    ) -> DataTable.Row {
        let name = NumberedMember.name(.month, month)[language]
        var all = cell(absences.count(month), month, absences, nil)
        let parts = PupilView.meanings.map { (value: absences.count(month, $0.kind), meaning: $0.meaning) }
        all.picture = .bar(parts, full: most, width: 140)
        return DataTable.Row(
            [.words(name), all] + kinds.map { cell(absences.count(month, $0), month, absences, $0) }
        )
    }

    /// Lessons of a month, which lead to the days they rest on; a kind that the sources do not tell leads nowhere.
    private func cell(
        _ count: Int,
        _ month: Int,
        _ absences: PupilAbsences,
        _ kind: AbsenceKind?
    ) -> DataTable.Cell {
        let year = brief.years.first { $0.year == absences.year }
        let address = year.flatMap { making(measure(kind), $0) }
        return .words(
            format.integer(count),
            address: absences.tells(month, kind) ? address?.adding("by-month", String(month)) : nil
        )
    }

    /// Tests and examinations with their results, the latest first.
    var testSection: HTML {
        let title = words("Pārbaudes darbi un eksāmeni", "Tests and examinations")
        guard !brief.tests.isEmpty else {
            let none = words("Pārbaudes darbu rezultātu nav.", "There are no results of tests.")
            return Section(title, "<p class=\"quiet\">\(none)</p>").html
        }
        var table = table("tests", title, words("Darbs un rezultāts", "Test and result"), brief.tests)
        table.limitOnPaper(to: paper.tests)
        let works = Noun(lv: "darbs", "darbi", en: "test", "tests")
        return Section(title, "\(table.html)\(left(brief.testsLeft, works))").html
    }

    /// Entries of behaviour, for those who may read them.
    var behaviourSection: HTML? {
        guard let entries = brief.behaviour else { return nil }
        let title = words("Uzvedības ieraksti", "Behaviour entries")
        guard !entries.isEmpty else {
            let none =
                brief.hasOlder
                ? words(
                    "Pēdējā gadā uzvedības ierakstu nav.",
                    "There are no behaviour entries of the last year."
                )
                : words("Uzvedības ierakstu nav.", "There are no behaviour entries.")
            return Section(title, "<p class=\"quiet\">\(none)</p>\(olderEntries)").html
        }
        var table = table("behaviour", title, words("Ieraksta veids", "Kind of entry"), entries)
        table.limitOnPaper(to: paper.behaviour)
        let kept = Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")
        return Section(title, "\(table.html)\(left(brief.behaviourLeft, kept))\(olderEntries)").html
    }

    /// The way to entries of more than a year ago, where there are any; the print is the page as it is.
    private var olderEntries: HTML? {
        guard brief.hasOlder else { return nil }
        let link = Link(
            words("Rādīt arī senākus ierakstus", "Show older entries too"),
            PupilPage.older(brief)
        )
        return "<p class=\"screen-only\">\(link)</p>"
    }

    private func table(_ id: String, _ title: String, _ what: String, _ rows: [PupilBrief.Row]) -> DataTable {
        var table = DataTable(
            id: id + suffix,
            language,
            caption: title,
            columns: [
                DataTable.Column(words("Diena", "Day"), width: .narrow), DataTable.Column(what),
            ],
            rows: rows.map { row in
                let day = row.day.map { format.day($0) } ?? format.schoolYear(row.year)
                return DataTable.Row([.words(day), .words(row.words[language])])
            }
        )
        table.hidesCaption = true
        return table
    }

    /// How many more there are than two sheets hold, with the way to all of them.
    func left(_ count: Int, _ noun: Noun) -> HTML? {
        guard count > 0 else { return nil }
        let counted = noun.counted(count)
        let more = words("Šeit nav vēl: \(counted.lv).", "Not here: \(counted.en) more.")
        let link = Link(words("Rādīt visu", "Show all"), PupilPage.whole(brief))
        return "<p class=\"quiet\">\(more) <span class=\"screen-only\">\(link)</span></p>"
    }

    /// Every stay with its days.
    var staySection: HTML? {
        guard !brief.stays.isEmpty else { return nil }
        let title = words("Iestādes un klases", "Institutions and classes")
        var table = DataTable(
            id: "places\(suffix)",
            language,
            caption: title,
            columns: [
                DataTable.Column(words("Iestāde", "Institution")),
                DataTable.Column(words("Klase", "Class")),
                DataTable.Column(words("No", "From"), .number),
                DataTable.Column(words("Līdz", "Until"), .number),
            ],
            rows: brief.stays.map { stay in
                let mayOpen = brief.institutions.contains(stay.institution)
                return DataTable.Row([
                    .words(
                        stay.institutionName,
                        address: mayOpen ? "/institutions/\(stay.institution)" : nil
                    ),
                    .words(stay.className), .words(format.day(stay.from)),
                    .words(stay.to.map { format.day($0) } ?? ""),
                ])
            }
        )
        table.hidesCaption = true
        table.limitOnPaper(to: paper.stays)
        return Section(title, id: "enrolments\(suffix)", table.html).html
    }
}
