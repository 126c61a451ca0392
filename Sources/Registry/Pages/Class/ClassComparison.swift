import Frame
import Kernel
import Pages

/// A class beside the classes of its grade and its own past, in the order of their names, never of a number.
struct ClassComparison: Sendable {
    /// A row: what it is, and its figures by measure.
    struct Line: Sendable {
        let name: Text
        let note: Text?
        let address: Address?
        let isOwn: Bool
        let figures: [String: Figure]
        /// Whether the numbers lead to their making, which this reader would see otherwise for a whole municipality.
        var isLinked = true
        /// Measures that are not told of it, to whoever reads.
        var untold: Set<String> = []
    }

    let groups: [(heading: Text, lines: [Line])]

    private static let columns: [(measure: String, heading: Text)] = [
        ("registry/pupils", Text(lv: "Izglītojamie 1. sept.", en: "Pupils on 1 Sep")),
        ("attainment/mark", Text(lv: "Vidējais vērtējums", en: "Mean mark")),
        ("attendance/missed-share", Text(lv: "Kavēto stundu daļa", en: "Lessons missed")),
        (
            "attendance/unexcused-share",
            Text(lv: "Neattaisnoti, % no kavētajām", en: "Unexcused, % of missed")
        ),
        ("attendance/over-limit", Text(lv: "Virs robežas", en: "Over the limit")),
    ]

    static func load(
        _ group: ClassFacts,
        _ past: [PastClass],
        _ beside: Beside,
        _ marks: MarkPeriod,
        _ figures: PageFigures
    ) throws -> ClassComparison {
        var parallel: [Line] = []
        // Marks of a term that runs are laid beside those of the same term.
        let term = marks.beside.own.term
        if group.grade > 0 {
            parallel = try classes(group, term, figures)
            let grades = ClassGrades(group.grade, parallel, figures.desk)
            parallel.append(grades.here(try whole(group.parallel, term, figures)))
            let everywhere = grades.everywhere(try whole(beside.municipality, term, figures))
            parallel.append(everywhere)
            if !everywhere.untold.isEmpty {
                parallel.append(grades.all(try whole(Selection(year: group.year), term, figures)))
            }
        }
        let history = try past.map { try line($0, group, figures) }
        return ClassComparison(groups: [
            (Text(lv: "Līdzās", en: "Beside"), parallel),
            (Text(lv: "Iepriekšējos gados", en: "In earlier years"), history),
        ])
    }

    /// The classes of the grade, each with its figures, by name.
    private static func classes(_ group: ClassFacts, _ term: Int?, _ figures: PageFigures) throws -> [Line] {
        let desk = figures.desk
        let lines = try columns.map {
            (
                $0.measure,
                try figures.line($0.measure, asked($0.measure, group.parallel, term), over: .classGroup)
            )
        }
        let known = Set(lines.flatMap(\.1.keys)).union([group.id.rawValue])
        return try ListedClass.list(group.institution, group.year, desk, figures.connection)
            .filter { known.contains($0.id) }
            .map { line in
                let isOwn = line.id == group.id.rawValue
                let own = lines.compactMap { measure, figures in figures[line.id].map { (measure, $0) } }
                return Line(
                    name: Text(same: line.name),
                    note: isOwn ? Text(lv: "šī klase", en: "this class") : nil,
                    address: line.mayOpen && !isOwn ? "/classes/\(line.id)" : nil,
                    isOwn: isOwn,
                    figures: Dictionary(own) { first, _ in first }
                )
            }
    }

    private static func line(_ past: PastClass, _ group: ClassFacts, _ figures: PageFigures) throws -> Line {
        let desk = figures.desk
        let year = (lv: Format(.lv).schoolYear(past.year), en: Format(.en).schoolYear(past.year))
        let scope = Scope(institution: past.institution, classGroup: past.id)
        return Line(
            name: Text(lv: "\(year.lv), \(past.name)", en: "\(year.en), \(past.name)"),
            note: Noun(
                lv: "no tagadējiem izglītojamajiem mācījās tajā",
                "no tagadējiem izglītojamajiem mācījās tajā",
                en: "of today's pupils was in it",
                "of today's pupils were in it"
            ).counted(past.shared),
            address: desk.asker.may(.readPupils, in: scope, on: desk.today)
                ? "/classes/\(past.id.rawValue)" : nil,
            isOwn: false,
            figures: try whole(past.selection, nil, figures)
        )
    }

    private static func whole(
        _ selection: Selection,
        _ term: Int?,
        _ figures: PageFigures
    ) throws -> [String: Figure] {
        try columns.reduce(into: [:]) { known, column in
            known[column.measure] = try figures.one(column.measure, asked(column.measure, selection, term))
        }
    }

    /// Marks are of the term, if one is given; everything else is of the year.
    private static func asked(_ measure: String, _ selection: Selection, _ term: Int?) -> Selection {
        var selection = selection
        if measure == "attainment/mark" { selection.term = term }
        return selection
    }

    func html(_ language: Language) -> HTML? {
        let groups = groups.filter { !$0.lines.isEmpty }
        guard !groups.isEmpty else { return nil }
        let lines = groups.flatMap(\.lines)
        let shown = ClassComparison.columns.filter { column in
            lines.contains { $0.figures[column.measure] != nil }
        }
        let heading = Text(
            lv: "Klase salīdzinājumā ar paralēlklasēm un iepriekšējiem gadiem",
            en: "The class beside parallel classes and its own past"
        )[language]
        var table = DataTable(
            id: "beside",
            language,
            caption: heading,
            columns: [DataTable.Column(Text(lv: "Klase", en: "Class")[language])]
                + shown.map { DataTable.Column($0.heading[language], .number) },
            groups: groups.map { group in
                DataTable.Group(
                    group.heading[language],
                    group.lines.map { row($0, shown.map(\.measure), language) }
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        return Section(heading, table.html).html
    }

    private func row(_ line: Line, _ measures: [String], _ language: Language) -> DataTable.Row {
        var name = DataTable.Cell.words(line.name[language])
        name.note = line.note?[language]
        let cells = measures.map { measure -> DataTable.Cell in
            guard !line.untold.contains(measure) else { return .notApplicable }
            return .figure(line.figures[measure], language, linked: line.isLinked)
        }
        return DataTable.Row([name] + cells, address: line.address)
    }
}
