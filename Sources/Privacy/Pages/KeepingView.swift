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
            \(times.html)<p class="quiet">\(Retention.trail, language)</p>\
            <p><a href="/rules/retention">\(link, language)</a></p>\(table)
            """
        return Section(KeepingView.title[language], body).html
    }

    private static let title = Text(lv: "Glabāšanas beigas", en: "The end of keeping")

    /// Each kind with its time, what goes then, and what the time rests on.
    private var times: DataTable {
        let rows = RetentionKind.allCases.map { kind in
            DataTable.Row([
                .words(kind.title[language]), .words(retention.words(kind)[language]),
                .words(kind.ends[language]), .words(kind.basis[language]),
            ])
        }
        let fixed = KeepingView.fixed.map { name, basis in
            DataTable.Row([
                .words(Retention.title(name)[language]), .words(retention.words(name)[language]),
                .words("–"), .words(basis[language]),
            ])
        }
        var table = DataTable(
            id: "times",
            language,
            caption: Text(lv: "Glabāšanas termiņi", en: "Times of keeping")[language],
            columns: [
                DataTable.Column(Text(lv: "Ieraksti", en: "Records")[language]),
                DataTable.Column(Text(lv: "Cik ilgi glabā", en: "Kept for")[language]),
                DataTable.Column(
                    Text(lv: "Kas notiek pēc tam", en: "What happens then")[language],
                    width: .broad
                ),
                DataTable.Column(
                    Text(lv: "Termiņa pamats", en: "What the time rests on")[language],
                    width: .broad
                ),
            ],
            rows: rows + fixed
        )
        table.hidesCaption = true
        return table
    }

    /// What ends by itself, or never, whatever the board says.
    private static let fixed: [(retention: String, basis: Text)] = [
        ("staging", Text(lv: "VDAR 5. panta 1. punkta e) apakšpunkts", en: "GDPR, article 5(1)(e)")),
        ("days", Text(lv: "VDAR 32. pants", en: "GDPR, article 32")),
        ("audit", Text(lv: "VDAR 5. panta 2. punkts un 32. pants", en: "GDPR, articles 5(2) and 32")),
    ]

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
