import Frame
import Kernel
import Pages
import Registry
import Storage

/// How a number of a report was made that is no figure of one measure: its formula, what it is reckoned from, the
/// measures behind it and the rules in force.
///
/// The report is asked as on its own page, so that nothing stands here that its reader may not see there.
struct NumberPage: Page {
    let method = PageMethod.get
    let path = "/numbers/:room/:report"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (answer, choices) = try await Asking(desk).answerWithChoices(ReportRequest(request))
        guard let place = NumberPlace(request.query), let number = MadeNumber(answer, place) else {
            throw Refusal.noSuchPage
        }
        let named = number.column.making?.measures ?? answer.mark?.measures.map(\.name) ?? []
        let measures = named.compactMap { try? desk.house.measures.named($0) }
        let rules = try await NumberPage.rules(number, measures, answer.selection.year, desk)
        let view = NumberView(
            number: number,
            answer: answer,
            choices: choices,
            measures: measures,
            rules: rules,
            language: request.language
        )
        var content = PageContent(
            FigurePage.title,
            view.html,
            crumbs: [
                PageContent.Crumb(ReportsPage.title, "/reports"),
                PageContent.Crumb(answer.title, choices.whole.text),
            ],
            persons: number.row.persons
        )
        content.staff = number.staff
        return .page(content)
    }

    /// What was in force at the end of the year, or is today.
    private static func rules(
        _ number: MadeNumber,
        _ measures: [any Measure],
        _ year: SchoolYear,
        _ desk: Desk
    ) async throws -> [Regulation] {
        let (tenant, day) = (desk.tenant, min(desk.today, year.last))
        var seen: Set<String> = []
        let all = (number.column.making?.rules ?? []) + measures.flatMap { $0.rules }
        let names = all.filter { seen.insert($0).inserted }
        guard !names.isEmpty else { return [] }
        return try await desk.database.data.read { connection in
            let regulations = try Regulations.load(tenant, connection)
            return names.compactMap { regulations.named($0, on: day) }
        }
    }
}

extension MadeNumber {
    /// The members of staff that the row names.
    fileprivate var staff: [StaffID] {
        row.cells.compactMap { cell in
            guard case .member(.teacher, let id, _) = cell, id != 0 else { return nil }
            return StaffID(rawValue: id)
        }
    }
}

/// What the page of a number shows.
struct NumberView {
    let number: MadeNumber
    let answer: AnsweredReport
    let choices: ReportChoices
    let measures: [any Measure]
    let rules: [Regulation]
    let language: Language

    var html: HTML {
        let head = PageHead(number.column.heading[language], lede: answer.title[language])
        let about = number.names.map { $0[language] } + choices.words(answer.filters, language)
        let place = about.joined(separator: " · ")
        return "\(head)<p>\(place)</p>\(facts)\(inputs)\(sources)\(notes)"
    }

    private var facts: HTML {
        var facts: [(name: String, value: HTML)] = [
            (Text(lv: "Skaitlis", en: "Number")[language], HTML(text: number.value.words(language)))
        ]
        if let formula = number.column.making?.formula {
            let name = Text(lv: "Kā aprēķina", en: "How it is reckoned")[language]
            facts.append((name, HTML(text: formula[language])))
        }
        for rule in rules {
            let name = Text(lv: "Prasība", en: "Rule")[language]
            facts.append((name, HTML(text: rule.inForce(language))))
        }
        return DefinitionList(facts).html
    }

    /// What it is made of: numbers of the row, each with its own making, and sums that no column shows.
    private var inputs: HTML? {
        var facts: [(name: String, value: HTML)] = number.inputs.map { column, cell in
            let words = FaceValue(cell).words(language)
            guard case .figure(let figure) = cell, let making = figure.making else {
                return (column.heading[language], HTML(text: words))
            }
            return (column.heading[language], Link(words, making).html)
        }
        let format = Format(language)
        for part in number.row.parts {
            let words = format.decimal(part.value, part.decimals)
            facts.append((part.label[language], HTML(text: words)))
        }
        guard !facts.isEmpty else { return nil }
        let heading = Text(lv: "No kā aprēķināts", en: "What it is made of")[language]
        return Section(heading, DefinitionList(facts).html).html
    }

    /// The measures behind it, each with its own page.
    private var sources: HTML? {
        guard !measures.isEmpty else { return nil }
        let items: [HTML] = measures.map { measure in
            let link = Link(measure.title[language], answer.selection.making(of: measure))
            return "<li>\(link)<p>\(measure.definition, language)</p></li>"
        }
        let heading = Text(lv: "Rādītāji, no kuriem tas nāk", en: "The measures it comes from")[language]
        return Section(heading, "<ul class=\"index\">\(items)</ul>").html
    }

    /// What the report says of how it counts.
    private var notes: HTML {
        let notes: [HTML] = answer.document.notes.map { "<p class=\"quiet\">\($0, language)</p>" }
        return "\(notes)"
    }
}
