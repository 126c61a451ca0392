package import Kernel

/// In how many days a referral from one institution to another is answered.
///
/// No regulation says it for all bodies; the shipped days are a beginning that each board agrees on with them.
package struct ReferralAnswerRule: RuleParameters {
    package static let regulation = "referral-answer"
    package static let title = Text(lv: "Atbilde uz nosūtījumu", en: "Answer to a referral")
    /// Days from the day it was sent; 0 where nobody is reminded.
    package let days: Int

    package static let fields = [
        RuleField(
            "days",
            Text(lv: "Nosūtījuma atbildes termiņš (dienas)", en: "A referral is answered within, days"),
            .whole(0...365),
            hint: Text(
                lv: "Skaita no nosūtīšanas dienas; 0 – neatgādina.",
                en: "Counted from the day it was sent; 0 for no reminder."
            )
        )
    ]
}

enum ReferralSeeds {
    static let all = [
        Regulation(
            name: ReferralAnswerRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: "Uz nosūtījumu institūcija atbild nedēļas laikā: pieņem to vai noraida, norādot iemeslu.",
                en: "A body answers a referral within a week: it accepts it, or rejects it with the reason."
            ),
            source: "Nosaka pašvaldība",
            parameters: #"{"days":7}"#,
            isEditable: true
        )
    ]

    /// What is asked of other bodies (document 004, 7.1.1–7.1.4 and 7.2), and what they ask of a school.
    static let kinds: [SupportSeeds.Item] = [
        ("consultation", "Sociālā darbinieka konsultācija", "Consultation of a social worker", true),
        ("family-assistant", "Ģimenes asistenta pakalpojums", "Family assistant", true),
        ("day-centre", "Dienas aprūpes centra pakalpojums", "Day-care centre", true),
        ("rehabilitation", "Sociālās rehabilitācijas pakalpojums", "Social rehabilitation", true),
        ("psychologist", "Psihologa konsultācija", "Psychologist’s consultation", true),
        ("family-visit", "Ģimenes apsekošana", "Visit to the family", true),
        (
            "guardianship", "Bērna interešu un tiesību izvērtēšana", "Assessment of the child’s interests",
            true
        ),
        ("police-talk", "Policijas preventīvā saruna", "Preventive talk of the police", true),
        ("youth-activities", "Iesaiste jauniešu centra aktivitātēs", "Activities of a youth centre", true),
        ("support-at-school", "Atbalsts izglītības iestādē", "Support at the educational institution", true),
        ("other", "Cits lūgums", "Another request", true),
    ]
}
