import Access
import Frame
import Kernel
import Pages
import Storage

/// A set as one document: a title page, then each report on a page of its own.
///
/// Every report is asked as on its own page, by whoever reads: the same is hidden, and all persons shown are on
/// record.
struct SetPage: Page {
    let method = PageMethod.get
    let path = "/sets/:set"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("set")
        let (set, items) = try await desk.database.data.read { connection in
            let sets = ReportSets(desk: desk, connection: connection)
            return (try sets.find(id), try sets.items(id))
        }
        var sheets: [SetSheet] = []
        for item in items { sheets.append(try await SetSheet.ask(item, request.language, desk)) }
        let view = SetView(
            set: set,
            sheets: sheets,
            isKept: set.isKept(by: desk),
            house: desk.house,
            language: request.language
        )
        var content = PageContent(
            set.name.text,
            view.html,
            crumbs: [PageContent.Crumb(ReportsPage.title, "/reports")],
            persons: sheets.flatMap(\.persons)
        )
        content.staff = sheets.flatMap(\.staff)
        return .page(content)
    }
}

/// One report of a set: its answer, or why this reader gets none.
struct SetSheet: Sendable {
    let item: ReportSet.Item
    let answer: Result
    /// Who prints it and when, as sheets of a set are handed on one by one; nil where nothing is shown.
    var mark: SheetMark?

    enum Result: Sendable {
        case report(AnsweredReport, ReportChoices)
        case refused(Refusal)
    }

    static func ask(_ item: ReportSet.Item, _ language: Language, _ desk: Desk) async throws -> SetSheet {
        do {
            let (answer, choices) = try await Asking(desk).answerWithChoices(item.request)
            if let missing = answer.missing {
                return SetSheet(item: item, answer: .refused(Refusal.sheetNeeds(missing)))
            }
            let names = !answer.persons.isEmpty || !answer.staff.isEmpty
            let mark = try await desk.database.data.read {
                try SheetMark(desk, language, holdsPersons: names, $0)
            }
            return SetSheet(item: item, answer: .report(answer, choices), mark: mark)
        } catch let refusal as Refusal {
            // A reader who may see less gets the rest of the set.
            return SetSheet(item: item, answer: .refused(refusal))
        }
    }

    var staff: [StaffID] {
        if case .report(let answer, _) = answer { answer.staff } else { [] }
    }

    var persons: [PupilID] {
        if case .report(let answer, _) = answer { answer.persons } else { [] }
    }
}

/// The document that a set is.
struct SetView {
    let set: ReportSet
    let sheets: [SetSheet]
    let isKept: Bool
    let house: HouseBook
    let language: Language

    var html: HTML {
        let parts: [HTML] = sheets.enumerated().map { sheet($0 + 1, $1) }
        return "<div class=\"cover\">\(head)\(contents)</div>\(parts)"
    }

    private var head: PageHead {
        let count = Noun(lv: "atskaite", "atskaites", en: "report", "reports").counted(sheets.count)[language]
        let day = set.day.map { Format(language).day($0) }
        var actions: [HTML] = []
        if isKept {
            let words = Text(lv: "Mainīt komplektu", en: "Change the set")[language]
            actions.append(ButtonLink(words, "/sets/\(set.id)/edit", .second).html)
        }
        let print = Text(lv: "Drukāt", en: "Print")[language]
        actions.append("<button type=\"button\" class=\"button js-only\" data-print>\(print)</button>")
        return PageHead(
            set.name.text[language],
            lede: [day, count].compactMap { $0 }.joined(separator: " · "),
            actions: actions
        )
    }

    private var contents: HTML {
        let lines: [HTML] = sheets.enumerated().map { index, sheet in
            "<li>\(Link(title(sheet), "#item-\(index + 1)"))</li>"
        }
        guard !lines.isEmpty else {
            return EmptyState(
                Text(lv: "Komplektā nav nevienas atskaites", en: "The set has no report")[language],
                advice: (isKept ? SetView.addOne : SetView.others)[language],
                link: isKept
                    ? Link(
                        Text(lv: "Mainīt komplektu", en: "Change the set")[language],
                        "/sets/\(set.id)/edit"
                    )
                    : nil
            ).html
        }
        return "<h2>\(Text(lv: "Saturs", en: "Contents"), language)</h2><ol>\(lines)</ol>"
    }

    private static let addOne = Text(lv: "Pievienojiet vismaz vienu.", en: "Add at least one.")
    private static let others = Text(
        lv: "Atskaites tajā liek tas, kurš komplektu izveidojis.",
        en: "Whoever made the set puts reports into it."
    )

    private func title(_ sheet: SetSheet) -> String { sheet.item.title(house)[language] }

    private func sheet(_ number: Int, _ sheet: SetSheet) -> HTML {
        let name = title(sheet)
        switch sheet.answer {
        case .refused(let refusal):
            let notice = Notice(
                .attention,
                language,
                refusal.message[language],
                more: refusal.advice[language]
            )
            return """
                <section class="item" id="item-\(number)"><h2 class="title">\(number). \(name)</h2>\(notice)</section>
                """
        case .report(let answer, let choices):
            var face = PageFace(report: answer, language: language, choices: choices)
            face.place = "item-\(number)-"
            // A set is made for paper.
            face.leaf = .whole
            let narrowed = narrowing(answer, choices)
            let finding: HTML? = answer.document.finding.map { "<p>\($0, language)</p>" }
            let facts = answer.mark.map { MarkFace(mark: $0, language: language) }?.head
            return """
                <section class="item" id="item-\(number)">\(sheet.mark)<h2 class="title">\(number). \(name)</h2>\
                \(facts)<p class="quiet">\(narrowed) \
                <span class="screen-only">\(Link(own, sheet.item.request.address))</span></p>\(finding)\
                \(face.parts)</section>
                """
        }
    }

    private var own: String { Text(lv: "Atvērt atskaiti", en: "Open the report")[language] }

    /// What the report is and to what it is narrowed, in words.
    private func narrowing(_ answer: AnsweredReport, _ choices: ReportChoices) -> String {
        ([answer.title[language]] + choices.words(answer.filters, language)).joined(separator: " · ")
    }
}

extension Refusal {
    /// A report of a set that cannot be answered before something is chosen: nothing is chosen on paper.
    fileprivate static func sheetNeeds(_ filter: ReportFilter) -> Refusal {
        Refusal(
            .usage,
            Refusal.notChosen(filter).message,
            advice: Text(
                lv: "Atveriet atskaiti, izvēlieties, saglabājiet to kā skatu un ielieciet komplektā skatu.",
                en: "Open the report, choose, save it as a view, and put the view into the set."
            )
        )
    }
}
