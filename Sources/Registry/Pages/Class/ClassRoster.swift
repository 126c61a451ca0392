import Frame
import Kernel
import Pages
import Storage

/// The pupils of a class by name, never by a number, with what is known of each in the year.
struct ClassRoster: Sendable {
    /// A pupil of the class.
    struct Pupil: Sendable {
        let id: Int
        let name: String
        /// The last day in the class, where it lies before the end of the year.
        let left: Day?
    }

    let pupils: [Pupil]
    /// Lessons missed in the year, and by month.
    let missed: [Int: Figure]
    let months: [Int]
    let byMonth: [MemberKey: Figure]
    let unexcused: [Int: Figure]
    let overLimit: [Int: Figure]
    /// Mean marks by term; term 0 is the year.
    let marks: [Int: [MemberKey: Figure]]
    let insufficient: [Int: Figure]
    /// The term that the latest marks are of; nil for the year.
    let markTerm: Int?
    let year: SchoolYear

    static func load(_ group: ClassFacts, _ figures: PageFigures) throws -> ClassRoster {
        let own = group.selection
        let pupils = try pupils(group, figures.desk.tenant, figures.connection)
        let byMonth = try figures.vector("attendance/missed", own, over: [.pupil, .month])
        let marks = try marks(group, pupils, figures)
        let ofYear = marks[group.year.start] ?? [:]
        let terms = Set(ofYear.keys.map { $0[1] })
        let latest = terms.contains(0) ? nil : terms.max()
        var ended = own
        ended.term = latest
        return ClassRoster(
            pupils: pupils,
            missed: try figures.line("attendance/missed", own, over: .pupil),
            months: Set(byMonth.keys.map { $0[1] }).filter { $0 > 0 }.sorted(),
            byMonth: byMonth,
            unexcused: try figures.line("attendance/unexcused", own, over: .pupil),
            overLimit: try figures.line("attendance/over-limit", own, over: .pupil),
            marks: marks,
            insufficient: try figures.line("attainment/level-insufficient", ended, over: .pupil),
            markTerm: latest,
            year: group.year
        )
    }

    private static func pupils(
        _ group: ClassFacts,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Pupil] {
        let rows = try connection.rows(
            """
            SELECT pupil.id, pupil.surname, pupil.forename, pupil.external_code,
                max(CASE WHEN enrolment.to_day = 0 THEN \(group.year.last) ELSE enrolment.to_day END)
            FROM enrolment JOIN pupil ON pupil.tenant_id = enrolment.tenant_id
                AND pupil.id = enrolment.pupil_id
            WHERE enrolment.tenant_id = \(tenant) AND enrolment.institution_id = \(group.institution)
                AND enrolment.class_id = \(group.id)
            GROUP BY pupil.id, pupil.surname, pupil.forename, pupil.external_code, pupil.sort_key
            ORDER BY pupil.sort_key, pupil.id
            """,
            Int.self,
            String.self,
            String.self,
            String.self,
            Day.self
        )
        return rows.map { row in
            Pupil(
                id: row.0,
                name: PupilPage.name(row.1, row.2, row.3),
                left: row.4 < PupilCounts.end(of: group.year) ? row.4 : nil
            )
        }
    }

    /// Marks of this year in the class, and of the year before wherever the pupils were.
    private static func marks(
        _ group: ClassFacts,
        _ pupils: [Pupil],
        _ figures: PageFigures
    ) throws -> [Int: [MemberKey: Figure]] {
        guard !pupils.isEmpty else { return [:] }
        var past = Selection(year: group.year.previous)
        past.reach = Reach()
        for pupil in pupils { past.reach.add(Scope(pupil: PupilID(rawValue: pupil.id))) }
        let scope = Scope(institution: group.institution, classGroup: group.id)
        return [
            group.year.start: try figures.vector("attainment/mark", group.selection, over: [.pupil, .term]),
            group.year.previous.start: try figures.vector(
                "attainment/mark",
                past,
                over: [.pupil, .term],
                seenFrom: scope
            ),
        ]
    }

    /// The marks of one pupil by term, those of the year before first; nil where there are none.
    private func terms(_ pupil: Int) -> [Int?] {
        [year.previous.start, year.start].flatMap { year in
            [1, 2].map { marks[year]?[[pupil, $0]]?.scaled?.value }
        }
    }

    /// The lines of two kinds on one scale for the whole class.
    private var markRange: ClosedRange<Int> {
        let all = pupils.flatMap { terms($0.id).compactMap { $0 } }
        guard let low = all.min(), let high = all.max() else { return 0...1 }
        return low...max(high, low + 1)
    }

    private var missedRange: ClosedRange<Int> {
        0...max(byMonth.values.compactMap { $0.scaled?.value }.max() ?? 1, 1)
    }

    func table(_ language: Language, mayImport: Bool) -> DataTable {
        let columns = RosterColumn.allCases.filter { $0.has(self) }
        let (marks, missed) = (markRange, missedRange)
        var table = DataTable(
            id: "pupils",
            language,
            caption: Text(lv: "Izglītojamie", en: "Pupils")[language],
            columns: [DataTable.Column(Text(lv: "Izglītojamais", en: "Pupil")[language])]
                + columns.map { $0.column(self, language) },
            rows: pupils.map { pupil in
                var name = DataTable.Cell.words(pupil.name)
                name.note = pupil.left.map {
                    Text(lv: "klasē līdz ", en: "in the class until ")[language] + Format(language).day($0)
                }
                let cells = columns.map { cell($0, pupil.id, marks, missed, language) }
                return DataTable.Row([name] + cells, address: "/pupils/\(pupil.id)")
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.notes = columns.isEmpty ? [] : [RosterColumn.note(self, language)]
        table.empty = EmptyState(
            Text(lv: "Klasē vēl nav izglītojamo", en: "The class has no pupils yet")[language],
            advice: Text(
                lv: "Izglītojamie parādās, kad importēts izglītojamo saraksts ar klasēm.",
                en: "Pupils appear once the list of pupils with their classes is imported."
            )[language],
            link: mayImport ? Link(Text(lv: "Importēt", en: "Import")[language], "/imports") : nil
        )
        return table
    }

    private func cell(
        _ column: RosterColumn,
        _ pupil: Int,
        _ marks: ClosedRange<Int>,
        _ missed: ClosedRange<Int>,
        _ language: Language
    ) -> DataTable.Cell {
        switch column {
        case .missed:
            var cell = DataTable.Cell.figure(self.missed[pupil], language)
            let values = months.map { byMonth[[pupil, $0]].map { $0.scaled?.value ?? 0 } ?? 0 }
            if self.missed[pupil]?.words(language) != nil { cell.picture = .spark(values, within: missed) }
            return cell
        case .unexcused:
            var cell = DataTable.Cell.figure(unexcused[pupil], language)
            cell.needsAttention = (overLimit[pupil]?.tally?.numerator ?? 0) > 0
            return cell
        case .mark:
            let shown = self.marks[year.start]?[[pupil, markTerm ?? 0]]
            var cell = DataTable.Cell.figure(shown, language)
            if shown?.words(language) != nil { cell.picture = .spark(terms(pupil), within: marks) }
            return cell
        case .insufficient: return count(insufficient[pupil], language)
        }
    }

    /// How many of a pupil's marks are of the lowest level: of a few marks a share says less.
    private func count(_ figure: Figure?, _ language: Language) -> DataTable.Cell {
        guard let figure, !figure.isHidden, let tally = figure.tally else {
            return figure?.isHidden == true ? .suppressed : .noData
        }
        return .words(
            Format(language).integer(tally.numerator),
            address: figure.making,
            needsAttention: tally.numerator > 0
        )
    }
}
