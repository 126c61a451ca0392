internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of personal data: requests first, then what is kept and why, then what ended.
struct PrivacyView {
    let language: Language
    let today: Day
    let requests: [(request: PrivacyRequest, name: String)]
    let sets: [DataSet]
    let lists: CodeLists
    let retention: Retention
    let ended: [EndedKeeping]

    private var format: Format { Format(language) }

    var html: HTML {
        let new = ButtonLink(
            Text(lv: "Reģistrēt pieprasījumu", en: "Register a request")[language],
            "/privacy/requests/new"
        )
        let notice = ButtonLink(FamilyNoticePage.title[language], "/privacy/families", .second)
        let head = PageHead(
            PrivacyPage.title[language],
            lede: Text(
                lv: "Personu pieprasījumi, apstrādes reģistrs un glabāšanas termiņi.",
                en: "Requests of persons, the record of processing, and how long data are kept."
            )[language],
            actions: [new.html, notice.html]
        )
        let keeping = KeepingView(language: language, retention: retention, ended: ended)
        return "\(head)\(requestSection)\(recordSection)\(keeping.html)"
    }

    private var requestSection: HTML {
        var table = DataTable(
            id: "requests",
            language,
            caption: Text(lv: "Pieprasījumi", en: "Requests")[language],
            columns: [
                DataTable.Column(Text(lv: "Persona", en: "Person")[language]),
                DataTable.Column(Text(lv: "Ko lūdz", en: "Asks for")[language]),
                DataTable.Column(Text(lv: "Saņemts", en: "Received")[language]),
                DataTable.Column(Text(lv: "Termiņš", en: "Due")[language]),
                DataTable.Column(Text(lv: "Stāvoklis", en: "State")[language]),
            ],
            rows: requests.map { item in
                let isLate = item.request.state.isOpen && item.request.due < today
                return DataTable.Row(
                    [
                        .words(item.name), .words(item.request.kind.words[language]),
                        .words(format.day(item.request.asked)),
                        .words(format.day(item.request.due), needsAttention: isLate),
                        .words(item.request.state.words[language]),
                    ],
                    address: Address("/privacy/requests/\(String(item.request.id))")
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Pieprasījumu nav", en: "There are no requests")[language],
            advice: Text(
                lv:
                    "Kad persona lūdz parādīt, labot vai dzēst savus datus, reģistrējiet to šeit; atbilde jāsniedz mēneša laikā.",
                en:
                    "When a person asks to see, mend or erase their data, register it here; an answer is due in a month."
            )[language]
        )
        return Section(Text(lv: "Pieprasījumi", en: "Requests")[language], table.html).html
    }

    private var recordSection: HTML {
        var table = DataTable(
            id: "record",
            language,
            caption: Text(lv: "Apstrādes darbību reģistrs", en: "Record of processing")[language],
            columns: [
                DataTable.Column(Text(lv: "Datu kopa", en: "Data set")[language]),
                DataTable.Column(Text(lv: "Nolūks", en: "Purpose")[language], width: .broad),
                DataTable.Column(Text(lv: "Tiesiskais pamats", en: "Legal basis")[language], width: .broad),
                DataTable.Column(Text(lv: "Cik ilgi glabā", en: "Kept for")[language]),
                DataTable.Column(Text(lv: "Tabulas", en: "Tables")[language], .number),
                DataTable.Column(Text(lv: "Šifrētas kolonnas", en: "Sealed columns")[language], .number),
            ],
            rows: sets.map { row($0) }
        )
        table.hidesCaption = true
        table.hasTools = true
        let edit: HTML = """
            <p class="quiet">\(Text(lv: "Nolūkus un pamatus labo klasifikatoros:", en: "Purposes and bases are edited in the code lists:"), language) \
            <a href="/codes/data-purpose">\(Text(lv: "nolūki", en: "purposes"), language)</a>, \
            <a href="/codes/data-basis">\(Text(lv: "tiesiskie pamati", en: "legal bases"), language)</a>.</p>
            """
        return Section(
            Text(
                lv: "Apstrādes darbību reģistrs (VDAR 30. pants)",
                en: "Record of processing (GDPR, article 30)"
            )[
                language
            ],
            "\(table)\(edit)"
        ).html
    }

    private func row(_ set: DataSet) -> DataTable.Row {
        let kept = retention.told(of: set).map { $0[language] }
        return DataTable.Row([
            .words(set.room.title[language], note: set.holds.words[language]),
            words(CodeLists.processingPurposes, set.code), words(CodeLists.processingBases, set.code),
            .words(kept.joined(separator: "; ")),
            .words(format.integer(set.tables.count)), .words(format.integer(set.sealed)),
        ])
    }

    /// Words of a list; a set that nobody described says so.
    private func words(_ list: String, _ code: String) -> DataTable.Cell {
        let found = lists.words(list, code)
        guard found != Text(same: code) else {
            return .words(Text(lv: "nav aprakstīts", en: "not described")[language], needsAttention: true)
        }
        return .words(found[language])
    }
}
