import Evidence
import Exchange
import Frame
import Kernel
import Pages
import Registry

/// What the page of a figure shows.
struct FigureView {
    let measure: any Measure
    let made: FigureMade
    let limit: Int
    /// The page's own address, for the other rows.
    let address: Address

    private var tally: Tally? { made.tally }

    func html(_ language: Language) -> HTML {
        let head = PageHead(measure.title[language], lede: measure.definition[language])
        let place = made.about.map { $0[language] }.joined(separator: " · ")
        let batches = FigureImports(made: made, limit: limit).html(language)
        let rows = FigureRows(made: made, unit: measure.unit, address: address).html(language)
        return """
            \(head)<p>\(place)</p>\(parts(language))\(way(language))\(closed(language))\(batches)\(rows)
            """
    }

    /// The way from the parts to the number, whoever reads: how it is rounded, by which rules, under which name.
    private func way(_ language: Language) -> HTML {
        let rounding: Text? =
            switch measure.unit {
            case .count: nil
            case .mean:
                Text(
                    lv: "līdz simtdaļām no precīzā dalījuma; puse – virzienā no nulles",
                    en: "to hundredths of the exact quotient; halves away from zero"
                )
            case .share:
                Text(
                    lv: "līdz procenta desmitdaļām no precīzā dalījuma; puse – virzienā no nulles",
                    en: "to tenths of a per cent of the exact quotient; halves away from zero"
                )
            }
        var facts: [(Text, String)] = []
        if let rounding { facts.append((Text(lv: "Noapaļots", en: "Rounded"), rounding[language])) }
        for rule in made.rules {
            facts.append((Text(lv: "Prasība", en: "Rule"), rule.inForce(language)))
        }
        facts.append((Text(lv: "Rādītāja nosaukums sistēmā", en: "Name of the measure"), measure.name))
        return DefinitionList(facts.map { ($0[language], HTML(text: $1)) }).html
    }

    /// Why there is no number, or no rows where there is one.
    private func closed(_ language: Language) -> HTML? {
        guard !made.mayPersons, made.rows.isEmpty else { return nil }
        return Notice(.info, language, reason[language]).html
    }

    private var reason: Text {
        if made.isHealth {
            return Text(
                lv: """
                    Ko izglītojamie kavējuši slimības dēļ, redz tie, kuri ar viņiem strādā iestādē. Attaisnotos \
                    kavējumus kopā rāda rādītājs „\(HealthFacts.lessons.lv)”.
                    """,
                en: """
                    What pupils missed through illness is seen by those who work with them at their institution. Excused \
                    absence together is in “\(HealthFacts.lessons.en)”.
                    """
            )
        }
        guard !made.isHidden else {
            return Text(
                lv: """
                    Skaitlis nav redzams: tas ir par tik maz cilvēkiem, ka varētu atklāt, par kuriem, vai ļautu aprēķināt citu \
                    šādu skaitli.
                    """,
                en: """
                    The number is not shown: it is about so few people that it might tell who they are, or another such number \
                    could be found from it.
                    """
            )
        }
        return Text(
            lv: "Rindas, no kurām skaitlis veidots, redz tie, kuri strādā ar šiem izglītojamajiem.",
            en: "The rows behind the number are seen by those who work with these pupils."
        )
    }

    private func parts(_ language: Language) -> HTML {
        guard let tally else {
            guard !made.isHidden else { return "" }
            let none = Text(lv: "nav datu", en: "no data")[language]
            return DefinitionList([(Text(lv: "Skaitlis", en: "Number")[language], HTML(text: none))]).html
        }
        let figure = Figure(
            measure: measure.name,
            unit: measure.unit,
            selection: Selection(year: SchoolYear(0)),
            tally: tally
        )
        let unknown = Text(lv: "nav datu", en: "no data")[language]
        var facts: [(Text, String)] = [
            (Text(lv: "Skaitlis", en: "Number"), figure.words(language) ?? unknown)
        ]
        if case .count = measure.unit {
        } else {
            let numerator = measure.unit.numerator(tally.numerator, language)
            facts.append((Text(lv: "Skaitītājs", en: "Numerator"), numerator))
            facts.append(
                (Text(lv: "Saucējs", en: "Denominator"), Format(language).integer(tally.denominator))
            )
        }
        if let people = tally.people {
            facts.append((Text(lv: "Izglītojamie", en: "Pupils"), Format(language).integer(people)))
        }
        if let newest = made.batches.first {
            let name = Text(lv: "Dati atjaunoti", en: "Data as of")
            facts.append((name, Format(language).moment(newest.appliedAt)))
        }
        return DefinitionList(facts.map { ($0[language], HTML(text: $1)) }).html
    }
}

extension Regulation {
    /// What it says, where it stands, and since when it is in force.
    func inForce(_ language: Language) -> String {
        [words[language], source, Format(language).inForce(since: from)].filter { !$0.isEmpty }.joined(
            separator: " · "
        )
    }
}
