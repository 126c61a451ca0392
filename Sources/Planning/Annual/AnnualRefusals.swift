internal import Frame
internal import Kernel

extension Refusal {
    static func wrongState(_ state: AnnualState) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Pārskata stāvoklis ir „\(state.words.lv)”, un tas šo darbību neļauj.",
                en: "The report is “\(state.words.en)”, which does not allow this."
            ),
            advice: Text(lv: "Atveriet pārskatu vēlreiz.", en: "Open the report again.")
        )
    }

    static func ownTexts(_ others: [String]) -> Refusal {
        let names = others.prefix(5).joined(separator: ", ")
        return Refusal(
            .conflict,
            Text(
                lv: "Pārskata tekstus pēdējais rakstījāt jūs; to izskata kāds cits.",
                en: "You were the last to write the report's texts; somebody else reviews it."
            ),
            advice: Text(lv: "To var: \(names).", en: "These may: \(names).")
        )
    }

    static func textsMissing(_ names: [Text]) -> Refusal {
        let (lv, en) = (names.map(\.lv).joined(separator: ", "), names.map(\.en).joined(separator: ", "))
        return Refusal(
            .invalid,
            Text(lv: "Pārskatā vēl nav uzrakstīts: \(lv).", en: "The report still lacks: \(en)."),
            advice: Text(
                lv: "Uzrakstiet tekstus un tad nododiet pārskatu izskatīšanai.",
                en: "Write the texts, then have the report reviewed."
            )
        )
    }

    static func yearRuns(_ year: Int) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "\(year). gads vēl nav beidzies.", en: "The year \(year) is not over."),
            advice: Text(
                lv: "Skaitļus fiksē, kad gads ir beidzies un tā rezultāti ievadīti.",
                en: "Figures are frozen once the year is over and its results are entered."
            )
        )
    }
}
