internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a trial: the choice of a rule, its numbers to try, and both passes side by side.
struct TrialView {
    let rules: [(name: String, title: Text)]
    let years: [SchoolYear]
    let form: TrialForm
    /// Another rule that the first is held against; nil where its own numbers are tried.
    let second: RiskRecord?
    let year: SchoolYear
    let trial: Trial?
    let language: Language
    let mayEdit: Bool

    private var format: Format { Format(language) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let lede = text(
            "Cik izglītojamajiem pazīme būtu, ja slieksnis vai tvērums būtu cits, vai ko rāda divas pazīmes blakus. Nekas netiek mainīts, līdz prasību izlabo.",
            "How many pupils would have the sign at another threshold or scope, or what two signs tell side by side. Nothing changes until the rule is edited."
        )
        let found: HTML? = trial.map { result($0) }
        return "\(PageHead(TrialPage.title[language], lede: lede, actions: ways))\(bar)\(what)\(found)"
    }

    /// The way to change the rule, and to a new one, for those who may.
    private var ways: [HTML] {
        guard mayEdit else { return [] }
        let rule = Address("/rules/\(form.record.name)")
        return [
            ButtonLink(text("Labot prasību", "Edit the rule"), rule, .second).html,
            ButtonLink(NewRulePage.title[language], "/signals/new-rule", .second).html,
        ]
    }

    private var bar: FilterBar {
        FilterBar(
            language,
            action: "/signals/trial",
            choices: [
                FilterBar.Choice(
                    "rule",
                    text("Pazīme", "Sign"),
                    rules.map { Option($0.name, $0.title[language]) },
                    chosen: form.record.name
                ),
                FilterBar.Choice(
                    "with",
                    text("Salīdzināt ar", "Compare with"),
                    [Option("", text("To pašu ar citiem skaitļiem", "The same with other numbers"))]
                        + rules.filter { $0.name != form.record.name }
                        .map { Option($0.name, $0.title[language]) },
                    chosen: second?.name ?? ""
                ),
                FilterBar.Choice(
                    "year",
                    text("Mācību gads", "School year"),
                    years.map { Option($0.description, format.schoolYear($0)) },
                    chosen: year.description
                ),
            ]
        )
    }

    /// The numbers to try, or what the two rules say.
    private var what: HTML {
        guard let second else { return TrialFields(form: form, year: year, language: language).html }
        let rules = [form.record, second].map {
            (name: $0.title[language], value: HTML(text: $0.words[language]))
        }
        return DefinitionList(rules).html
    }

    private func result(_ trial: Trial) -> HTML {
        let heads = heads(trial)
        let counts = Counts([
            Counts.Item(shown(trial.all.now, trial), heads.now),
            Counts.Item(shown(trial.all.then, trial), heads.then),
            Counts.Item(shown(trial.all.added, trial), heads.added),
            Counts.Item(shown(trial.all.dropped, trial), heads.dropped),
            Counts.Item(shown(trial.all.tooEarly, trial), heads.tooEarly),
        ])
        var places = table(
            "places",
            text("Pa iestādēm", "By institution"),
            text("Iestāde", "Institution"),
            trial.places.map { ($0.name, $0.counts) },
            trial
        )
        places.notes = [
            text(
                "Par izglītojamajiem, ar kuriem nestrādājat, skaitļi noapaļoti; mazāki par \(trial.floor) nav rādīti.",
                "Numbers of pupils you do not work with are rounded; those below \(trial.floor) are not shown."
            )
        ]
        let groups = table(
            "groups",
            text("Pa grupām", "By group"),
            text("Grupa", "Group"),
            trial.groups.map { ($0.name, $0.counts) },
            trial
        )
        let more: HTML? = trial.groups.isEmpty ? nil : Section(groups.caption, groups.html).html
        return "\(counts)\(Section(places.caption, places.html))\(more)"
    }

    /// What the numbers are called, where a rule is tried or two are held side by side.
    private func heads(
        _ trial: Trial
    ) -> (now: String, then: String, added: String, dropped: String, tooEarly: String) {
        guard trial.isOfTwo else {
            return (
                text("Ar pazīmi tagad", "With the sign now"),
                text("Būtu pēc izmēģinājuma", "With it as tried"),
                text("Klāt nāktu", "Would be added"), text("Atkristu", "Would fall away"),
                text("Par agru spriest", "Too early to tell")
            )
        }
        let (first, other) = (trial.record.title[language], trial.second.title[language])
        return (
            first, other, text("Tikai: \(other)", "Only: \(other)"),
            text("Tikai: \(first)", "Only: \(first)"),
            text("\(other): par agru spriest", "\(other): too early to tell")
        )
    }

    private func table(
        _ id: String,
        _ caption: String,
        _ what: String,
        _ lines: [(name: Text, counts: Trial.Counts)],
        _ trial: Trial
    ) -> DataTable {
        let long = heads(trial)
        let short =
            trial.isOfTwo
            ? (now: long.now, then: long.then, added: long.added, dropped: long.dropped)
            : (
                now: text("Tagad", "Now"), then: text("Pēc izmēģinājuma", "As tried"),
                added: text("Klāt", "Added"), dropped: text("Atkrīt", "Fall away")
            )
        var table = DataTable(
            id: id,
            language,
            caption: caption,
            columns: [
                DataTable.Column(what), DataTable.Column(short.now, .number),
                DataTable.Column(short.then, .number), DataTable.Column(short.added, .number),
                DataTable.Column(short.dropped, .number),
            ],
            rows: lines.map { name, counts in
                DataTable.Row(
                    [.words(name[language])]
                        + [counts.now, counts.then, counts.added, counts.dropped].map { cell($0, trial) }
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            text("Datu nav", "There are no data"),
            advice: text("Izvēlieties citu gadu vai pazīmi.", "Choose another year or sign.")
        )
        return table
    }

    private func cell(_ count: Trial.SafeCount, _ trial: Trial) -> DataTable.Cell {
        count.shown(floor: trial.floor) == nil ? .suppressed : .words(shown(count, trial))
    }

    private func shown(_ count: Trial.SafeCount, _ trial: Trial) -> String {
        guard let shown = count.shown(floor: trial.floor) else { return "·" }
        return shown.isRounded ? "≈\u{a0}\(format.integer(shown.number))" : format.integer(shown.number)
    }
}
