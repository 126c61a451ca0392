internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What somebody is asked who noticed something: the risk, and what was seen.
struct ObservationFields {
    let lists: CodeLists
    let today: Day
    let language: Language
    let typed: EditTexts
    let errors: FieldErrors

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var parts: [Form.Part] {
        let factors = lists.items(CodeLists.riskFactors, on: today).map {
            Option($0.code, $0.words[language])
        }
        return [
            .field(
                Field(
                    "factor",
                    text("Risks", "Risk"),
                    .select(factors, chosen: typed["factor"]),
                    error: errors.byField["factor"]?[language]
                )
            ),
            .field(
                Field(
                    "text",
                    text("Kas novērots", "What was seen"),
                    .area(value: typed["text"] ?? "", rows: 3),
                    hint: text(
                        "Rakstiet faktus, nevis vērtējumu; to lasīs kolēģi un var lasīt vecāki.",
                        "Write facts and no judgement; colleagues read it and parents may."
                    ),
                    error: errors.byField["text"]?[language]
                )
            ),
        ]
    }
}
