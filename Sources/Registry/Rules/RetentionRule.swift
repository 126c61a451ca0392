package import Kernel

/// How long data about persons are kept, in whole years.
///
/// No public source says how long a board keeps what it has of pupils beside the documents of schools, so each board
/// sets it by its list of files (GDPR, article 5(1)(e)).
package struct RetentionRule: RuleParameters {
    package static let regulation = "retention"
    package static let title = Text(lv: "Personas datu glabāšana", en: "How long personal data are kept")
    /// After the last day of a pupil in education.
    package let schooling: Int
    /// After a request of a person was decided.
    package let requests: Int

    package static let fields = [
        RuleField(
            "schooling",
            Text(lv: "Izglītojamā dati, gadi", en: "Data of a pupil, years"),
            .whole(1...75),
            hint: Text(
                lv: "Pēc pēdējās dienas izglītības iestādē. Tad vārdu, kodu un tekstus dzēš; skaitļi paliek.",
                en: "After the last day in education. Names, codes and texts then go; numbers stay."
            )
        ),
        RuleField(
            "requests",
            Text(lv: "Personu pieprasījumi, gadi", en: "Requests of persons, years"),
            .whole(1...75),
            hint: Text(lv: "Pēc lēmuma dienas.", en: "After the day of the decision.")
        ),
    ]
}

enum RetentionSeeds {
    static let all = [
        Regulation(
            name: RetentionRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: """
                    Izglītojamā datus glabā desmit gadus pēc pēdējās dienas izglītības iestādē, personu pieprasījumus – \
                    piecus gadus pēc lēmuma.
                    """,
                en: """
                    Data of a pupil are kept for ten years after the last day in education, requests of persons for five \
                    years after the decision.
                    """
            ),
            source: "Nosaka pašvaldības lietu nomenklatūra",
            parameters: #"{"requests":5,"schooling":10}"#,
            isEditable: true
        )
    ]
}
