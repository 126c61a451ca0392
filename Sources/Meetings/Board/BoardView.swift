internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention

/// The board: a lane for each state, side by side where there is room, one under the other on a phone and on paper.
struct BoardView {
    let board: PupilBoard
    let language: Language

    var format: Format { Format(language) }
    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let place = board.asked.institution.flatMap { board.name(of: $0) }
        let head = PageHead(
            place.map { "\(BoardPage.title[language]): \($0[language])" } ?? BoardPage.title[language],
            lede: text(
                "Izglītojamie pēc darba posma, alfabēta secībā. Saraksts nav sakārtots pēc riska.",
                "Pupils by the stage of the work, in alphabetical order. The list is not ordered by risk."
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
        if board.places.isEmpty {
            choices.append(
                FilterBar.Choice(
                    "lane",
                    text("Posms", "Stage"),
                    [Option("", text("Visi", "All"))]
                        + lanesOfReader.map { Option(String($0.rawValue), $0.words[language]) },
                    chosen: onlyLane.map { String($0.rawValue) } ?? ""
                )
            )
        }
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
                    [.words(board.name(of: place.id)?[language] ?? "")] + numbers(place.counts),
                    address: Address("/team").adding("institution", String(place.id))
                )
            }
        )
        let whole: [BoardLane: Int] = board.places.reduce(into: [:]) {
            $0.merge($1.counts, uniquingKeysWith: +)
        }
        table.totals = [DataTable.Row([.words(text("Kopā", "Total"))] + numbers(whole))]
        table.hidesCaption = true
        table.hasTools = true
        table.notes = [
            text(
                "Katrs izglītojamais ieskaitīts vienreiz: pie gadījuma, ja tas ir atvērts, citādi pie pazīmes, kas vēl jāapskata.",
                "Each pupil is counted once: with the case where one is open, else with the sign that has yet to be seen to."
            )
        ]
        return table.html
    }

    private func numbers(_ counts: [BoardLane: Int]) -> [DataTable.Cell] {
        BoardLane.allCases.map { .words(format.integer(counts[$0] ?? 0)) }
    }
}
