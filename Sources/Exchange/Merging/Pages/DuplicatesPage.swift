import Frame
import Kernel
import Pages
import Registry

/// Pupils who may be registered twice, and those who were joined.
struct DuplicatesPage: Page {
    let method = PageMethod.get
    let path = "/duplicates"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    static let title = Text(lv: "Iespējamie dublikāti", en: "Possible duplicates")
    static let crumb = PageContent.Crumb(title, "/duplicates")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let list = try await Duplicates(desk).list()
        let language = request.language
        let head = PageHead(
            DuplicatesPage.title[language],
            lede: Text(
                lv: """
                    Izglītojamie, kuri, iespējams, reģistrēti divreiz. Pēc apvienošanas viss ir pie viena numura, un vecais \
                    numurs, kods un vārds ved uz to; apvienotos var atdalīt.
                    """,
                en: """
                    Pupils who may be registered twice. When they are joined, everything comes to one number, and the old \
                    number, code and name lead there; those who were joined can be parted.
                    """
            )[language]
        )
        let body: HTML = "\(head)\(pairs(list.pairs, language))\(joined(list.joined, language))"
        let shown =
            list.pairs.flatMap { [$0.pair.key.first, $0.pair.key.second] }
            + list.joined.flatMap { [$0.merge.pupil, $0.merge.other] }
        return .page(PageContent(DuplicatesPage.title, body, persons: shown))
    }

    private func pairs(_ pairs: [Duplicates.Named], _ language: Language) -> HTML {
        let format = Format(language)
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var table = DataTable(
            id: "pairs",
            language,
            caption: words("Pāri", "Pairs"),
            columns: [
                DataTable.Column(words("Izglītojamie", "Pupils"), width: .broad),
                DataTable.Column(words("Kas sakrīt", "What is alike"), width: .broad),
                DataTable.Column(words("Stāvoklis", "State")),
                DataTable.Column(words("Kopš", "Since")),
            ],
            rows: pairs.map { named in
                let pair = named.pair
                let numbers = "\(pair.key.first.rawValue) – \(pair.key.second.rawValue)"
                let names = named.first == named.second ? named.first : "\(named.first) – \(named.second)"
                return DataTable.Row(
                    [
                        .words(names, note: numbers), .words(PairReason.words(pair.why)[language]),
                        .words(pair.answer.words[language], needsAttention: pair.answer == .waiting),
                        .words(format.day(pair.answeredOn ?? pair.foundOn)),
                    ],
                    address: Address(PairPage.address(pair.key))
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            words("Neviens pāris negaida atbildi", "No pair waits for an answer"),
            advice: words(
                "Pārus meklē pēc katra importa, kas maina izglītojamo sarakstu, un reizi dienā.",
                "Pairs are looked for after each import that changes the list of pupils, and once a day."
            )
        )
        return Section(words("Pāri", "Pairs"), table.html).html
    }

    private func joined(_ joined: [Duplicates.Joined], _ language: Language) -> HTML? {
        guard !joined.isEmpty else { return nil }
        let format = Format(language)
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var table = DataTable(
            id: "joined",
            language,
            caption: words("Apvienotie", "Joined"),
            columns: [
                DataTable.Column(words("Izglītojamais", "Pupil"), width: .broad),
                DataTable.Column(words("Pievienotais numurs", "Number joined")),
                DataTable.Column(words("Kad un kas", "When and by whom"), width: .broad),
                DataTable.Column(words("Stāvoklis", "State")),
            ],
            rows: joined.map { one in
                let merge = one.merge
                let state = merge.undoneAt == nil ? words("apvienoti", "joined") : words("atdalīti", "parted")
                return DataTable.Row(
                    [
                        .words(one.pupil, note: String(merge.pupil.rawValue)),
                        .words(String(merge.other.rawValue), note: one.other),
                        .words("\(format.moment(merge.at)), \(merge.account)"), .words(state),
                    ],
                    address: "/merged/\(merge.id)"
                )
            }
        )
        table.hidesCaption = true
        return Section(words("Apvienotie", "Joined"), table.html).html
    }
}
