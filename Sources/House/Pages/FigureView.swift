import Evidence
import Frame
import Kernel
import Pages
import Registry

/// What the page of a figure shows.
struct FigureView {
    let measure: any Measure
    /// The year and the place that the number is about.
    let about: [Text]
    /// The rules it follows, as they hold in the year.
    let rules: [Regulation]
    let tally: Tally?
    let rows: [EvidenceRow]
    let mayPersons: Bool
    /// Whether the rows tell of pupils' health, and the reader may not know of it.
    let isHealth: Bool
    /// Whether the reader may open any import.
    let mayImports: Bool
    let limit: Int

    func html(_ language: Language) -> HTML {
        let head = PageHead(measure.title[language], lede: measure.definition[language])
        let place = about.map { $0[language] }.joined(separator: " · ")
        return "\(head)<p>\(place)</p>\(parts(language))\(way(language))\(closed(language))\(table(language))"
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
        for rule in rules {
            facts.append((Text(lv: "Prasība", en: "Rule"), rule.inForce(language)))
        }
        facts.append((Text(lv: "Rādītāja nosaukums sistēmā", en: "Name of the measure"), measure.name))
        return DefinitionList(facts.map { ($0[language], HTML(text: $1)) }).html
    }

    /// Why there are no rows, where there is no number either or the rows tell of health.
    private func closed(_ language: Language) -> HTML? {
        guard !mayPersons, isHealth || tally == nil else { return nil }
        let words =
            isHealth
            ? Text(
                lv: """
                    Ko izglītojamie kavējuši slimības dēļ, redz tie, kuri ar viņiem strādā iestādē. Attaisnotos \
                    kavējumus kopā rāda rādītājs „\(HealthFacts.lessons.lv)”.
                    """,
                en: """
                    What pupils missed through illness is seen by those who work with them at their institution. Excused \
                    absence together is in “\(HealthFacts.lessons.en)”.
                    """
            )
            : Text(
                lv: "Rindas, no kurām skaitlis veidots, redz tie, kuri strādā ar šiem izglītojamajiem.",
                en: "The rows behind the number are seen by those who work with these pupils."
            )
        return Notice(.info, language, words[language]).html
    }

    private func parts(_ language: Language) -> HTML {
        guard let tally else { return "" }
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
            facts.append((Text(lv: "Skaitītājs", en: "Numerator"), numerator(tally.numerator, language)))
            facts.append(
                (Text(lv: "Saucējs", en: "Denominator"), Format(language).integer(tally.denominator))
            )
        }
        if let people = tally.people {
            facts.append((Text(lv: "Izglītojamie", en: "Pupils"), Format(language).integer(people)))
        }
        return DefinitionList(facts.map { ($0[language], HTML(text: $1)) }).html
    }

    /// The numerator of a mean is kept in hundredths.
    private func numerator(_ value: Int, _ language: Language) -> String {
        measure.unit == .mean ? Format(language).decimal(value, 2) : Format(language).integer(value)
    }

    private func table(_ language: Language) -> HTML {
        guard mayPersons, !rows.isEmpty else { return "" }
        let caption = Text(lv: "Rindas, no kurām skaitlis veidots", en: "The rows behind the number")
        let columns: [(Text, DataTable.Column.Kind)] = [
            (Text(lv: "Ieraksts", en: "Record"), .text), (Text(lv: "Diena", en: "Day"), .number),
            (Text(lv: "Daļa", en: "Part"), .number), (Text(lv: "Imports", en: "Import"), .number),
            (Text(lv: "Rinda failā", en: "Line of the file"), .number),
        ]
        var table = DataTable(
            id: "rows",
            language,
            caption: caption[language],
            columns: columns.map { DataTable.Column($0[language], $1) },
            rows: rows.map { row($0, language) }
        )
        table.hasTools = true
        if rows.count == limit {
            table.notes = [
                Text(
                    lv: "Rādītas pirmās \(limit) rindas; visas ir atskaites failā.",
                    en: "The first \(limit) rows are shown; a report's file has all."
                )[language]
            ]
        }
        return table.html
    }

    private func row(_ row: EvidenceRow, _ language: Language) -> DataTable.Row {
        let format = Format(language)
        let batch = row.batch.rawValue
        let typed = batch == 0
        return DataTable.Row([
            .words(row.words[language]), .words(row.day.map { format.day($0) } ?? ""),
            .words(numerator(row.numerator, language)),
            .words(
                typed ? "" : String(batch),
                address: mayImports && !typed ? "/imports/batches/\(batch)" : nil
            ),
            .words(row.source == .none ? "" : format.integer(row.source.line)),
        ])
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
