internal import Frame
internal import Kernel
internal import Storage

/// Consultations that were logged: how many, of how many pupils, for how long (indicator 8 of a programme).
enum ConsultationMeasures {
    static let all: [any Measure] = [consultations, pupils, minutes]

    private static let along: Set<Dimension> = [.institution, .classGroup, .grade, .subject, .term]

    static let consultations = make(
        "consultations",
        Text(lv: "Konsultācijas", en: "Consultations"),
        Text(
            lv: "Pierakstītās konsultācijas, izņemot atsauktās.",
            en: "Consultations logged and not taken back."
        ),
        Noun(lv: "konsultācija", "konsultācijas", en: "consultation", "consultations"),
        "1",
        .sum
    )
    static let pupils = make(
        "consulted-pupils",
        Text(lv: "Konsultētie izglītojamie", en: "Pupils consulted"),
        Text(
            lv: "Dažādi izglītojamie, kuriem bijusi konsultācija; semestru skaitļus nesaskaita.",
            en: "Different pupils who had a consultation; terms do not add up."
        ),
        Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"),
        "1",
        .pupils
    )
    static let minutes = make(
        "consultation-minutes",
        Text(lv: "Konsultāciju minūtes", en: "Minutes of consultations"),
        Text(
            lv: "Pierakstīto konsultāciju ilgums minūtēs.",
            en: "How long the consultations were, in minutes."
        ),
        Noun(lv: "minūte", "minūtes", en: "minute", "minutes"),
        "k.minutes",
        .sum
    )

    private static func make(
        _ name: String,
        _ title: Text,
        _ definition: Text,
        _ noun: Noun,
        _ n: @autoclosure @escaping @Sendable () -> SQL,
        _ way: CaseMeasure.Way
    ) -> CaseMeasure {
        CaseMeasure(
            name,
            title,
            definition: definition,
            unit: .count(noun),
            along,
            base: "consultations",
            way: way
        ) { year, tenant in
            """
            SELECT k.institution_id AS institution_id, k.class_id AS class_id, k.grade AS grade,
                k.subject_id AS subject_id, k.term AS term, k.pupil_id AS pupil_id, k.day AS day, \(n()) AS n, 1 AS d
            FROM consultation k WHERE k.tenant_id = \(tenant) AND k.year = \(year.start) AND k.is_undone = 0
            """
        }
    }
}
