internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention

/// The board: a lane for each state, side by side where there is room, one under the other on a phone and on paper.
struct BoardView {
    let board: PupilBoard
    let language: Language

    private var format: Format { Format(language) }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let place = board.asked.institution.flatMap { board.name(of: $0) }
        let head = PageHead(
            place.map { "\(BoardPage.title[language]): \($0[language])" } ?? BoardPage.title[language],
            lede: text(
                "Izglītojamie pēc tā, cik tālu komanda ar viņiem ir. Alfabēta secībā; neviens netiek sarindots.",
                "Pupils by how far the team is with them. In alphabetical order; nobody is ranked."
            ),
            actions: [
                "<button type=\"button\" class=\"button second js-only\" data-print>\(text("Drukāt", "Print"))</button>"
            ]
        )
        let tabs = TeamTabs.html("/team", language)
        return "\(head)\(tabs)\(bar)\(board.places.isEmpty ? lanes : places)"
    }

    private var bar: FilterBar {
        var choices: [FilterBar.Choice] = []
        if board.institutions.count > 1 {
            choices.append(
                FilterBar.Choice(
                    "institution",
                    text("Iestāde", "Institution"),
                    [Option("", text("Visas", "All"))]
                        + board.institutions.map { Option(String($0.id), $0.name[language]) },
                    chosen: board.asked.institution.map { String($0) } ?? ""
                )
            )
        }
        // Classes of several institutions may have one name.
        if board.asked.institution != nil || board.institutions.count == 1, board.classes.count > 1 {
            choices.append(
                FilterBar.Choice(
                    "class",
                    text("Klase", "Class"),
                    [Option("", text("Visas", "All"))]
                        + board.classes.map { Option(String($0.id), $0.name[language]) },
                    chosen: board.asked.classGroup.map { String($0) } ?? ""
                )
            )
        }
        choices.append(
            FilterBar.Choice(
                "own",
                text("Kuri", "Which"),
                [
                    Option("0", text("Visi, ar kuriem strādāju", "All I work with")),
                    Option("1", text("Par kuriem atbildu", "Those I answer for")),
                ],
                chosen: board.asked.isOwn ? "1" : "0"
            )
        )
        return FilterBar(language, action: "/team", choices: choices, clear: "/team")
    }

    private var places: HTML {
        var table = DataTable(
            id: "places",
            language,
            caption: text("Izglītojamie pa iestādēm", "Pupils by institution"),
            columns: [DataTable.Column(text("Iestāde", "Institution"), width: .roomy)]
                + BoardLane.allCases.map { DataTable.Column($0.words[language], .number) },
            rows: board.places.map { place in
                DataTable.Row(
                    [.words(board.name(of: place.id)?[language] ?? "")]
                        + BoardLane.allCases.map { .words(format.integer(place.counts[$0] ?? 0)) },
                    address: Address("/team").adding("institution", String(place.id))
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        return table.html
    }

    private var lanes: HTML {
        guard !board.cards.isEmpty else {
            return EmptyState(
                text("Te vēl nav neviena", "There is nobody here yet"),
                advice: board.seesSignals
                    ? text(
                        "Izglītojamie parādās, kad rodas riska pazīme, kāds pieraksta novērojumu vai atver gadījumu. Izvēlieties citu atlasi vai sāciet no izglītojamā lapas.",
                        "Pupils appear with a sign of risk, an observation or a case. Choose otherwise, or start from a pupil’s page."
                    )
                    : text(
                        "Šeit parādīsies izglītojamie, kuru gadījumos jūs uzaicinās.",
                        "Pupils into whose cases you are invited will appear here."
                    )
            ).html
        }
        // Who was only asked into cases has no lanes of signs.
        let shown = board.seesSignals ? BoardLane.allCases : [.open, .closed]
        let sections: [HTML] = shown.map { lane in
            let cards = board.cards(lane)
            let items: [HTML] = cards.map { card($0) }
            let list: HTML =
                items.isEmpty
                ? "<p class=\"quiet\">\(lane.none, language)</p>" : "<ul>\(items)</ul>"
            let count: HTML? =
                cards.isEmpty ? nil : " <span class=\"quiet\">\(format.integer(cards.count))</span>"
            return
                "<section id=\"lane-\(lane.rawValue)\"><h2>\(lane.words, language)\(count)</h2>\(list)</section>"
        }
        // On a phone lanes stand one under the other, so the way to each is at the top.
        let ways: [HTML] = shown.map { lane in
            let words = "\(lane.words[language]) \(format.integer(board.cards(lane).count))"
            return "<li>\(Link(words, Address("#lane-\(lane.rawValue)")))</li>"
        }
        return "<ul class=\"lane-ways\">\(ways)</ul><div class=\"lanes\">\(sections)</div>"
    }

    private func card(_ card: PupilBoard.Card) -> HTML {
        let place = place(card)
        let at: HTML? = place.isEmpty ? nil : " <span class=\"quiet\">\(place)</span>"
        let fresh: HTML? =
            card.hasNewSign ? " \(Badge(text("jauna pazīme", "new sign"), .attention))" : nil
        let ownerless: HTML? =
            card.isOwnerless ? " \(Badge(text("nav gadījuma vadītāja", "no owner"), .wrong))" : nil
        let state: HTML? = card.state.map { "<p>\($0.capitalised, language)</p>" }
        let signs: [HTML] = card.signs.map { "<p>\($0, language)</p>" }
        let level: HTML? = card.level.map { "<p>\($0.capitalised, language)</p>" }
        return """
            <li><p>\(Link(card.name, address(card)))\(at)\(fresh)\(ownerless)</p>\(state)\(level)\(signs)\
            <p class="quiet">\(line(card))</p>\(next(card))</li>
            """
    }

    private func place(_ card: PupilBoard.Card) -> String {
        let classGroup = card.classGroup > 0 ? board.name(ofClass: card.classGroup)?[language] : nil
        let institution =
            board.asked.institution == nil && board.institutions.count > 1
            ? board.name(of: card.institution)?[language] : nil
        return [classGroup, institution].compactMap { $0 }.joined(separator: ", ")
    }

    private func address(_ card: PupilBoard.Card) -> Address {
        card.caseID.map { Address("/cases/\(String($0))") }
            ?? Address("/pupils/\(String(card.pupil.rawValue))/signals")
    }

    private func line(_ card: PupilBoard.Card) -> String {
        let day = format.day(card.since)
        let since =
            card.lane == .closed
            ? text("Slēgts \(day)", "Closed \(day)") : text("Kopš \(day)", "Since \(day)")
        let who =
            card.isOwnerless
            ? text(
                "gadījuma vadītājs vairs neatbild; jāieceļ cits",
                "the owner answers no longer; name another one"
            )
            : card.who.map { text("atbild \($0)", "\($0) answers") }
                ?? text("neviens vēl nav uzņēmies", "nobody has taken it yet")
        return "\(since) · \(who)"
    }

    private func next(_ card: PupilBoard.Card) -> HTML? {
        guard let next = card.next, card.lane != .closed else { return nil }
        let late: HTML? =
            next < board.today ? " \(Badge(text("nokavēts", "overdue"), .wrong))" : nil
        return "<p class=\"quiet\">\(text("Jāpārskata", "Look again by")) \(format.day(next))\(late)</p>"
    }
}
