internal import Access
internal import Frame
internal import Kernel
internal import Pages

/// The form that hands a case over to the institution that the pupil has gone to, with what is to be seen to first.
struct HandOverView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        guard let choice = view.data.handOver else { return "" }
        let school = choice.institution[language]
        let notice = Notice(
            .attention,
            language,
            text("Izglītojamais tagad mācās citur: \(school).", "The pupil now attends \(school)."),
            more: choice.owners.isEmpty
                ? text(
                    "Tur vēl nevienam nav lomas, kas par gadījumu var atbildēt; lūdziet administratoram to piešķirt.",
                    "Nobody there has a role that can answer for the case yet; ask the administrator."
                )
                : text(
                    "Nododiet gadījumu, lai atbalsts turpinātos.",
                    "Hand the case over, so that support goes on."
                )
        )
        guard !choice.owners.isEmpty else { return notice.html }
        return "\(notice)\(form(choice))"
    }

    private func form(_ choice: HandOverChoice) -> HTML {
        let owners = choice.owners.map {
            Option(String($0.account.rawValue), "\($0.name) (\($0.role[language]))")
        }
        let checks = HandOverCheck.allCases.map { Option($0.rawValue, $0.words[language]) }
        return view.folded(
            "hand-over",
            text("Nodot jaunajai iestādei", "Hand over to the new institution"),
            "hand-over",
            [
                .hidden(name: "version", value: String(view.data.file.version)),
                .field(
                    Field(
                        "checked",
                        text("Pirms nodošanas", "Before it is handed over"),
                        .checkboxes(checks, chosen: []),
                        hint: text(
                            "Līdzi iet iemesls, plāni, uzdevumi un komandas piezīmes. Ierobežotās piezīmes paliek te.",
                            "The reason, plans, tasks and the team's notes go along. Restricted notes stay here."
                        ),
                        error: view.error("hand-over", "checked")
                    )
                ),
                .field(
                    Field(
                        "owner",
                        text("Jaunais gadījuma vadītājs", "New owner"),
                        .select(owners, chosen: view.typed("hand-over", "owner")),
                        error: view.error("hand-over", "owner")
                    )
                ),
                .field(
                    Field(
                        "reason",
                        text("Kas jaunajai iestādei jāzina", "What the new institution should know"),
                        .area(value: view.typed("hand-over", "reason") ?? "", rows: 3),
                        error: view.error("hand-over", "reason")
                    )
                ),
            ],
            text("Nodot gadījumu", "Hand over")
        )
    }
}
