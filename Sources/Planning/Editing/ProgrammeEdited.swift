internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension ActionProgramme: PlanEdited {
    func texts(_ plan: Plan) -> EditTexts {
        [
            "title": title, "code": code, "kind": kind.code, "status": status.code, "aim": aim,
            "result": result,
            "from": EditTexts.day(from), "to": EditTexts.day(to), "decision": decision,
            "decided": EditTexts.day(decided), "protocol": protocolNumber, "language": language,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        title = reader.words("title")
        code = reader.words("code")
        reader.code("kind", &kind)
        reader.code("status", &status)
        aim = reader.words("aim", optional: true)
        result = reader.words("result", optional: true)
        from = reader.day("from", optional: false)
        to = reader.day("to", optional: false)
        decision = reader.words("decision", optional: true)
        decided = reader.day("decided")
        protocolNumber = reader.words("protocol", optional: true)
        language = reader.choice("language", ["lv", "en"])
        if let from, let to, to < from {
            reader.fail("to", Text(lv: "Beigas ir pirms sākuma.", en: "The end is before the start."))
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField("title", Text(lv: "Nosaukums", en: "Title"), .line),
            EditField(
                "code",
                Text(lv: "Kods", en: "Code"),
                .line,
                hint: Text(
                    lv: "Īss apzīmējums, pēc kura programmu atrod importā: PMP-2024.",
                    en: "A short name by which imports find the programme: PMP-2024."
                )
            ),
            .code("kind", Text(lv: "Veids", en: "Kind"), ProgrammeKind.self),
            .code("status", PlanWords.state, ProgrammeStatus.self),
            EditField("from", Text(lv: "Sākums", en: "From"), .day),
            EditField("to", Text(lv: "Beigas", en: "Until"), .day),
            .area("aim", Text(lv: "Mērķis", en: "Aim")),
            .area("result", Text(lv: "Sasniedzamais rezultāts", en: "Result to be reached")),
            .line("decision", Text(lv: "Lēmuma numurs", en: "Number of the decision")),
            .day("decided", Text(lv: "Lēmuma datums", en: "Day of the decision")),
            .line("protocol", Text(lv: "Protokols", en: "Minutes")),
            EditField(
                "language",
                Text(lv: "Dokumenta valoda", en: "Language of the document"),
                .choice([
                    EditField.Choice("lv", Text(lv: "latviešu", en: "Latvian")),
                    EditField.Choice("en", Text(lv: "angļu", en: "English")),
                ])
            ),
        ]
    }
}
