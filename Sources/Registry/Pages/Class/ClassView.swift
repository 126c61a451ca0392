import Frame
import Kernel
import Pages
import Storage

/// Everything that the page of a class shows.
struct ClassView: Sendable {
    let group: ClassFacts
    let roster: ClassRoster
    let numbers: [KeyNumber]
    let months: AbsenceMonths
    let levels: LevelBars
    let marks: MarkPeriod
    let beside: ClassComparison
    let reports: [ReportLink]
    let mayImport: Bool

    static func load(_ id: ClassID, _ desk: Desk, _ connection: Connection) throws -> ClassView? {
        guard let group = try ClassFacts.load(id, desk.tenant, connection) else { return nil }
        let figures = PageFigures(desk, connection)
        let own = group.selection
        let past = try PastClass.list(group, desk.tenant, connection)
        var alike = Selection(year: group.year)
        alike.grade = group.parallel.grade
        let words =
            group.grade > 0
            ? Text(lv: "pašvaldībā \(group.grade). klasēs", en: "grade \(group.grade) in the municipality")
            : Text(lv: "pašvaldībā", en: "municipality")
        let before = past.first { $0.year == group.year.previous }
        let beside = Beside(own, municipality: alike, words, before: before?.selection)
        let marks = try MarkPeriod.find(beside, figures)
        return ClassView(
            group: group,
            roster: try ClassRoster.load(group, figures),
            numbers: try KeyNumber.load(KeyNumber.ofClass, beside, marks: marks, figures),
            months: try AbsenceMonths.load(beside, figures),
            levels: try LevelBars.load(
                Text(lv: "\(group.name) klase", en: "Class \(group.name)"),
                marks,
                figures
            ),
            marks: marks,
            beside: try ClassComparison.load(group, past, beside, marks, figures),
            reports: ReportLink.list(desk, own, .classGroup),
            mayImport: desk.asker.may(.importData, in: Scope(institution: group.institution), on: desk.today)
        )
    }

    var title: Text { Text(lv: "\(group.name) klase", en: "Class \(group.name)") }

    func html(_ language: Language) -> HTML {
        let head = PageHead(
            title[language],
            lede: "\(Format(language).schoolYear(group.year)) · \(group.institutionName)"
        )
        let items = numbers.compactMap { $0.item(language) }
        let counts = items.isEmpty ? nil : Counts(items)
        let list = Section(Text(lv: "Izglītojamie", en: "Pupils")[language], table(language).html)
        return """
            \(head)\(counts)\(list)\(pictures(language))\(beside.html(language))\
            \(ReportLink.html(reports, language))
            """
    }

    private func table(_ language: Language) -> DataTable {
        roster.table(language, mayImport: mayImport)
    }

    private func pictures(_ language: Language) -> HTML? {
        let absence = months.html(id: "absence", language).map {
            Section(
                months.byMonth
                    ? Text(lv: "Kavēto stundu daļa pa mēnešiem", en: "Share of lessons missed by month")[
                        language
                    ]
                    : Text(lv: "Kavēto stundu daļa pa semestriem", en: "Share of lessons missed by term")[
                        language
                    ],
                $0
            ).html
        }
        let attained = levels.html(id: "levels", language).map {
            Section((marks.words + Text(lv: " pa līmeņiem", en: " by level"))[language], $0).html
        }
        guard let absence, let attained else { return absence ?? attained }
        return Halves(absence, attained).html
    }
}
