import Frame
import Kernel
import Pages

/// The rules of regulations that are in force or to come.
struct RulesPage: Page {
    let method = PageMethod.get
    let path = "/rules"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let rules = try await RuleEditor(desk).list()
        let rows = rules.flatMap { kind, records in
            records.map { record in
                DataTable.Row(
                    [
                        .words(kind.title[language], note: record.rule.words[language]),
                        .words(RulesWords.period(record.rule.from, record.rule.to, language)),
                        .markup(
                            RulesWords.badge(record.rule.from, record.rule.to, desk.today, language).html
                        ),
                        .words(record.rule.source),
                    ],
                    address: "/rules/\(kind.name)"
                )
            }
        }
        var table = DataTable(
            id: "rules",
            language,
            caption: RulesWords.rules[language],
            columns: [
                DataTable.Column(Text(lv: "Prasība", en: "Rule")[language], width: .broad),
                DataTable.Column(RulesWords.period[language]),
                DataTable.Column(RulesWords.state[language], width: .narrow),
                DataTable.Column(RulesWords.source[language], isOptional: true),
            ],
            rows: rows
        )
        table.hidesCaption = true
        let lede = Text(
            lv:
                "Atskaites par kādu laiku rēķina pēc prasībām, kas toreiz bija spēkā. Ieraksti, kas vairs nav spēkā, "
                + "redzami katras prasības lapā.",
            en:
                "Reports on a time are counted by the rules that were in force then. Rules that have ended stand on "
                + "the page of each."
        )
        let head = PageHead(RulesWords.rules[language], lede: lede[language])
        return .page(
            PageContent(RulesWords.rules, "\(head)\(RulesWords.tabs("/rules", language))\(table)")
        )
    }
}

/// All dated records of one rule, the latest first.
struct RulePage: Page {
    let method = PageMethod.get
    let path = "/rules/:rule"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let kind = try RuleKind.named(request.parts["rule"] ?? "")
        let editor = RuleEditor(desk)
        let records = try await editor.records(kind.name)
        var sections: [HTML] = []
        for record in records {
            let warning = try await editor.warning(record)
            sections.append(try section(record, warning, desk, language))
        }
        let add = ButtonLink(
            Text(lv: "Pievienot no dienas", en: "Add from a day")[language],
            "/rules/\(kind.name)/new"
        )
        let head = PageHead(kind.title[language], actions: desk.mayEditRules ? [add.html] : [])
        return .page(
            PageContent(
                kind.title,
                "\(head)\(sections)",
                crumbs: [PageContent.Crumb(RulesWords.rules, "/rules")]
            )
        )
    }

    private func section(
        _ record: RuleRecord,
        _ warning: Text?,
        _ desk: Desk,
        _ language: Language
    ) throws -> HTML {
        let rule = record.rule
        let texts = try record.texts
        var facts = [
            (
                name: RulesWords.state[language],
                value: RulesWords.badge(rule.from, rule.to, desk.today, language).html
            ), (name: RulesWords.source[language], value: HTML(text: rule.source)),
        ]
        for field in record.kind.fields { facts += RulePage.facts(field, texts, language) }
        if rule.isEditable {
            let words = Text(
                lv: "Publiski avoti to neapstiprina; pārvalde to nosaka pati.",
                en: "No public source confirms it; the board sets it by what it knows."
            )
            facts.append(
                (name: Text(lv: "Piezīme", en: "Note")[language], value: HTML(text: words[language]))
            )
        }
        let edit: HTML? =
            desk.mayEditRules
            ? ButtonLink(
                RulesWords.edit[language],
                "/rules/\(record.kind.name)/\(rule.from.description)",
                .second
            ).html
            : nil
        let heading = RulesWords.period(rule.from, rule.to, language)
        let notice: HTML? = warning.map { Notice(.attention, language, $0[language]).html }
        return Section(
            heading,
            "<p>\(rule.words, language)</p>\(notice)\(DefinitionList(facts))\(edit)"
        ).html
    }

    /// The answers to a field; of a table of pairs each line is one, as its two halves say nothing apart.
    private static func facts(
        _ field: RuleField,
        _ texts: EditTexts,
        _ language: Language
    ) -> [(name: String, value: HTML)] {
        guard case .pairs(let key, let item) = field.kind,
            let sign = key.questions(texts).first, let value = item.questions(texts).first
        else {
            return field.questions(texts).compactMap { question in
                guard let text = texts[question.name], !text.isEmpty else { return nil }
                return (name: question.fullLabel(language), value: HTML(text: question.shown(text, language)))
            }
        }
        return (0..<RuleField.lines(of: field.name, texts)).compactMap { index in
            let names = [key.name, item.name].map { "\(field.name)-\(index + 1)-\($0)" }
            guard let left = texts[names[0]], let right = texts[names[1]] else { return nil }
            let name = "\(field.label[language]): \(sign.shown(left, language))"
            return (name: name, value: HTML(text: value.shown(right, language)))
        }
    }
}
