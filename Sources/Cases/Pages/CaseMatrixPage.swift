internal import Access
internal import Frame
internal import Kernel
internal import Pages

/// Who sees and does what of a case in each of its states, answered by the gate itself, to be read and printed.
struct CaseMatrixPage: Page {
    let method = PageMethod.get
    let path = "/permissions/cases"
    let permission = Permission.ownAccount
    // The case is invented, so everybody who is signed in may read who may what.
    let scope = PageScope.own

    static let title = Text(lv: "Kas ko redz atbalsta gadījumā", en: "Who sees what of a case of support")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let matrix = CaseMatrix(desk.house)
        let lede = Text(
            lv:
                "Loma viena pati gadījumā neko neatver: svarīgi, kāda saistība cilvēkam ir ar gadījumu un kādā "
                + "stāvoklī tas ir. Tabulu veido tie paši noteikumi, pēc kuriem sistēma lemj.",
            en:
                "In a case a role alone opens nothing: what counts is what one is to the case, and its state. The "
                + "table is made by the same rules that the system decides by."
        )
        let sections = matrix.groups.enumerated().map { number, states in
            section(number, states, matrix, language)
        }
        let head = PageHead(CaseMatrixPage.title[language], lede: lede[language])
        return .page(
            PageContent(
                CaseMatrixPage.title,
                "\(head)\(sections)",
                crumbs: [
                    PageContent.Crumb(Text(lv: "Kas ko drīkst", en: "Who may what"), "/permissions")
                ]
            )
        )
    }

    private func section(
        _ number: Int,
        _ states: [CaseState],
        _ matrix: CaseMatrix,
        _ language: Language
    ) -> HTML {
        let words = states.map { $0.words[language] }.joined(separator: ", ")
        let title = Text(lv: "Stāvoklis: \(words)", en: "State: \(words)")[language]
        let rows = states.first.map { alike(matrix.lines, $0, language) } ?? []
        var table = DataTable(
            id: "cases-\(number)",
            language,
            caption: title,
            columns: [
                DataTable.Column(Text(lv: "Kas", en: "Who")[language], width: .broad),
                DataTable.Column(Text(lv: "Drīkst", en: "May")[language], width: .broad),
            ],
            rows: rows
        )
        table.hidesCaption = true
        table.notes = [
            Text(
                lv:
                    "Visi, kas te nav minēti, par gadījumu neuzzina neko. Neko nevar uzzināt arī, skatot sistēmu cita "
                    + "lietotāja acīm.",
                en:
                    "Whoever is not named here learns nothing of the case. Nor does one learn anything by looking "
                    + "through another user’s eyes."
            )[language]
        ]
        return Section(title, table.html).html
    }

    /// Those who may the same stand together, so that the table is short enough to be read; whoever may most comes first.
    private func alike(
        _ lines: [CaseMatrix.Line],
        _ state: CaseState,
        _ language: Language
    ) -> [DataTable.Row] {
        var order: [[String]] = []
        var who: [[String]: [String]] = [:]
        for line in lines {
            let rights = line.rights[state] ?? []
            guard !rights.isEmpty else { continue }
            let may = CaseRight.allCases.filter(rights.contains).map { $0.words[language] }
            if who[may] == nil { order.append(may) }
            who[may, default: []].append(line.position.words[language])
        }
        return order.sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }.map { may in
            DataTable.Row([list(who[may] ?? []), list(may)])
        }
    }

    private func list(_ words: [String]) -> DataTable.Cell {
        let items: [HTML] = words.map { "<li>\($0)</li>" }
        return .markup("<ul class=\"plain\">\(items)</ul>")
    }
}

extension CaseMatrix.Position {
    /// Who it is: the role with its place, and what they are to the case.
    var words: Text {
        let place = Text(same: " (") + level.words + Text(same: ")")
        let who = role.levels.count > 1 ? role.words + place : role.words
        if isOwner { return who + Text(lv: ", gadījuma vadītājs", en: ", owner of the case") }
        return seat.map { who + Text(same: ", ") + $0.words } ?? who
    }
}

extension CaseSeat {
    /// For whom somebody takes part, how the invitation stands, and what it shows.
    var words: Text {
        let start = body.words + Text(same: ": ") + state.words
        guard state == .accepted else { return start }
        if !isInDate { return start + Text(lv: ", termiņš beidzies", en: ", its time is over") }
        if body == .school {
            return level == .restricted
                ? start + Text(lv: ", arī ierobežotās piezīmes", en: ", restricted notes too") : start
        }
        return start + shown
    }

    private var shown: Text {
        switch parts {
        case .all: Text(lv: ", kam rāda piezīmes un plānus", en: ", shown notes and plans")
        case .notes: Text(lv: ", kam rāda piezīmes", en: ", shown notes")
        case .plan: Text(lv: ", kam rāda plānus", en: ", shown plans")
        default: Text(lv: ", kam rāda tikai pamatdatus", en: ", shown the basics only")
        }
    }
}
