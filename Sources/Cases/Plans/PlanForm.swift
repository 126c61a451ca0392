internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The form of a plan: strengths first, then risks with evidence, goals, support, agreement and result.
struct PlanForm {
    let lists: CodeLists
    let request: PageRequest
    let address: Address
    let cancel: Address
    let typed: EditTexts
    let errors: FieldErrors
    let version: Int
    let today: Day

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let parts: [Form.Part] =
            [
                .hidden(name: "version", value: String(version)), select("kind", kinds),
                select("term", terms),
                area(
                    "strengths",
                    Text(
                        lv: "Izglītojamā stiprās puses un resursi",
                        en: "Strengths and resources of the pupil"
                    ),
                    Text(
                        lv: "Uz ko balstīties: kas padodas, kas interesē, kas palīdz.",
                        en: "What to build on."
                    )
                ),
            ] + (1...PlanBody.risks).map { risk($0) } + [
                area("goals", Text(lv: "Mērķi semestrim", en: "Goals for the term"), nil), aid, agreement,
                review,
            ]
        return Form(
            id: "plan",
            language,
            action: address,
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(text("Saglabāt plānu", "Save the plan"))],
            cancel: cancel
        ).html
    }

    private var kinds: [Option] {
        PlanKind.allCases.map { Option(String($0.rawValue), $0.words[language]) }
    }

    /// The terms of last year, this year and the next.
    private var terms: [Option] {
        let now = SchoolYear(containing: today)
        return [now.previous, now, SchoolYear(now.start + 1)].flatMap { year in
            (1...2).map { term in
                let words = Text(
                    lv: "\(Format(.lv).schoolYear(year)) \(term). semestris",
                    en: "\(Format(.en).schoolYear(year)), term \(term)"
                )
                return Option("\(year.start)/\(term)", words[language])
            }
        }
    }

    private func select(_ name: String, _ options: [Option]) -> Form.Part {
        let label = name == "kind" ? text("Kāds plāns", "Which plan") : text("Semestris", "Term")
        return .field(
            Field(name, label, .select(options, chosen: chosen(name)), error: error(name), width: .long)
        )
    }

    private func chosen(_ name: String) -> String? {
        typed[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func error(_ name: String) -> String? { errors.byField[name]?[language] }

    private func area(_ name: String, _ label: Text, _ hint: Text?, optional: Bool = false) -> Form.Part {
        .field(areaField(name, label, hint, optional: optional))
    }

    private func areaField(_ name: String, _ label: Text, _ hint: Text?, optional: Bool) -> Field {
        Field(
            name,
            label[language],
            .area(value: typed[name] ?? "", rows: 3),
            hint: hint?[language],
            error: error(name),
            isOptional: optional
        )
    }

    private func risk(_ number: Int) -> Form.Part {
        let factors =
            [Option("", "–")]
            + lists.items(CodeLists.riskFactors, on: today).map {
                Option($0.code, $0.words.capitalised[language])
            }
        let severities = ["1", "2", "3"].map { Option($0, Severity.words($0)[language]) }
        return .set(
            legend: text("\(number). risks", "Risk \(number)"),
            hint: nil,
            [
                Field(
                    "risk\(number)",
                    text("Risks", "Risk"),
                    .select(factors, chosen: typed["risk\(number)"] ?? ""),
                    error: error("risk\(number)"),
                    isOptional: true,
                    width: .long
                ),
                Field(
                    "severity\(number)",
                    text("Cik liels", "How grave"),
                    .select(severities, chosen: chosen("severity\(number)") ?? "2"),
                    error: error("severity\(number)")
                ),
                areaField(
                    "evidence\(number)",
                    Text(lv: "Kas par to liecina", en: "Evidence"),
                    nil,
                    optional: true
                ),
            ]
        )
    }

    private var aid: Form.Part {
        .set(
            legend: text("Ekonomiskais atbalsts semestrī, EUR", "Economic support in the term, EUR"),
            hint: nil,
            PlanAid.names.map { name in
                Field(
                    name,
                    PlanAid.words(name)[language],
                    .number(value: typed[name] ?? ""),
                    error: error(name),
                    isOptional: true
                )
            }
        )
    }

    private var agreement: Form.Part {
        let answers = ParentsAnswer.allCases.map {
            Option(String($0.rawValue), $0.words.capitalised[language])
        }
        return .set(
            legend: text("Saskaņojums ar vecākiem", "Agreement of the parents"),
            hint: nil,
            [
                Field(
                    "parents",
                    text("Vecāku atbilde", "Answer of the parents"),
                    .radios(answers, chosen: chosen("parents") ?? "0")
                ), day("parents_on", text("Kad", "When")),
            ]
        )
    }

    private var review: Form.Part {
        let results = PlanResult.allCases.map { Option(String($0.rawValue), $0.words.capitalised[language]) }
        return .set(
            legend: text("Izvērtējums", "Assessment"),
            hint: nil,
            [
                day("midterm_on", text("Semestra vidus izvērtējuma diena", "Day of the mid-term review")),
                areaField(
                    "midterm",
                    Text(lv: "Semestra vidus izvērtējums", en: "Mid-term review"),
                    nil,
                    optional: true
                ),
                Field(
                    "result",
                    text("Rezultāts semestra beigās", "Result at the end of the term"),
                    .radios(results, chosen: chosen("result") ?? "0")
                ),
                areaField(
                    "recommendation",
                    Text(lv: "Ieteikums nākamajam semestrim", en: "Recommendation for the next term"),
                    nil,
                    optional: true
                ),
            ]
        )
    }

    private func day(_ name: String, _ label: String) -> Field {
        Field(name, label, .date(value: typed[name] ?? ""), error: error(name), isOptional: true)
    }
}
