internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a pupil's signals: what holds, which level was set, what was noticed, and what was before.
struct PupilSignalsView {
    let data: PupilSignals
    let request: PageRequest
    let mayWork: Bool
    /// Whether the reader works with cases of the pupil.
    var seesCases = false
    var typed: EditTexts = [:]
    var errors = FieldErrors()

    var language: Language { request.language }
    var words: SignalWords { SignalWords(rules: data.rules) }
    var format: Format { Format(language) }
    var address: String { "/pupils/\(data.pupil.rawValue)/signals" }

    static let title = Text(lv: "Riska pazīmes", en: "Signs of risk")

    var html: HTML {
        let back = ButtonLink(
            text("Izglītojamā lapa", "The pupil's page"),
            Address("/pupils/\(String(data.pupil.rawValue))"),
            .second
        )
        let duty = ButtonLink(
            DutyPage.title[language],
            Address("/pupils/\(String(data.pupil.rawValue))/absence-duty"),
            .second
        )
        var actions = [duty.html, back.html]
        if seesCases {
            let cases = Address("/pupils/\(String(data.pupil.rawValue))/cases")
            let meetings = Address("/pupils/\(String(data.pupil.rawValue))/meetings")
            actions.insert(
                contentsOf: [
                    ButtonLink(text("Atbalsta gadījumi", "Cases of support"), cases, .second).html,
                    ButtonLink(text("Sanāksmes", "Meetings"), meetings, .second).html,
                ],
                at: 0
            )
        }
        let head = PageHead(
            "\(data.name): \(text("riska pazīmes", "signs of risk"))",
            lede: data.place[language],
            actions: actions
        )
        return "\(head)\(openSection)\(earlySection)\(levelSection)\(observationSection)\(pastSection)"
    }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    // MARK: What holds

    private var openSection: HTML {
        let title = text("Pazīmes šajā mācību gadā", "Signs of this school year")
        guard !data.open.isEmpty else {
            let nothing = EmptyState(
                text("Šogad pazīmju nav", "There are no signs this year"),
                advice: text(
                    "Pazīmes rodas no kavējumiem, vērtējumiem un citiem datiem, un no novērojumiem.",
                    "Signs come from absences, marks and other data, and from observations."
                )
            )
            return Section(title, nothing.html).html
        }
        let note = text(
            "Pazīme nav slēdziens par bērnu. To izvērtē cilvēks, kas ar izglītojamo strādā.",
            "A sign is no verdict on a child. Whoever works with the pupil looks into it."
        )
        return Section(title, "<p class=\"quiet\">\(note)</p>\(data.open.map { part($0) })").html
    }

    /// One sign: what it says, what was found, and how far people are with it.
    private func part(_ signal: RiskSignal) -> HTML {
        let record = words.record(signal.rule, signal.shown)
        let isObserved = data.observations[signal.id] != nil
        let heading =
            isObserved
            ? text("Kas novērots", "What was observed") : text("Ko rāda dati", "What the data show")
        var facts: [(name: String, value: HTML)] = [(heading, found(signal))]
        if !isObserved, let threshold = words.threshold(signal.rule, signal.shown) {
            facts.append((text("Slieksnis", "Threshold"), HTML(text: threshold[language])))
        }
        let since =
            "\(format.day(signal.notedOn)) · \(SignalWords.period(signal.year, signal.term)[language])"
        facts.append((text("Zināma kopš", "Known since"), HTML(text: since)))
        facts.append((text("Stāvoklis", "State"), state(signal)))
        let making = Link(
            isObserved
                ? text("novērojums un tas, kas notika pēc tam", "the observation and what happened then")
                : text("rādījumi, sliekšņi un prasība", "readings, thresholds and the rule"),
            making(signal)
        )
        facts.append((SignalMakingPage.title[language], making.html))
        let rule: HTML? = isObserved ? nil : record.map { "<p>\($0.words, language)</p>" }
        return "<h3>\(words.title(signal), language)</h3>\(rule)\(DefinitionList(facts))"
    }

    /// The page of how a sign was made.
    func making(_ signal: RiskSignal) -> Address { Address(address + "/\(String(signal.id))") }

    private func found(_ signal: RiskSignal) -> HTML {
        guard let observation = data.observations[signal.id] else {
            let fact = words.fact(signal.rule, signal.shown)[language]
            let found = SignalWay.html(fact, data.ways(to: signal, in: signal.year), language)
            guard signal.quantity == RiskQuantity.fall.number else { return found }
            let past = data.ways(to: signal, in: signal.year.previous)
            guard !past.isEmpty else { return found }
            let before = SignalWay.html(text("iepriekšējais gads", "the year before"), past, language)
            return "\(found); \(before)"
        }
        let seen = data.texts[signal.id] ?? text("Teksts nav rādīts.", "The text is not shown.")
        guard let factor = factor(signal) else { return "\(seen) (\(observation.who))" }
        return "<strong>\(factor)</strong>: \(seen) (\(observation.who))"
    }

    func fact(_ signal: RiskSignal, _ shown: ShownReading) -> DataTable.Cell {
        guard let observation = data.observations[signal.id] else {
            let fact = words.fact(signal.rule, shown)[language]
            return SignalWay.cell(fact, data.ways(to: signal, in: signal.year), language)
        }
        let seen = data.texts[signal.id] ?? text("Teksts nav rādīts.", "The text is not shown.")
        return .words(factor(signal).map { "\($0): \(seen)" } ?? seen, note: observation.who)
    }

    /// The risk that somebody noticed, for a reader who may know it.
    private func factor(_ signal: RiskSignal) -> String? {
        data.factors[signal.id].map { data.lists.words(CodeLists.riskFactors, $0)[language] }
    }

    private func state(_ signal: RiskSignal) -> HTML {
        let badge = Badge(signal.state.words[language], signal.state == .new ? .attention : .plain)
        guard mayWork, signal.endedOn == nil else { return badge.html }
        let name = words.title(signal)[language]
        let ways = SignalState.allCases.filter { $0 != signal.state && $0 != .new }.map { state in
            button("state", String(state.rawValue), SignalWords.verb(state)[language], name)
        }
        let end: HTML? =
            data.observations[signal.id] == nil
            ? nil : button("state", "end", text("Vairs nav", "No more"), name)
        return """
            \(badge) <form method="post" action="\(Address(address + "/state/\(String(signal.id))"))" class="buttons">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="version" value="\(String(signal.version))">\(ways)\(end)</form>
            """
    }

    private func button(_ name: String, _ value: String, _ words: String, _ about: String) -> HTML {
        """
        <button type="submit" class="button second small" name="\(name)" value="\(value)">\(words)\
        <span class="unseen">: \(about)</span></button>
        """
    }

    // MARK: The level

    private var levelSection: HTML {
        let title = text("Prevencijas līmenis", "Level of prevention")
        var facts: [(name: String, value: HTML)] = []
        if let now = data.levels.first {
            let by = "\(format.day(now.day)), \(now.who)"
            facts.append((text("Noteikts", "Set"), "<strong>\(now.level.words, language)</strong> (\(by))"))
            facts.append((text("Pamatojums", "Reason"), HTML(text: data.reasons.first ?? "")))
        } else {
            facts.append((text("Noteikts", "Set"), HTML(text: text("vēl nav noteikts", "not set yet"))))
        }
        if let proposed = data.proposed {
            let why = text(
                "pēc dažādo pazīmju skaita (\(Set(data.open.map(\.rule)).count)); līmeni nosaka cilvēks",
                "by the number of different signs (\(Set(data.open.map(\.rule)).count)); a person sets the level"
            )
            facts.append(
                (text("Sistēma iesaka", "The system proposes"), "\(proposed.words, language) – \(why)")
            )
        }
        let history: HTML? = data.levels.count > 1 ? levelHistory : nil
        let form: HTML? = mayWork ? levelForm : nil
        return Section(title, id: "prevention-level", "\(DefinitionList(facts))\(form)\(history)").html
    }

    private var levelForm: HTML {
        let options = PreventionLevel.allCases.map { level in
            Option(
                String(level.rawValue),
                level.words.capitalised[language],
                hint: level.hint[language]
            )
        }
        let form = Form(
            id: "level",
            language,
            action: Address(address + "/level"),
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "level",
                        text("Līmenis", "Level"),
                        .radios(options, chosen: typed["level"]),
                        error: errors.byField["level"]?[language]
                    )
                ),
                .field(
                    Field(
                        "reason",
                        text("Pamatojums", "Reason"),
                        .area(value: typed["reason"] ?? "", rows: 3),
                        error: errors.byField["reason"]?[language]
                    )
                ),
            ],
            buttons: [Button(text("Noteikt līmeni", "Set the level"))]
        )
        let opened = errors.byField.keys.contains { $0 == "level" || $0 == "reason" }
        return """
            <details\(" open", if: opened)><summary>\(text("Noteikt līmeni", "Set the level"))</summary>\(form)</details>
            """
    }

    private var levelHistory: HTML {
        let items: [HTML] = zip(data.levels, data.reasons).dropFirst().map { level, reason in
            "<li>\(format.day(level.day)): \(level.level.words, language) (\(level.who)). \(reason)</li>"
        }
        let title = text("Agrākie līmeņi", "Earlier levels")
        return "<details><summary>\(title)</summary><ul>\(items)</ul></details>"
    }
}

extension SignalWords {
    /// What a button that moves a signal to a state says.
    static func verb(_ state: SignalState) -> Text {
        switch state {
        case .new: Text(lv: "Atzīmēt kā jaunu", en: "Mark as new")
        case .review: Text(lv: "Sākt izvērtēt", en: "Begin a review")
        case .watched: Text(lv: "Novērot", en: "Watch")
        }
    }
}
