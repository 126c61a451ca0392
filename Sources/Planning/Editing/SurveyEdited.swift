internal import Kernel
internal import Registry

/// The questions about the survey that a value is from; of a value of another source they stay empty.
extension Survey {
    var texts: EditTexts {
        [
            "survey": name, "survey_from": EditTexts.day(from), "survey_to": EditTexts.day(to),
            "respondents": respondents.map(String.init) ?? "",
        ]
    }

    mutating func take(_ reader: inout FieldReader) {
        name = reader.words("survey", optional: true)
        from = reader.day("survey_from")
        to = reader.day("survey_to")
        respondents = reader.number("respondents", in: 1...10_000_000, optional: true)
        if let from, let to, to < from {
            reader.fail("survey_to", Text(lv: "Beigas ir pirms sākuma.", en: "The end is before the start."))
        }
    }

    static let fields: [EditField] = [
        .line(
            "survey",
            Text(lv: "Aptaujas nosaukums", en: "Name of the survey"),
            hint: Text(
                lv: "Aizpildiet šo un nākamos laukus, ja vērtība ir no aptaujas.",
                en: "Fill in this and the next fields where the value is from a survey."
            )
        ), .day("survey_from", Text(lv: "Aptaujas sākums", en: "First day of the survey")),
        .day("survey_to", Text(lv: "Aptaujas beigas", en: "Last day of the survey")),
        EditField(
            "respondents",
            Text(lv: "Respondentu skaits", en: "Number of respondents"),
            .number(decimals: 0),
            hint: Text(
                lv: "Ja lauku atstāj tukšu, pie vērtības teikts, ka skaits nav norādīts.",
                en: "Where it is left empty, the value is said to lack it."
            ),
            isOptional: true
        ),
    ]
}
