import Frame
import Kernel
import Pages
import Storage

/// A teacher's figures of one school year in one institution: by class and subject, never beside other teachers.
struct TeacherYear: Sendable {
    /// A class in a subject.
    struct Line: Sendable {
        let classGroup: Text
        /// The page of the class, for who works with its pupils.
        let page: Address?
        let subject: Text
        let subjectPage: Address
        let mark: Figure?
        let interval: MarkInterval?
        let marks: Figure?
        let missed: Figure?
    }

    let institution: String
    let lines: [Line]
    let numbers: [KeyNumber]
    let levels: LevelBars
    let tests: [TestLine]
    /// The term that the marks are of; nil for the year.
    let term: Int?

    private static let asked: [(title: Text, measure: String, isCount: Bool)] = [
        (Text(lv: "vidējais vērtējums", en: "mean mark"), "attainment/mark", true),
        (Text(lv: "vērtējumi", en: "marks"), "attainment/marks", true),
        (
            Text(lv: "stundu izglītojamie kavējuši", en: "of lessons missed by pupils"),
            "attendance/missed-share", true
        ),
        (
            Text(
                lv: "rezultāts pārbaudes darbos, kuriem zināms valsts vidējais",
                en: "result in works with a state mean"
            ),
            "assessments/beside-state", true
        ),
    ]

    static func load(
        _ teacher: StaffID,
        _ institution: (id: InstitutionID, name: String),
        _ year: SchoolYear,
        _ figures: PageFigures
    ) throws -> TeacherYear? {
        var own = Selection(year: year, institution: institution.id)
        own.teacher = teacher
        let terms = try figures.line("attainment/marks", own, over: .term).filter {
            $0.value.tally?.numerator ?? 0 > 0
        }
        // Year marks, and in a year that runs those of the last term with marks.
        own.term = terms[0] == nil ? terms.keys.max() : nil
        let lines = try lines(own, figures)
        var past = own
        past.year = year.previous
        past.term = own.term
        let beside = Beside(own, municipality: own, Text(same: ""), before: past)
        // Before a year has marks, the mean is that of the year before and says so.
        let marks = try terms.isEmpty ? MarkPeriod.find(beside, figures) : nil
        let name = Text(lv: "Pedagoga vērtējumi", en: "The teacher's marks")
        let levels = try LevelBars.load(
            [(name, own), (Text(lv: "Pērn", en: "A year before"), past)],
            figures
        )
        let tests = try TestLine.load(own, figures)
        guard !lines.isEmpty || !tests.isEmpty else { return nil }
        return TeacherYear(
            institution: institution.name,
            lines: lines,
            numbers: try KeyNumber.load(asked, beside, marks: marks, figures),
            levels: levels,
            tests: tests,
            term: own.term
        )
    }

    private static func lines(_ own: Selection, _ figures: PageFigures) throws -> [Line] {
        let along: [Dimension] = [.classGroup, .subject]
        let marks = try figures.vector("attainment/mark", own, over: along)
        let counts = try figures.vector("attainment/marks", own, over: along)
        let missed = try figures.vector("attendance/missed-share", own, over: along)
        let pupils = try figures.vector("attainment/mark", own, over: along + [.pupil])
        let byPlace = Dictionary(grouping: pupils) { [$0.key[0], $0.key[1]] }
        let names = RegistryNames(tenant: figures.desk.tenant, year: own.year, figures.connection)
        let keys = Set(marks.keys).union(missed.keys).filter { $0[0] > 0 }
        let subjects = names.sorted(.subject, Set(keys.map { $0[1] }))
        let classes = names.sorted(.classGroup, Set(keys.map { $0[0] }))
        return subjects.flatMap { subject in
            classes.compactMap { group -> Line? in
                let key = [group, subject]
                guard keys.contains(key) else { return nil }
                let scope = Scope(institution: own.institution, classGroup: ClassID(rawValue: group))
                let mayOpen = figures.desk.asker.may(.readPupils, in: scope, on: figures.desk.today)
                let subjectPage = Address("/subjects/\(subject)/year" as String)
                return Line(
                    classGroup: names.name(.classGroup, group),
                    page: mayOpen ? Address("/classes/\(group)" as String) : nil,
                    subject: names.name(.subject, subject),
                    subjectPage: subjectPage.adding("year", own.year.description),
                    mark: marks[key],
                    interval: MarkInterval((byPlace[key] ?? []).compactMap(\.value.tally)),
                    marks: counts[key],
                    missed: missed[key]
                )
            }
        }
    }

    func html(_ index: Int, isOnly: Bool, _ language: Language) -> HTML {
        let items = numbers.compactMap { $0.item(language) }
        let counts = items.isEmpty ? nil : Counts(items)
        let pictures = [
            levels.html(id: "levels-\(index)", language).map {
                Section(Text(lv: "Vērtējumi pa līmeņiem", en: "Marks by level")[language], $0).html
            },
            TestLine.table(tests, id: "tests-\(index)", language).map {
                Section(
                    Text(lv: "Pārbaudes darbi un valsts vidējais", en: "Tests and the state mean")[language],
                    $0.html
                ).html
            },
        ].compactMap { $0 }
        let heading: HTML? = isOnly ? nil : "<h2>\(institution)</h2>"
        let list = Section(
            Text(lv: "Klases un priekšmeti", en: "Classes and subjects")[language],
            table(index, language).html
        )
        let rest = pictures.count == 2 ? Halves(pictures[0], pictures[1]).html : "\(pictures)"
        return "\(heading)\(counts)\(list)\(rest)"
    }

    private func table(_ index: Int, _ language: Language) -> DataTable {
        // Few sources tell who taught the lessons that were missed.
        let hasMissed = lines.contains { $0.missed != nil }
        // A year that has just begun has no marks: columns of them would say nothing in every row.
        let hasMarks = lines.contains { $0.mark?.saysSomething == true || $0.marks?.saysSomething == true }
        var table = DataTable(
            id: "lines-\(index)",
            language,
            caption: Text(lv: "Klases un priekšmeti", en: "Classes and subjects")[language],
            columns: columns(hasMarks, hasMissed, language),
            rows: lines.map { row($0, hasMarks, hasMissed, language) }
        )
        table.hidesCaption = true
        table.hasTools = true
        guard hasMarks else { return table }
        table.notes = [
            Text(
                lv: """
                    Intervāls rāda, cik droši vidējais ir zināms: jo mazāk izglītojamo, jo tas platāks; ja izglītojamo \
                    ir mazāk nekā \(MarkInterval.fewest), to nerēķina. Vērtējumi atkarīgi no klases sastāva un \
                    priekšmeta, tāpēc pedagogus šeit nesalīdzina.
                    """,
                en: """
                    The interval tells how well the mean is known: the fewer pupils, the wider; of fewer than \
                    \(MarkInterval.fewest) it is not made. Marks depend on who is in the class and on the subject, so \
                    teachers are not compared here.
                    """
            )[language]
        ]
        return table
    }

    private func columns(
        _ hasMarks: Bool,
        _ hasMissed: Bool,
        _ language: Language
    ) -> [DataTable.Column] {
        let mark =
            term.map { Text(lv: "Vidējais \($0). semestra vērtējums", en: "Mean mark of term \($0)") }
            ?? Text(lv: "Vidējais gada vērtējums", en: "Mean year mark")
        var columns = [
            DataTable.Column(Text(lv: "Klase", en: "Class")[language], width: .narrow),
            DataTable.Column(Text(lv: "Mācību priekšmets", en: "Subject")[language]),
        ]
        if hasMarks {
            columns += [
                DataTable.Column(mark[language], .number),
                DataTable.Column(Text(lv: "95 % intervāls", en: "95% interval")[language], .number),
                DataTable.Column(Text(lv: "Izglītojamie", en: "Pupils")[language], .number),
                DataTable.Column(Text(lv: "Vērtējumi", en: "Marks")[language], .number),
            ]
        }
        if hasMissed {
            columns.append(
                DataTable.Column(Text(lv: "Kavēto stundu daļa", en: "Lessons missed")[language], .number)
            )
        }
        return columns
    }

    private func row(
        _ line: Line,
        _ hasMarks: Bool,
        _ hasMissed: Bool,
        _ language: Language
    ) -> DataTable.Row {
        let hidden = line.mark?.isHidden == true
        let interval: DataTable.Cell =
            line.interval.map { .words($0.words(language)) }
            ?? (hidden ? .suppressed : line.mark == nil ? .noData : .notApplicable)
        // The page of the mean says of how many pupils it is.
        let people: DataTable.Cell =
            line.mark?.people.map { .words(Format(language).integer($0), address: line.mark?.making) }
            ?? (hidden ? .suppressed : .noData)
        var cells: [DataTable.Cell] = [
            .words(line.classGroup[language], address: line.page),
            .words(line.subject[language], address: line.subjectPage),
        ]
        if hasMarks {
            cells += [.figure(line.mark, language), interval, people, .figure(line.marks, language)]
        }
        if hasMissed { cells.append(.figure(line.missed, language)) }
        return DataTable.Row(cells)
    }
}
