internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of one request.
struct RequestView {
    let request: PageRequest
    let today: Day
    let found: PrivacyRequest
    let name: String
    let asked: String
    let decision: String?
    let steps: [RequestStep]
    let typed: EditTexts
    let errors: FieldErrors
    /// What others give out, and whether they have.
    var apart: [PartGiven] = []

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var address: String { "/privacy/requests/\(found.id)" }

    var title: Text { Text(same: "\(name): ") + found.kind.words }

    var html: HTML {
        let head = PageHead(title[language], lede: found.kind.hint[language], actions: actions)
        return "\(head)\(facts)\(apartSection)\(decideSection)\(stepSection)"
    }

    /// What the person asked can be done while the request is open.
    private var actions: [HTML] {
        guard found.state.isOpen else { return [] }
        var links = [
            ButtonLink(
                Text(lv: "Skatīt personas datus", en: "See the person's data")[language],
                Address(address + "/person")
            ).html,
            ButtonLink(
                Text(lv: "Datu fails (ZIP)", en: "File of data (ZIP)")[language],
                Address(address + "/file"),
                .second
            ).html,
        ]
        if found.kind == .erasure {
            links.append(
                ButtonLink(
                    Text(lv: "Dzēst personas datus", en: "Erase the person's data")[language],
                    Address(address + "/erase"),
                    .warning
                ).html
            )
        }
        return links
    }

    private var facts: HTML {
        var facts: [(name: String, value: HTML)] = [
            (Text(lv: "Stāvoklis", en: "State")[language], HTML(text: found.state.words[language])),
            (Text(lv: "Kas lūdz", en: "Who asks")[language], HTML(text: found.asker.words[language])),
            (Text(lv: "Saņemts", en: "Received on")[language], HTML(text: format.day(found.asked))),
            (Text(lv: "Termiņš", en: "Due on")[language], due),
            (Text(lv: "Pieprasījuma saturs", en: "What it says")[language], HTML(text: asked)),
        ]
        if let decision {
            facts.append((Text(lv: "Lēmums", en: "Decision")[language], HTML(text: decision)))
        }
        return DefinitionList(facts).html
    }

    private var due: HTML {
        guard found.state.isOpen, found.due < today else { return HTML(text: format.day(found.due)) }
        let late = Text(lv: "nokavēts par \(today - found.due)\u{a0}d.", en: "\(today - found.due) days late")
        return "\(format.day(found.due)) \(Badge(late[language]))"
    }

    private var apartSection: HTML? {
        guard !apart.isEmpty else { return nil }
        let title = Text(lv: "Ko izsniedz citi", en: "What others give out")[language]
        var table = DataTable(
            id: "apart",
            language,
            caption: title,
            columns: [
                DataTable.Column(Text(lv: "Dati", en: "Data")[language], width: .roomy),
                DataTable.Column(Text(lv: "Kas izsniedz", en: "Who gives them out")[language]),
                DataTable.Column(Text(lv: "Izsniegts", en: "Given out")[language]),
            ],
            rows: apart.map { part in
                let given = part.given.map { "\(format.moment($0)), \(part.by)" }
                let not = Text(lv: "vēl nav", en: "not yet")
                return DataTable.Row([
                    .words(part.words[language]), .words(part.owner),
                    .words(given ?? not[language], needsAttention: given == nil && found.state.isOpen),
                ])
            }
        )
        table.hidesCaption = true
        return Section(title, table.html).html
    }

    private var decideSection: HTML? {
        guard found.state.isOpen else { return nil }
        let put = Option(
            String(RequestDeed.extended.rawValue),
            Text(lv: "Pagarināt termiņu", en: "Extend the time")[language],
            hint: Text(
                lv: "Līdz \(format.day(found.extendedDue)); iemeslu paziņo personai.",
                en: "Until \(format.day(found.extendedDue)); the person is told why."
            )[language]
        )
        let ends = [
            Option(String(RequestDeed.fulfilled.rawValue), Text(lv: "Izpildīts", en: "Fulfilled")[language]),
            Option(
                String(RequestDeed.refused.rawValue),
                Text(lv: "Noraidīts", en: "Refused")[language],
                hint: Text(
                    lv: "Norāda pamatu un tiesības sūdzēties Datu valsts inspekcijā.",
                    en: "With the ground, and the right to complain to the Data State Inspectorate."
                )[language]
            ),
        ]
        let form = Form(
            id: "decide",
            language,
            action: Address(address + "/decide"),
            csrf: request.formToken,
            parts: [
                .hidden(name: "version", value: String(found.version)),
                .field(
                    Field(
                        "deed",
                        Text(lv: "Kas izlemts", en: "What was decided")[language],
                        .radios((found.state == .open ? [put] : []) + ends, chosen: typed["deed"]),
                        error: errors.byField["deed"]?[language]
                    )
                ),
                .field(
                    Field(
                        "text",
                        Text(
                            lv: "Pamatojums un kā paziņots personai",
                            en: "Reason, and how the person was told"
                        )[
                            language
                        ],
                        .area(value: typed["text"] ?? "", rows: 4),
                        hint: Text(lv: "Glabājas šifrēts.", en: "Kept sealed.")[language],
                        error: errors.byField["text"]?[language]
                    )
                ),
            ],
            buttons: [Button(Text(lv: "Saglabāt lēmumu", en: "Save the decision")[language])]
        )
        return Section(Text(lv: "Lēmums", en: "Decision")[language], form.html).html
    }

    private var stepSection: HTML {
        var table = DataTable(
            id: "steps",
            language,
            caption: Text(lv: "Izpildes gaita", en: "What was done")[language],
            columns: [
                DataTable.Column(Text(lv: "Kad", en: "When")[language]),
                DataTable.Column(Text(lv: "Kas", en: "Who")[language]),
                DataTable.Column(Text(lv: "Ko", en: "What")[language]),
            ],
            rows: steps.map { step in
                DataTable.Row([
                    .words(format.moment(step.at)), .words(step.who), .words(step.deed.words[language]),
                ])
            }
        )
        table.hidesCaption = true
        return Section(Text(lv: "Izpildes gaita", en: "What was done")[language], table.html).html
    }
}
