import Evidence
import Frame
import Kernel
import Pages

/// The two sheets of a pupil: results over the years first, the year's absences and entries second.
struct PupilView {
    let brief: PupilBrief
    let language: Language
    /// What can be done from here: printing, and the pages of other rooms about the pupil.
    var actions: [HTML] = []
    /// What other rooms say of the pupil in a few lines.
    var lines: [(title: Text, lines: [Text])] = []
    /// What stands under the name before everything else, as at a meeting.
    var front: HTML?
    /// How many lines of the first sheet that takes.
    var frontRows = 0
    /// What the ids of tables end with, where sheets of several pupils stand on one page.
    var suffix = ""

    var html: HTML {
        let paper = paper
        let (stays, tests): (HTML?, HTML) = (staySection, testSection)
        // What the first sheet has no room for begins the second one.
        let first: [HTML?] = [paper.keepsStays ? stays : nil, paper.keepsTests ? tests : nil]
        let second: [HTML?] = [
            paper.keepsStays ? nil : stays, paper.keepsTests ? nil : tests, absenceSection, behaviourSection,
        ]
        return """
            <div class="brief">\(PageHead(brief.name, lede: lede, actions: actions))\(front)\(counts)\(said)\(arrivalSection)\(yearSection)\(markSection)\
            \(first.compactMap { $0 })<div class="new-sheet">\(second.compactMap { $0 })</div></div>
            """
    }

    /// What of it two sheets of paper hold.
    var paper: PupilPaper {
        let above = lines.flatMap(\.lines).count + (arrival?.rows ?? 0)
        return PupilPaper(brief, front: frontRows, lines: above)
    }

    /// The one button that prints the page: tables of it have none, as none of them is printed alone.
    static func printing(_ language: Language) -> HTML {
        let words = Text(lv: "Drukāt pārskatu (2 lapas)", en: "Print the brief (2 pages)")[language]
        return "<button type=\"button\" class=\"button second js-only\" data-print>\(words)</button>"
    }

    private var said: HTML? {
        let facts = lines.filter { !$0.lines.isEmpty }.map { title, lines -> (name: String, value: HTML) in
            let each: [HTML] = lines.map { "<div>\($0, language)</div>" }
            return (name: title[language], value: "\(each)")
        }
        return facts.isEmpty ? nil : DefinitionList(facts).html
    }

    /// The words of the page in its language.
    func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var format: Format { Format(language) }

    /// The way from above, as far as the reader may go it.
    func crumbs(_ desk: Desk) -> [PageContent.Crumb] {
        guard let now = brief.stays.first else { return [] }
        let institution = Scope(institution: InstitutionID(rawValue: now.institution))
        var crumbs: [PageContent.Crumb] = []
        if desk.asker.may(.readFigures, in: institution, on: desk.today) {
            crumbs.append(
                PageContent.Crumb(Text(same: now.institutionName), "/institutions/\(now.institution)")
            )
        }
        if now.classGroup > 0, desk.asker.may(.readPupils, in: now.scope, on: desk.today) {
            crumbs.append(PageContent.Crumb(Text(same: now.className), "/classes/\(now.classGroup)"))
        }
        return crumbs
    }

    private var lede: String? {
        let born = brief.birthday.map { words("Dzimšanas datums: ", "Born on ") + format.day($0) }
        let form = brief.studyForm.map {
            words("Izglītības ieguves forma: ", "Form of study: ") + $0[language]
        }
        let parts =
            [brief.stays.first?.place, born, form].compactMap { $0 } + brief.status.map { $0[language] }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// The latest that is known; each number says of which year it is.
    private var counts: HTML? {
        var items: [Counts.Item] = []
        let marked = brief.years.first { year in year.mark.map { $0.isHidden || $0.scaled != nil } ?? false }
        if let marked, let mark = marked.mark?.scaled {
            var item = Counts.Item(
                format.decimal(mark.value, mark.decimals),
                "\(MeasuresOnPage.mark.heading[language]), \(format.schoolYear(marked.year))"
            )
            item.address = making("attainment/mark", marked)
            items.append(item)
        }
        if let missed = brief.years.first(where: { $0.absences.isKnown }), !missed.absences.isHidden {
            let year = format.schoolYear(missed.year)
            var all = Counts.Item(
                format.integer(missed.absences.total()),
                "\(MeasuresOnPage.missed.heading[language]), \(year)"
            )
            all.address = making("attendance/missed", missed)
            var unexcused = Counts.Item(
                format.integer(missed.absences.total(.unexcused)),
                words("Neattaisnoti kavētās stundas, ", "Lessons missed without excuse, ") + year
            )
            unexcused.address = making("attendance/unexcused", missed)
            items += [all, unexcused]
        }
        return items.isEmpty ? nil : Counts(items).html
    }

    private var yearSection: HTML? {
        guard !brief.years.isEmpty else { return nil }
        let title = words("Pa gadiem", "By year")
        var table = DataTable(
            id: "years\(suffix)",
            language,
            caption: words("Vērtējumi un kavējumi pa gadiem", "Marks and absences by year"),
            columns: [
                DataTable.Column(words("Mācību gads", "School year")),
                DataTable.Column(words("Iestāde un klase", "Institution and class")),
                DataTable.Column(MeasuresOnPage.mark.heading[language], .number),
                DataTable.Column(MeasuresOnPage.missed.heading[language], .number),
                DataTable.Column(
                    isTogether
                        ? words("tostarp attaisnoti", "of these, excused")
                        : words("tostarp slimības dēļ", "of these, illness"),
                    .number,
                    isOptional: true
                ),
                DataTable.Column(words("neattaisnoti", "without excuse"), .number),
            ],
            rows: brief.years.map(row)
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isPrintedWithPage = true
        table.limitOnPaper(to: paper.years)
        return Section(title, table.html).html
    }

    private func row(_ year: PupilBrief.Year) -> DataTable.Row {
        let places = year.stays.reversed().map(\.place).reduce(into: [String]()) { places, place in
            if places.last != place { places.append(place) }
        }
        var mark = MeasuresOnPage.cell(year.mark, language)
        if year.mark?.scaled != nil {
            mark.address = making("attainment/mark", year)
        } else if year.mark?.isHidden != true, brief.marks.years.contains(year.year) {
            // Letters have no mean.
            mark = .notApplicable
        }
        return DataTable.Row([
            .words(format.schoolYear(year.year)), .words(places.joined(separator: "; ")), mark,
            lessons(year, nil), lessons(year, isTogether ? .excused : .illness), lessons(year, .unexcused),
        ])
    }

    private func lessons(_ year: PupilBrief.Year, _ kind: AbsenceKind?) -> DataTable.Cell {
        guard !year.absences.isHidden else { return .suppressed }
        guard year.absences.isKnown else { return .noData }
        var cell = DataTable.Cell.words(format.integer(year.absences.total(kind)))
        cell.address = making(measure(kind), year)
        return cell
    }

    /// Whether the reader may not tell illness from other excuses.
    var isTogether: Bool { brief.years.contains { $0.absences.isTogether } }

    /// What a kind is called on the page.
    func kindWords(_ kind: AbsenceKind) -> Text { isTogether ? HealthFacts.words(kind) : kind.words }

    /// The measure of a kind of absence, or of all.
    func measure(_ kind: AbsenceKind?) -> String {
        if isTogether, kind == .excused { return "attendance/excused-all" }
        return "attendance/\(kind?.code ?? "missed")"
    }

    /// The page of how a figure of a year was made; none where the year had a class that the reader does not see.
    ///
    /// Of several classes the figure is of the whole year, wherever the pupil was.
    func making(_ measure: String, _ year: PupilBrief.Year) -> Address? {
        guard let stay = year.stays.first, year.stays.allSatisfy({ brief.open.contains($0.scope) }) else {
            return nil
        }
        var address = Address("/figures/" + measure).adding("year", year.year.description)
        if year.stays.count == 1 {
            address = address.adding("institution", String(stay.institution))
            if stay.classGroup > 0 { address = address.adding("class", String(stay.classGroup)) }
        }
        return address.adding("pupil", String(brief.id.rawValue))
    }
}
