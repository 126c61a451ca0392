import Kernel

/// The rules that Sekme ships.
///
/// What the sources at hand do not confirm is marked as editable.
enum RegulationSeeds {
    static let all: [Regulation] =
        absence + attainment + thresholds + examIndex + balance + DutySeeds.all + RiskSeeds.all
        + RetentionSeeds.all + EscalationSeeds.all + TeamMeetingSeeds.all + ReferralSeeds.all + [
            ReferralSeeds.form
        ]
        + MarkScaleSeeds.all + TerritoryReformSeeds.all + OutcomeStateSeeds.all + LeastPeopleSeeds.all

    private static let absence = [
        rule(
            "unexcused-limit",
            from: Day(2011, 2, 1),
            Text(
                lv:
                    "Par izglītojamo, kurš semestrī bez attaisnojoša iemesla kavējis vairāk nekā 20 mācību stundas, "
                    + "informē pašvaldību.",
                en:
                    "The municipality is told of a pupil who missed more than 20 lessons in a term without excuse."
            ),
            "MK 01.02.2011. noteikumi Nr. 89",
            #"{"lessons":20,"overrides":{}}"#
        ),
        rule(
            "unexcused-limit-preschool",
            from: Day(2011, 2, 1),
            Text(
                lv:
                    "Par piecgadīgu vai sešgadīgu bērnu, kurš bez attaisnojoša iemesla kavējis vairāk nekā trīs "
                    + "dienas, informē pašvaldību.",
                en:
                    "The municipality is told of a child of five or six who missed more than three days without "
                    + "excuse."
            ),
            "MK 01.02.2011. noteikumi Nr. 89",
            #"{"days":3}"#
        ),
        rule(
            "chronic-absence",
            Text(
                lv:
                    "Kavējumi ir hroniski, ja izglītojamais kavējis 10 % vai vairāk reģistrēto mācību stundu; spriež, "
                    + "kad reģistrētas vismaz 60 stundas.",
                en:
                    "Absence is chronic where a pupil missed 10% or more of the lessons recorded; it is judged once "
                    + "at least 60 lessons are recorded."
            ),
            "Starptautiska prakse",
            #"{"lessons":60,"overrides":{},"percent":10}"#,
            editable: true
        ),
        rule(
            "eklase-absence-tokens",
            Text(
                lv:
                    "E-klases kavējumu apzīmējumi: ns – slimība, nc – cits attaisnojošs iemesls, nn – neattaisnots, "
                    + "n – iemesls nav norādīts.",
                en:
                    "Signs of absence in e-klase: ns is illness, nc another excuse, nn without excuse, n reason not "
                    + "given."
            ),
            "E-klase",
            #"{"kinds":{"n":4,"nc":2,"nn":3,"ns":1}}"#,
            editable: true
        ),
    ]

    private static let attainment = [
        rule(
            "level-bands",
            Text(
                lv: "Apguves līmeņi: augsts 9–10, optimāls 6–8, pietiekams 4–5, nepietiekams 1–3 balles.",
                en: "Levels of attainment: high 9–10, optimal 6–8, sufficient 4–5, insufficient 1–3."
            ),
            "MK 19.11.2013. noteikumi Nr. 1027; MK 06.09.2022. noteikumi Nr. 549",
            #"{"high":9,"optimal":6,"sufficient":4}"#
        ),
        rule(
            "promotion",
            from: Day(2022, 1, 11),
            Text(
                lv:
                    "1.–3. klasē pārceļ, ja novērtēti visi plānotie rezultāti vai ja pēc papildu mācību pasākumiem "
                    + "nav pedagoģiskās padomes pamatota ieteikuma palikt uz otru gadu; 4.–8. klasē – ja gada "
                    + "vērtējums visos priekšmetos, no kuriem izglītojamais nav atbrīvots, ir vismaz 4 balles vai "
                    + "zemāks par 4 ballēm ir ne vairāk kā viens pēcpārbaudījuma rezultāts; 10.–11. klasē – ja gada "
                    + "vērtējums visos priekšmetos ir vismaz 4 balles.",
                en:
                    "Grades 1 to 3 move up when all planned results are assessed, or when after further measures the "
                    + "pedagogical council has no justified recommendation to repeat; grades 4 to 8 with annual marks "
                    + "of at least 4 in all subjects that the pupil is not exempt from, or with one result of a "
                    + "re-examination below 4 at most; grades 10 and 11 with annual marks of at least 4 in all."
            ),
            "MK 11.01.2022. noteikumi Nr. 11, 25. punkts",
            #"{"spans":[{"from":1,"to":3,"minimum":0,"allowedBelow":0},"#
                + #"{"from":4,"to":8,"minimum":4,"allowedBelow":1},"#
                + #"{"from":10,"to":11,"minimum":4,"allowedBelow":0}]}"#
        ),
    ]

    /// The least result of central examinations, year by year.
    private static let thresholds =
        [
            rule(
                "pass-threshold",
                to: SchoolYear(2021).last,
                passWords(Text(lv: "12. klasē vismaz 5 %", en: "at least 5% in grade 12")),
                "VISC",
                #"{"grade12":5}"#
            )
        ]
        + [(2022, 10, 10), (2023, 10, 15), (2024, 10, 20), (2025, 15, 20)].map { start, ninth, twelfth in
            rule(
                "pass-threshold",
                from: SchoolYear(start).first,
                to: SchoolYear(start).last,
                passWords(
                    Text(
                        lv: "9. klasē vismaz \(ninth) %, 12. klasē vismaz \(twelfth) %",
                        en: "at least \(ninth)% in grade 9 and \(twelfth)% in grade 12"
                    )
                ),
                "VISC, VIAA",
                #"{"grade9":\#(ninth),"grade12":\#(twelfth)}"#
            )
        }

    private static let examIndex = [
        rule(
            "exam-index",
            from: Day(2020, 8, 1),
            to: Day(2025, 7, 31),
            Text(
                lv:
                    "Obligāto centralizēto eksāmenu indekss ir trīs eksāmenu vidējo rezultātu vidējais; vismaz 40 %.",
                en:
                    "The index of compulsory central examinations is the mean of the three mean results; at least "
                    + "40%."
            ),
            "MK 11.09.2018. noteikumi Nr. 583",
            #"{"aggregator":"mean","threshold":40,\#(examSubjects)}"#,
            editable: true
        ),
        rule(
            "exam-index",
            from: Day(2025, 8, 1),
            Text(
                lv:
                    "Obligāto centralizēto eksāmenu indekss ir zemākais no trīs eksāmenu vidējiem rezultātiem; "
                    + "vismaz 40 %, no 31.07.2029. – vismaz 50 %.",
                en:
                    "The index of compulsory central examinations is the lowest of the three mean results; at least "
                    + "40%, and at least 50% from 31 July 2029."
            ),
            "MK 11.09.2018. noteikumi Nr. 583",
            #"{"aggregator":"minimum","threshold":40,"risesTo":50,"risesUntil":"2029-07-31",\#(examSubjects)}"#,
            editable: true
        ),
    ]

    /// Compulsory subjects and what becomes of exempt pupils; how their marks become per cents is nowhere public.
    private static let examSubjects: String = {
        let subjects = ExamIndexRule.compulsory.map { #"{"exam":\#($0.exam),"subject":"\#($0.subject)"}"# }
        return #""subjects":[\#(subjects.joined(separator: ","))],"exempt":"mark","percentPerPoint":10"#
    }()
    private static let balance = [
        rule(
            "mark-exam-balance",
            Text(
                lv:
                    "Vērtējumus procentos pārrēķina, balles reizinot ar 10 (7 balles ir 70 %). Vērtējumi un centralizēto "
                    + "eksāmenu rezultāti ir līdzsvarā, ja atšķiras ne vairāk kā par 10 procentpunktiem.",
                en:
                    "Marks are turned into per cent by taking points times 10 (7 points are 70%). Marks and results of "
                    + "central examinations are in balance where they differ by 10 percentage points at most."
            ),
            "Iestāžu pašnovērtējuma mērķis ± 10 %; pārrēķinu normatīvie akti nenosaka",
            #"{"percents":{"1":10,"10":100,"2":20,"3":30,"4":40,"5":50,"6":60,"7":70,"8":80,"9":90},"tolerance":10}"#,
            editable: true
        )
    ]

    private static func passWords(_ least: Text) -> Text {
        Text(
            lv: "Centralizētā eksāmena rezultāts, ar kuru izsniedz sertifikātu: \(least.lv).",
            en: "The result of a central examination from which a certificate is issued: \(least.en)."
        )
    }

    private static func rule(
        _ name: String,
        from: Day? = nil,
        to: Day? = nil,
        _ words: Text,
        _ source: String,
        _ parameters: String,
        editable: Bool = false
    ) -> Regulation {
        Regulation(
            name: name,
            from: from ?? Day(number: 0),
            to: to,
            words: words,
            source: source,
            parameters: parameters,
            isEditable: editable
        )
    }
}
