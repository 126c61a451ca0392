internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a trial: the choice of a rule, its numbers to try, and both passes side by side.
struct TrialView {
    let rules: [(name: String, title: Text)]
    let years: [SchoolYear]
    let form: TrialForm
    let year: SchoolYear
    let trial: Trial?
    let language: Language
    let mayEdit: Bool

    private var format: Format { Format(language) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let lede = text(
            "Cik izglītojamajiem pazīme būtu, ja robeža būtu cita. Nekas netiek mainīts, līdz prasību izlabo.",
            "How many pupils would have the sign at another threshold. Nothing changes until the rule is edited."
        )
        let found: HTML? = trial.map { result($0) }
        return "\(PageHead(TrialPage.title[language], lede: lede, actions: ways))\(bar)\(numbers)\(found)"
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
                    "year",
                    text("Mācību gads", "School year"),
                    years.map { Option($0.description, format.schoolYear($0)) },
                    chosen: year.description
                ),
            ]
        )
    }

    /// What is tried goes in the address, as a search does: it changes nothing and can be sent to a colleague.
    private var numbers: HTML {
        let comparisons: [HTML] = [RiskRule.Comparison.more, .atLeast].map { comparison in
            let words =
                comparison == .more
                ? text("vairāk par robežu", "more than the threshold")
                : text("robeža vai vairāk", "the threshold or more")
            return """
                <option value="\(comparison.rawValue)"\(" selected", if: form.texts["comparison"] == comparison.rawValue)>\
                \(words)</option>
                """
        }
        let fields: [(String, String)] = [
            ("threshold", text("Robeža", "Threshold")),
            ("exposure", text("Cik datu vajag", "Least data")),
            ("from-grade", text("No klases", "From grade")), ("to-grade", text("Līdz klasei", "To grade")),
        ]
        let inputs: [HTML] = fields.map { name, label in
            let error: HTML? = form.errors[name].map {
                "<p class=\"wrong\" id=\"trial-\(name)-error\">\($0, language)</p>"
            }
            return """
                <div class="field"><label for="trial-\(name)">\(label)</label>\(error)\
                <input class="input w-short" id="trial-\(name)" name="\(name)" inputmode="numeric" value="\(form.texts[name] ?? "")"></div>
                """
        }
        let rule = form.record.rule
        return """
            <p>\(form.record.words, language)</p>\
            <form class="form pairs" method="get" action="/signals/trial">\
            <input type="hidden" name="rule" value="\(form.record.name)"><input type="hidden" name="of" value="\(form.record.name)">\
            <input type="hidden" name="year" value="\(year.description)">\
            <div class="field"><label for="trial-comparison">\(rule.quantity.words.capitalised, language)</label>\
            <select class="input" id="trial-comparison" name="comparison">\(comparisons)</select></div>\(inputs)\
            <div class="buttons"><button type="submit" class="button">\(text("Izmēģināt", "Try"))</button></div></form>
            """
    }

    private func result(_ trial: Trial) -> HTML {
        let counts = Counts([
            Counts.Item(shown(trial.all.now, trial), text("Ar pazīmi tagad", "With the sign now")),
            Counts.Item(shown(trial.all.then, trial), text("Būtu pēc izmēģinājuma", "With it as tried")),
            Counts.Item(shown(trial.all.added, trial), text("Klāt nāktu", "Would be added")),
            Counts.Item(shown(trial.all.dropped, trial), text("Atkristu", "Would fall away")),
            Counts.Item(shown(trial.all.tooEarly, trial), text("Par agru spriest", "Too early to tell")),
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
                "Par izglītojamajiem, ar kuriem nestrādājat, skaiti noapaļoti; mazāki par \(trial.floor) nav rādīti.",
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

    private func table(
        _ id: String,
        _ caption: String,
        _ what: String,
        _ lines: [(name: Text, counts: Trial.Counts)],
        _ trial: Trial
    ) -> DataTable {
        var table = DataTable(
            id: id,
            language,
            caption: caption,
            columns: [
                DataTable.Column(what), DataTable.Column(text("Tagad", "Now"), .number),
                DataTable.Column(text("Pēc izmēģinājuma", "As tried"), .number),
                DataTable.Column(text("Klāt", "Added"), .number),
                DataTable.Column(text("Atkrīt", "Fall away"), .number),
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
