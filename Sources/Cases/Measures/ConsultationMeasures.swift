internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Consultations that were logged: how many, of how many pupils, for how long (indicator 8 of a programme).
///
/// Of years before there was a log, what institutions reported is a measure of its own.
enum ConsultationMeasures {
    static let all: [any Measure] = [consultations, pupils, minutes, reported]

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

    /// Consultations given in a year or term, as institutions report them.
    ///
    /// A pupil may have several, so that at most so many pupils had them: few consultations are of few pupils.
    static let reported = Evidence.KeptMeasure(
        "prevention/consultations-reported",
        Text(lv: "Paziņotās konsultācijas", en: "Consultations, as reported"),
        definition: Text(
            lv: """
                Iestādes paziņots sniegto konsultāciju skaits mācību gadā vai semestrī, bez ierakstiem par tām; vienam \
                izglītojamajam var būt vairākas konsultācijas.
                """,
            en: """
                The number of consultations given in a school year or term, as institutions report it, without records of \
                them; one pupil may have had several.
                """
        ),
        unit: .count(Noun(lv: "konsultācija", "konsultācijas", en: "consultation", "consultations")),
        period: .addedTerms,
        countsPeople: true
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
