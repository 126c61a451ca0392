internal import Frame
internal import Kernel

extension Refusal {
    static let caseOfOthers = Refusal(
        .conflict,
        Text(
            lv: "Izglītojamajam ir atbalsta gadījums, kurā jūs nepiedalāties.",
            en: "The pupil has a case of support in which you do not take part."
        ),
        advice: Text(
            lv:
                "Pārrunāto un lēmumus pieraksta tie, kas gadījumā piedalās; lūdziet gadījuma vadītājam jūs uzaicināt.",
            en: "Those who take part write the notes and decisions; ask the owner to invite you."
        )
    )
}

extension Text {
    static let outsideCase = Text(
        lv:
            "Šis cilvēks gadījumā nepiedalās un uzdevumu neredzētu. Uzaiciniet viņu gadījumā vai izvēlieties citu.",
        en:
            "This person takes no part in the case and would not see the task. Invite them, or choose another."
    )
    static let outsidePupil = Text(
        lv:
            "Šis cilvēks ar izglītojamo nestrādā un uzdevumu neredzētu. Izvēlieties citu vai ierakstiet vārdu.",
        en:
            "This person does not work with the pupil and would not see the task. Choose another, or type a name."
    )
}
