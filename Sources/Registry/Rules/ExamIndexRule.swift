package import Kernel

extension ExamIndexRule {
    /// The compulsory examinations of grade 12: Latvian, mathematics, a foreign language.
    package static let compulsory =
        ["Latviešu valoda", "Latviešu valoda un literatūra"].map { Exam(exam: 1, subject: $0) }
        + [Exam(exam: 2, subject: "Matemātika")]
        + ["Angļu valoda", "Vācu valoda", "Franču valoda", "Krievu valoda", "Svešvaloda"]
        .map { Exam(exam: 3, subject: $0) }

    /// The threshold that holds on a day, in per cent.
    package func threshold(on day: Day) -> Int {
        guard let risesTo, let until = risesUntil.flatMap({ try? Parse.day($0) }) else { return threshold }
        return day >= until ? risesTo : threshold
    }

    /// How an editor asks for the examinations and for what becomes of exempt pupils.
    static let examFields = [
        RuleField(
            "subjects",
            Text(lv: "Eksāmenu mācību priekšmeti", en: "Subjects of the examinations"),
            .lines([
                RuleField("exam", Text(lv: "Kurš eksāmens", en: "Which examination"), .whole(1...3)),
                RuleField("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .sign),
            ]),
            hint: Text(
                lv: "Priekšmeta nosaukums vai kods; vairāki priekšmeti ar vienu numuru skaitās kopā.",
                en: "The subject's name or code; several under one number count together."
            ),
            isOptional: true
        ),
        RuleField(
            "exempt",
            Text(lv: "No eksāmena atbrīvotie", en: "Pupils exempt from an examination"),
            .choice(
                [
                    EditField.Choice(
                        "mark",
                        Text(lv: "ieskaita gada vērtējumu", en: "their annual mark counts")
                    ),
                    EditField.Choice("left-out", Text(lv: "neieskaita", en: "are left out")),
                ],
                asNumber: false
            ),
            isOptional: true
        ),
        RuleField(
            "percentPerPoint",
            Text(lv: "Cik procentu ir viena balle", en: "How many per cent a point of the mark is"),
            .percent,
            hint: Text(
                lv:
                    "Oficiāls pārrēķins nav publicēts; tukšs lauks nozīmē, ka indekss ar atbrīvotajiem ir daļējs.",
                en: "No official conversion is published; left empty, an index with exempt pupils is partial."
            ),
            isOptional: true
        ),
    ]
}
