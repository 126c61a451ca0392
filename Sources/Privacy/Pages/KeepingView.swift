internal import Kernel
internal import Pages
internal import Registry

/// How long each kind of data is kept, and where keeping ended lately.
struct KeepingView {
    let language: Language
    let retention: Retention
    let ended: [EndedKeeping]

    var html: HTML {
        let link = Text(lv: "Glabāšanas prasība", en: "The rule of keeping")
        let body: HTML = """
            \(times)<p class="quiet">\(Retention.trail, language)</p>\
            <p><a href="/rules/retention">\(link, language)</a></p>\(table)
            """
        return Section(KeepingView.title[language], body).html
    }

    private static let title = Text(lv: "Glabāšanas beigas", en: "The end of keeping")

    private var times: DefinitionList {
        let kinds: [(Text, String)] = [
            (Text(lv: "Izglītojamo dati", en: "Data of pupils"), "schooling"),
            (Text(lv: "Darbinieku dati", en: "Data of staff"), "employment"),
            (Text(lv: "Sanāksmju protokoli", en: "Minutes of meetings"), "minutes"),
            (Text(lv: "Lietotāju konti", en: "Accounts of users"), "account"),
            (Text(lv: "Personu pieprasījumi", en: "Requests of persons"), "requests"),
            (Text(lv: "Importu atsaukšanas dati", en: "What imports need to be undone"), "undo"),
            (Text(lv: "Piekļuves žurnāls", en: "Audit trail"), "audit"),
        ]
        return DefinitionList(kinds.map { ($0.0[language], HTML(text: retention.words($0.1)[language])) })
    }

    private var table: HTML {
        guard !ended.isEmpty else {
            let nothing = Text(
                lv: "Nekas vēl nav dzēsts. Termiņus pārbauda katru dienu.",
                en: "Nothing was erased yet. What is due is looked for every day."
            )
            return "<p class=\"quiet\">\(nothing, language)</p>"
        }
        let format = Format(language)
        var table = DataTable(
            id: "ended",
            language,
            caption: KeepingView.title[language],
            columns: [
                DataTable.Column(Text(lv: "Diena", en: "Day")[language]),
                DataTable.Column(Text(lv: "Kas", en: "What")[language]),
                DataTable.Column(Text(lv: "Kāpēc", en: "Why")[language]),
                DataTable.Column(Text(lv: "Skaits", en: "Number")[language], .number),
            ],
            rows: ended.map { day in
                DataTable.Row([
                    .words(format.day(day.day)), .words(day.what[language]),
                    .words(day.reason.words[language]), .words(format.integer(day.count)),
                ])
            }
        )
        table.hidesCaption = true
        return table.html
    }
}

extension ErasedPupils.Reason {
    var words: Text {
        switch self {
        case .time: Text(lv: "beidzies glabāšanas laiks", en: "the time of keeping was over")
        case .request: Text(lv: "personas pieprasījums", en: "request of the person")
        }
    }
}
