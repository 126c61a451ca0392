package import Kernel

/// The questions of the form on which institutions refer a pupil to each other, besides what is asked, why and by which
/// law; every version has its period, and a referral keeps the one it was written on.
package struct ReferralFormRule: RuleParameters {
    package static let regulation = "referral-form"
    package static let title = Text(lv: "Nosūtījuma veidlapa", en: "Referral form")

    /// A question of the form.
    package struct Question: Codable, Hashable, Sendable {
        /// The question in Latvian.
        package let lv: String
        /// The question in English.
        package let en: String
        /// 1 where it has to be answered.
        package let needed: Int

        /// The question.
        package var words: Text { Text(lv: lv, en: en) }
        /// Whether it has to be answered.
        package var isNeeded: Bool { needed == 1 }
    }

    /// The questions in their order.
    package let questions: [Question]

    package static let fields = [
        RuleField(
            "questions",
            Text(lv: "Jautājums", en: "Question"),
            .lines([
                RuleField("lv", Text(lv: "Jautājums latviski", en: "Question in Latvian"), .sign),
                RuleField("en", Text(lv: "Jautājums angliski", en: "Question in English"), .sign),
                RuleField(
                    "needed",
                    Text(lv: "Jāatbild obligāti", en: "Has to be answered"),
                    .yesNo
                ),
            ]),
            hint: Text(
                lv: "Ko lūdz, pamatojumu un tiesisko pamatu veidlapā jautā vienmēr.",
                en: "What is asked, the reason and the legal basis are on the form always."
            )
        )
    ]
}

extension ReferralSeeds {
    static let form = Regulation(
        name: ReferralFormRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: """
                Nosūtījumā norāda, ko lūdz, pamatojumu un tiesisko pamatu, kā arī to, kas jau darīts, kas izglītojamajam \
                palīdz, vai vecāki ir informēti un kāds rezultāts vajadzīgs.
                """,
            en: """
                A referral says what is asked, why and by which law, and also what was done already, what helps the \
                pupil, whether the parents know of it and which result is needed.
                """
        ),
        source: "Nosaka pašvaldība",
        parameters: """
            {"questions":[\
            {"en":"What was done already","lv":"Kas jau darīts","needed":0},\
            {"en":"Strengths and people who help","lv":"Stiprās puses un cilvēki, kas palīdz","needed":0},\
            {"en":"Whether the parents know of the referral","lv":"Vai vecāki par nosūtījumu ir informēti","needed":0},\
            {"en":"The result that is needed","lv":"Vajadzīgais rezultāts","needed":0}]}
            """,
        isEditable: true
    )
}
