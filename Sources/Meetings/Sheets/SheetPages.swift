internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// The sheets of the pupils of a meeting, or of one of them, each on two sides of A4: what the reader may see.
struct SheetPage: Page {
    let method = PageMethod.get
    let path: String
    let permission = Permission.joinCases
    let scope = PageScope.anywhere
    /// Whether it is of one pupil.
    let isOfOne: Bool

    init(isOfOne: Bool) {
        self.isOfOne = isOfOne
        path = isOfOne ? "/meetings/:meeting/items/:item/sheet" : "/meetings/:meeting/sheets"
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("meeting")
        let item = isOfOne ? try request.number("item") : nil
        let language = request.language
        let (data, sheets, mark) = try await desk.database.data.read { connection in
            let data = try MeetingContent.load(id, item: item, desk, connection)
            let mark = try SheetMark(desk, language, holdsPersons: true, connection)
            return (data, try SheetPage.sheets(data, language, desk, connection), mark)
        }
        guard !isOfOne || !sheets.isEmpty else { throw Refusal.noSuchPage }
        let title = Text(lv: "Izglītojamo lapas sanāksmei", en: "Sheets of pupils for the meeting")
        let named = isOfOne ? data.lines.first?.name : nil
        try await MeetingLooks.record("meeting \(id) sheets", data, desk)
        var content = PageContent(
            named.map { Text(same: $0) } ?? title,
            body(sheets, mark, title, data, language),
            crumbs: [
                PageContent.Crumb(MeetingsPage.title, "/meetings"),
                PageContent.Crumb(MeetingWords.title(data.meeting, data.place), "/meetings/\(id)"),
            ],
            persons: data.persons
        )
        content.record = "meeting \(id) sheets"
        return .page(content)
    }

    private func body(
        _ sheets: [HTML],
        _ mark: SheetMark,
        _ title: Text,
        _ data: MeetingContent,
        _ language: Language
    ) -> HTML {
        let button = Text(lv: "Drukāt", en: "Print")[language]
        let print: HTML =
            "<button type=\"button\" class=\"button second js-only\" data-print>\(button)</button>"
        if isOfOne { return "<div class=\"buttons screen-only\">\(print)</div>\(sheets)" }
        let hidden = data.lines.filter { $0.key == nil }.count
        let count = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils").counted(sheets.count)
        let others = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils").counted(hidden)
        let left =
            hidden == 0
            ? ""
            : Text(
                lv: " Vēl \(others.lv) ir darba kārtībā, bet dati jums nav pieejami.",
                en: " \(others.en.capitalizedFirst) more on the agenda are not open to you."
            )[language]
        let head = PageHead(
            title[language],
            lede: "\(MeetingWords.title(data.meeting, data.place)[language]). \(count[language]).\(left)",
            actions: [print]
        )
        guard !sheets.isEmpty else {
            let empty = EmptyState(
                Text(lv: "Nav ko drukāt", en: "There is nothing to print")[language],
                advice: Text(
                    lv: "Darba kārtībā nav izglītojamo, kuru dati jums ir pieejami.",
                    en: "There are no pupils on the agenda whose data are open to you."
                )[language]
            )
            return "\(head)\(empty)"
        }
        // The sheets are parted and handed round, so each says by itself whose it is.
        let items: [HTML] = sheets.map { "<div class=\"item\">\(mark)\($0)</div>" }
        // On paper the meeting's name alone would take the first sheet.
        return "<div class=\"cover screen-only\">\(head)</div>\(items)"
    }

    /// A sheet for each item whose pupil the reader may know.
    private static func sheets(
        _ data: MeetingContent,
        _ language: Language,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [HTML] {
        let signs = Dictionary(grouping: try SignalGlance.all(desk, connection), by: \.pupil)
        let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        let reader = try AgendaReader([], names, desk, connection)
        let levels = try LevelGlance.levels(of: Set(data.persons), desk, connection)
        return try data.lines.compactMap { line in
            guard let key = line.key else { return nil }
            let front = try PupilFront.load(
                line,
                of: data.meeting.id,
                key,
                signs[key.pupil] ?? [],
                levels[key.pupil],
                reader,
                desk,
                connection
            )
            let paper = front.paper(language)
            let html = front.html(paper, language)
            let sheets = try PupilSheets.load(
                key.pupil,
                suffix: "-\(line.item.id)",
                language,
                desk,
                connection
            )
            if let sheets { return sheets.html(front: html, rows: paper.rows) }
            // Who knows the pupil by a case alone reads what the case gives.
            return "<div class=\"brief\">\(PageHead(line.name))\(html)</div>"
        }
    }
}

extension String {
    /// The same with a capital letter first.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
