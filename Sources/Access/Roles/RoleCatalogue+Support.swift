internal import Frame
internal import Kernel

extension Role {
    /// Works with pupils who miss lessons.
    package static let socialPedagogue = Role(
        "social-pedagogue",
        Text(lv: "Sociālais pedagogs", en: "Social pedagogue"),
        purpose: Text(
            lv: "Strādā ar iestādes izglītojamajiem, viņu kavējumiem un atbalstu.",
            en: "Works with the institution's pupils, their absences and support."
        ),
        levels: [.institution],
        granted: [
            .readFigures, .readPupils, .readHealth, .readPupilStatus, .readBehaviour, .readSignals,
            .workSignals, .noteObservations, .recordEvents, .joinCases, .workCases, .logConsultations,
            .ownDates,
        ]
    )
    /// A psychologist, speech therapist or special pedagogue.
    package static let supportSpecialist = Role(
        "support-specialist",
        Text(lv: "Atbalsta personāla speciālists", en: "Support specialist"),
        purpose: Text(
            lv: "Sniedz atbalstu iestādes vai klases izglītojamajiem.",
            en: "Supports pupils of the institution or of a class."
        ),
        levels: [.institution, .classGroup],
        granted: [
            .readFigures, .readPupils, .readHealth, .readPupilStatus, .readBehaviour, .readSignals,
            .workSignals, .noteObservations, .joinCases, .workCases, .logConsultations, .ownDates,
        ]
    )
    /// Answers persons about their data and watches over who sees them.
    package static let dataProtection = Role(
        "data-protection",
        Text(lv: "Datu aizsardzības speciālists", en: "Data protection specialist"),
        purpose: Text(
            lv: "Izpilda personu pieprasījumus par viņu datiem un pārbauda piekļuves žurnālu.",
            en: "Answers requests of persons about their data and checks the audit trail."
        ),
        levels: [.tenant],
        granted: [.readFigures, .readAudit, .handlePrivacy]
    )
    /// Reads an institution's figures with it, beside what its surveys came to; these are kept elsewhere.
    package static let surveyConsultant = Role(
        "survey-consultant",
        Text(lv: "Aptauju datu konsultants", en: "Survey data consultant"),
        purpose: Text(
            lv:
                "Palīdz iestādei lasīt tās skaitļus līdzās aptauju rezultātiem, kuri glabājas ārpus Sekmes; redz tikai kopsavilkumus.",
            en:
                "Helps the institution to read its figures beside results of surveys, which are kept outside Sekme; sees aggregates only."
        ),
        levels: [.institution],
        granted: [.readFigures]
    )
    /// Works for another institution on one case, for a time; sees of the pupil what the invitation's purpose needs.
    package static let partner = Role(
        "partner",
        Text(lv: "Sadarbības iestādes darbinieks", en: "Worker of a partner institution"),
        purpose: Text(
            lv:
                "Uz noteiktu laiku piedalās viena izglītojamā gadījumā, ja ir uzaicināts; citus viņa datus neredz.",
            en: "Takes part in one pupil's case for a time, if invited; sees no other data of the pupil."
        ),
        levels: [.pupil],
        needsEnd: true,
        granted: [.joinCases, .ownDates]
    )
    /// Works for another body: takes part in cases that it is invited to and registers events of programmes that the body
    /// held; sees no pupil besides.
    package static let outsideWorker = Role(
        "outside-worker",
        Text(lv: "Citas institūcijas speciālists", en: "Specialist of another body"),
        purpose: Text(
            lv:
                """
                Sociālā dienesta, bāriņtiesas, policijas vai centra speciālists; redz tikai gadījumus, kuros uzaicināts, un \
                reģistrē savas institūcijas pasākumus programmās.
                """,
            en:
                """
                From social service, orphans' court, police or a centre; sees only cases that it is invited to and \
                registers events of programmes that its body held.
                """
        ),
        levels: [.tenant],
        namesBody: true,
        granted: [.joinCases, .ownDates],
        own: [.recordBodyEvents]
    )
    /// Looks at an institution from outside, for a time.
    package static let evaluator = Role(
        "evaluator",
        Text(lv: "Ārējais vērtētājs", en: "External evaluator"),
        purpose: Text(
            lv: "Uz noteiktu laiku redz vienas iestādes kopsavilkumus.",
            en: "Sees the aggregates of one institution for a time."
        ),
        levels: [.institution],
        needsEnd: true,
        granted: [.readFigures]
    )
    /// Reads aggregates.
    package static let reader = Role(
        "reader",
        Text(lv: "Lasītājs", en: "Reader"),
        purpose: Text(lv: "Redz kopsavilkumus.", en: "Sees aggregates."),
        levels: [.tenant, .institution],
        granted: [.readFigures]
    )
    /// Commands without an account.
    package static let `operator` = Role(
        "operator",
        Text(lv: "Operators", en: "Operator"),
        purpose: Text(
            lv: "Izpilda komandas serverī: pārvalda, importē, redz kopsavilkumus.",
            en: "Runs commands on the server: administers, imports, sees aggregates."
        ),
        levels: [.tenant],
        granted: [.readFigures, .importData, .administer, .readAudit]
    )
}
