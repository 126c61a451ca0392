import Frame
import Kernel
import Pages
import Registry
import Storage

/// How a figure was made: its definition, its parts, and for those who may, the rows it rests on.
struct FigurePage: Page {
    let method = PageMethod.get
    let path = "/figures/:room/:measure"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Kā skaitlis aprēķināts", en: "How the number is made")
    private static let limit = 500

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let name = "\(request.parts["room"] ?? "")/\(request.parts["measure"] ?? "")"
        let measure = try desk.house.measures.named(name)
        let tenant = desk.tenant
        let limit = FigurePage.limit
        let made = try await desk.database.data.read { connection -> Made in
            let (selection, members) = try FigurePage.asked(request, desk, connection)
            guard desk.asker.may(.readPupils, in: selection.scope, on: desk.today) else { return Made() }
            let order = members.keys.sorted { $0.rawValue < $1.rawValue }
            let vector = try measure.vector(selection, over: order, tenant: tenant, connection)
            let rows = try measure.evidence(
                selection,
                members: members,
                tenant: tenant,
                connection,
                limit: limit
            )
            return Made(tally: vector[order.compactMap { members[$0] }], rows: rows, mayPersons: true)
        }
        let view = FigureView(
            measure: measure,
            tally: made.tally,
            rows: made.rows,
            mayPersons: made.mayPersons,
            limit: limit
        )
        let persons = Set(made.rows.map(\.pupil)).filter { $0.rawValue > 0 }.sorted()
        return .page(PageContent(FigurePage.title, view.html(request.language), persons: persons))
    }

    private static func asked(
        _ request: PageRequest,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (Selection, [Dimension: Int]) {
        guard let year = request.query["year"].flatMap({ SchoolYear($0) }) else { throw Refusal.noSuchPage }
        var selection = Selection(year: year)
        selection.reach = desk.asker.reach(.readFigures, on: desk.today)
        let finder = FilterFinder(desk, connection)
        for kind in FilterKinds.all {
            guard let text = request.query[kind.filter.rawValue], !text.isEmpty else { continue }
            try kind.choose(text, &selection, finder)
        }
        var members: [Dimension: Int] = [:]
        for dimension in Dimension.allCases {
            guard let member = number(request, "by-\(dimension.rawValue)") else { continue }
            members[dimension] = member
            // The member narrows the scope that pupils' rows are asked for.
            if dimension == .institution { selection.institution = InstitutionID(rawValue: member) }
            if dimension == .classGroup { selection.classGroup = ClassID(rawValue: member) }
        }
        let teacher = members[.teacher] ?? selection.teacher?.rawValue
        guard
            teacher == nil || teacher == desk.asker.staff?.rawValue
                || desk.asker.may(.readTeacherFigures, in: selection.scope, on: desk.today)
        else { throw Refusal.noSuchPage }
        return (selection, members)
    }

    /// What one transaction reads.
    private struct Made {
        var tally: Tally?
        var rows: [EvidenceRow] = []
        var mayPersons = false
    }

    private static func number(_ request: PageRequest, _ name: String) -> Int? {
        request.query[name].flatMap { Int($0) }
    }
}

/// What the page of a figure shows.
struct FigureView {
    let measure: any Measure
    let tally: Tally?
    let rows: [EvidenceRow]
    let mayPersons: Bool
    let limit: Int

    func html(_ language: Language) -> HTML {
        let head = PageHead(measure.title[language], lede: measure.definition[language])
        return "\(head)\(parts(language))\(table(language))"
    }

    private func parts(_ language: Language) -> HTML {
        guard let tally else {
            guard !mayPersons else { return "" }
            return Notice(
                .info,
                language,
                Text(
                    lv: "Rindas, no kurām skaitlis veidots, redz tie, kuri strādā ar šiem izglītojamiem.",
                    en: "The rows behind the number are seen by those who work with these pupils."
                )[language]
            ).html
        }
        let format = Format(language)
        var facts: [(name: String, value: HTML)] = [
            (Text(lv: "Skaitītājs", en: "Numerator")[language], HTML(text: format.integer(tally.numerator)))
        ]
        if case .count = measure.unit {
        } else {
            facts.append(
                (
                    Text(lv: "Saucējs", en: "Denominator")[language],
                    HTML(text: format.integer(tally.denominator))
                )
            )
        }
        if let people = tally.people {
            facts.append(
                (Text(lv: "Izglītojamie", en: "Pupils")[language], HTML(text: format.integer(people)))
            )
        }
        return DefinitionList(facts).html
    }

    private func table(_ language: Language) -> HTML {
        guard mayPersons, !rows.isEmpty else { return "" }
        let format = Format(language)
        var table = DataTable(
            id: "rows",
            language,
            caption: Text(lv: "Rindas, no kurām skaitlis veidots", en: "The rows behind the number")[
                language
            ],
            columns: [
                DataTable.Column(Text(lv: "Ieraksts", en: "Record")[language]),
                DataTable.Column(Text(lv: "Diena", en: "Day")[language], .number),
                DataTable.Column(Text(lv: "Daļa", en: "Part")[language], .number),
                DataTable.Column(Text(lv: "Imports", en: "Import")[language], .number),
                DataTable.Column(Text(lv: "Rinda failā", en: "Line of the file")[language], .number),
            ],
            rows: rows.map { row in
                DataTable.Row([
                    .words(row.words[language]), .words(row.day.map { format.day($0) } ?? ""),
                    .words(format.integer(row.numerator)), .words(String(row.batch.rawValue)),
                    .words(row.source == .none ? "" : format.integer(row.source.line)),
                ])
            }
        )
        if rows.count == limit {
            table.notes = [
                Text(
                    lv: "Rādītas pirmās \(limit) rindas; visas ir atskaites failā.",
                    en: "The first \(limit) rows are shown; a report's file has all."
                )[language]
            ]
        }
        return table.html
    }
}
