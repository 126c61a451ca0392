internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of how a sign was made.
struct SignalMakingView {
    let data: PupilSignals
    let signal: RiskSignal
    let language: Language

    private var words: SignalWords { SignalWords(rules: data.rules) }
    private var format: Format { Format(language) }

    /// What the sign is called.
    var name: Text { words.title(signal) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let back = ButtonLink(
            text("Izglītojamā riska pazīmes", "The pupil's signs of risk"),
            Address("/pupils/\(String(data.pupil.rawValue))/signals"),
            .second
        )
        let head = PageHead(
            "\(SignalMakingPage.title[language]): \(name[language])",
            lede: "\(data.name), \(SignalWords.period(signal.year, signal.term)[language])",
            actions: [back.html]
        )
        return "\(head)\(rule)\(readings)\(deeds)"
    }

    // MARK: The rule

    private var rule: HTML {
        let title = text("Prasība", "The rule")
        guard let record = words.record(signal.rule, signal.shown) else {
            let gone = text("Prasības vairs nav.", "The rule is there no more.")
            return Section(title, "<p class=\"quiet\">\(gone)</p>").html
        }
        let link = Link(record.title[language], Address("/rules/\(record.name)"))
        var facts: [(name: String, value: HTML)] = [
            (text("Nosaukums", "Name"), link.html),
            (text("Ko tā nosaka", "What it says"), HTML(text: record.words[language])),
            (text("Ko mēra", "What is measured"), HTML(text: record.rule.quantity.words[language])),
        ]
        let exposure = record.rule.leastExposure
        if exposure > 0 {
            facts.append(
                (text("Cik datu vajag", "How much data it takes"), HTML(text: format.integer(exposure)))
            )
        }
        facts.append((text("Redakcija", "Version"), HTML(text: version(record))))
        return Section(title, DefinitionList(facts).html).html
    }

    /// The version by which the sign was judged last, and whether the rule says something else now.
    private func version(_ record: RiskRecord) -> String {
        let from = format.inForce(since: signal.shown.ruleFrom)
        let said = text(
            "\(signal.shown.ruleVersion). redakcija, \(from)",
            "version \(signal.shown.ruleVersion), \(from)"
        )
        guard record.from != signal.shown.ruleFrom || record.version != signal.shown.ruleVersion else {
            return said
        }
        return said
            + text(
                "; kopš tam prasība ir mainīta, un augstāk ir tās pašreizējais teksts",
                "; the rule has been changed since, and above is what it says now"
            )
    }

    // MARK: What was found

    private var readings: HTML {
        let title = text("Ko rādīja dati", "What the data showed")
        let shown = data.readings[signal.id] ?? []
        var table = DataTable(
            id: "readings",
            language,
            caption: title,
            columns: [
                DataTable.Column(text("Vērtēts", "Judged on")),
                DataTable.Column(text("Rādījums", "Reading"), width: .broad),
                DataTable.Column(text("Slieksnis", "Threshold")),
                DataTable.Column(text("Prasības redakcija", "Version of the rule")),
            ],
            rows: shown.map { reading in
                DataTable.Row([
                    .words(format.day(reading.day)), found(reading),
                    .words(words.threshold(signal.rule, reading)?[language] ?? ""),
                    .words("\(reading.ruleVersion)., \(format.inForce(since: reading.ruleFrom))"),
                ])
            }
        )
        table.hidesCaption = true
        let note = text(
            """
            Katra rinda ir tas, ko sistēma rādīja no attiecīgās dienas; vēlāki dati un prasības to nemaina. Saite ved pie \
            skaitļa, kāds tas ir tagad.
            """,
            """
            Each line is what the system showed from that day on; later data and rules do not change it. The link leads \
            to the number as it is now.
            """
        )
        return Section(title, "<p class=\"quiet\">\(note)</p>\(table.html)").html
    }

    private func found(_ reading: ShownReading) -> DataTable.Cell {
        guard data.observations[signal.id] == nil else {
            return .words(data.texts[signal.id] ?? text("Teksts nav rādīts.", "The text is not shown."))
        }
        let fact = words.fact(signal.rule, reading)[language]
        return SignalWay.cell(fact, data.ways(to: signal, in: signal.year), language)
    }

    // MARK: What people did

    /// What happened to the sign and what people set for the pupil since, the earliest first.
    private var deeds: HTML {
        let title = text("Kas notika pēc tam", "What happened then")
        var lines: [(day: Day, words: String)] = [
            (signal.notedOn, text("pazīme kļuva zināma", "the sign became known"))
        ]
        for step in data.steps[signal.id] ?? [] {
            lines.append((step.at.day, "\(step.state.words[language]) (\(step.who))"))
        }
        for level in data.levels where level.day >= signal.notedOn {
            lines.append((level.day, "\(level.level.words[language]) (\(level.who))"))
        }
        if let end = signal.endedOn {
            lines.append((end, text("pazīme beidzās", "the sign ended")))
        }
        let sorted = lines.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        let items: [HTML] = sorted.map { "<li>\(format.day($0.element.day)): \($0.element.words)</li>" }
        return Section(title, "<ul>\(items)</ul>").html
    }
}
