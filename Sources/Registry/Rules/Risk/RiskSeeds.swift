import Kernel

/// The rules of risk that Sekme ships; a board edits each of them and adds its own.
enum RiskSeeds {
    static let all: [Regulation] = seeds.map(\.regulation) + [levels, failure]
    static let kinds: [RuleKind] = seeds.map { RuleKind(RiskRule.self, named: $0.name, $0.title) }

    struct Seed {
        let name: String
        let title: Text
        let words: Text
        let parameters: String
        let from: Day
        let source: String
        let isEditable: Bool

        init(
            _ name: String,
            _ title: Text,
            _ words: Text,
            _ parameters: String,
            from: Day? = nil,
            source: String = "Noteikusi pašvaldība; PuMPuRS prakse",
            isEditable: Bool = true
        ) {
            self.name = RiskRule.prefix + name
            self.title = title
            self.words = words
            self.parameters = parameters
            self.from = from ?? Day(number: 0)
            self.source = source
            self.isEditable = isEditable
        }

        var regulation: Regulation {
            Regulation(
                name: name,
                from: from,
                to: nil,
                words: words,
                source: source,
                parameters: parameters,
                isEditable: isEditable
            )
        }
    }

    private static let seeds = absence + marks + course + others

    private static let absence = [
        Seed(
            "unexcused",
            Text(lv: "Neattaisnoti kavējumi", en: "Unexcused absence"),
            Text(
                lv: "Semestrī bez attaisnojoša iemesla kavētas vairāk nekā 20 mācību stundas.",
                en: "More than 20 lessons of a term missed without excuse."
            ),
            #"{"comparison":"more","group":"1","mode":"live","overrides":{},"quantity":"unexcused-term","threshold":20}"#,
            from: Day(2011, 2, 1),
            source: "MK 01.02.2011. noteikumi Nr. 89",
            isEditable: false
        ),
        Seed(
            "absence",
            Text(lv: "Daudz kavējumu", en: "High absence"),
            Text(
                lv: """
                    Gadā kavēti 10 % vai vairāk reģistrēto mācību stundu jebkura iemesla dēļ; spriež, kad reģistrētas \
                    vismaz 60 stundas.
                    """,
                en: """
                    10% or more of the lessons recorded in the year were missed, whatever the reason; it is judged once \
                    at least 60 lessons are recorded.
                    """
            ),
            #"{"comparison":"at-least","exposure":60,"group":"1","mode":"live","overrides":{},"quantity":"absence-share","threshold":10}"#
        ),
        Seed(
            "attendance-fall",
            Text(lv: "Kavējumi pieauguši", en: "Attendance fell"),
            Text(
                lv: """
                    Kavēto stundu daļa ir par 10 procentpunktiem vai vairāk lielāka nekā pašam iepriekšējā gadā; spriež, \
                    kad katrā gadā reģistrētas vismaz 60 stundas.
                    """,
                en: """
                    The share of lessons missed is 10 percentage points or more above the pupil's own of the year \
                    before; it is judged once at least 60 lessons are recorded in each year.
                    """
            ),
            #"{"comparison":"at-least","exposure":60,"group":"1","mode":"live","overrides":{},"quantity":"attendance-fall","threshold":10}"#
        ),
        Seed(
            "missed-lessons",
            Text(lv: "Kavētās stundas kopā", en: "Lessons missed in all"),
            Text(
                lv: """
                    Gadā kavētas vairāk nekā 10 stundas jebkura iemesla dēļ. Pazīme ir izmēģinājumam, kur zināms tikai \
                    kavējumu kopskaits.
                    """,
                en: """
                    More than 10 lessons of the year were missed, whatever the reason. For trial, where only the total \
                    of absences is known.
                    """
            ),
            #"{"comparison":"more","group":"1","mode":"trial","overrides":{},"quantity":"missed-year","threshold":10}"#
        ),
    ]

    private static let marks = [
        Seed(
            "subjects-below",
            Text(lv: "Nepietiekami vērtējumi", en: "Insufficient marks"),
            Text(
                lv: "4.–12. klasē semestra vai gada vērtējums divos vai vairāk priekšmetos ir zem 4 ballēm.",
                en: "In grades 4 to 12 the term or annual mark in two or more subjects is below 4."
            ),
            #"{"comparison":"at-least","fromGrade":4,"group":"1","mark":4,"mode":"live","overrides":{},"quantity":"subjects-below","threshold":2,"toGrade":12}"#
        ),
        Seed(
            "no-mark",
            Text(lv: "Nav vērtējuma (nv)", en: "No mark (nv)"),
            Text(
                lv: "Semestrī vismaz vienā priekšmetā vērtējuma vietā ir „nv”.",
                en: "In the term at least one subject has “nv” in place of a mark."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"nv-term","threshold":1}"#
        ),
        Seed(
            "exam-subjects",
            Text(lv: "Apdraudēts eksāmens", en: "Examination at risk"),
            Text(
                lv:
                    "8.–9. klasē semestra vai gada vērtējums vismaz vienā eksāmena priekšmetā ir zem 4 ballēm.",
                en:
                    "In grades 8 and 9 the term or annual mark in at least one examination subject is below 4."
            ),
            #"{"comparison":"at-least","fromGrade":8,"group":"1","mark":4,"mode":"live","overrides":{},"quantity":"exam-subjects","threshold":1,"toGrade":9}"#
        ),
        Seed(
            "past-failures",
            Text(lv: "Nesekmība iepriekšējos gados", en: "Past failures"),
            Text(
                lv:
                    "Agrākos gados izglītojamais vismaz vienā priekšmetā bijis nesekmīgs, ja avots to norāda.",
                en: "The pupil failed at least one subject in earlier years, where the source tells it."
            ),
            #"{"comparison":"more","group":"1","mode":"live","overrides":{},"quantity":"past-failures","threshold":0}"#
        ),
    ]

    private static let course = [
        Seed(
            "repeating",
            Text(lv: "Mācās atkārtoti", en: "Repeats the grade"),
            Text(
                lv: "Izglītojamais mācās tajā pašā klasē, kurā mācījās iepriekšējā gadā.",
                en: "The pupil is in the same grade as in the year before."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"repeating","threshold":1}"#
        ),
        Seed(
            "school-changed",
            Text(lv: "Izglītības iestādes maiņa", en: "Changed school"),
            Text(
                lv: "Izglītojamais mācību gada laikā mainījis izglītības iestādi.",
                en: "The pupil changed school within the school year."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"school-changed","threshold":1}"#
        ),
    ]

    private static let others = [
        Seed(
            "behaviour",
            Text(lv: "Uzvedības ieraksti", en: "Behaviour entries"),
            Text(
                lv:
                    "Semestrī žurnālā ir pieci vai vairāk ierakstu par piezīmēm, pārkāpumiem vai konfliktiem.",
                en: "In the term the journal has five or more entries of remarks, breaches or conflicts."
            ),
            #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"behaviour-term","threshold":5}"#
        ),
        Seed(
            "observation",
            Text(lv: "Novērojums", en: "Observation"),
            Text(
                lv: "Pedagogs vai atbalsta speciālists pamanījis riska pazīmi un pierakstījis, ko novērojis.",
                en: "A teacher or support specialist noticed a sign of risk and wrote down what was seen."
            ),
            #"{"comparison":"at-least","group":"2","mode":"live","overrides":{},"quantity":"observation","threshold":1}"#
        ),
    ]

    private static let levels = Regulation(
        name: PreventionLevelRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: """
                Sistēma iesaka mērķtiecīgo prevenciju, ja ir viena riska pazīme, un pielāgoto, ja ir trīs dažādas; līmeni \
                nosaka cilvēks.
                """,
            en: """
                The system proposes targeted prevention at one sign of risk and tailored at three different ones; a \
                person sets the level.
                """
        ),
        source: "Noteikusi pašvaldība",
        parameters: #"{"tailored":3,"targeted":1}"#,
        isEditable: true
    )

    private static let failure = Regulation(
        name: AnnualFailureRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: "Gada vērtējums zem 4 ballēm desmit ballu skalā vai zem 10 skalā līdz 20 ir nepietiekams.",
            en: "An annual mark below 4 on the ten-point scale, or below 10 on the scale to 20, is a failure."
        ),
        source: "MK 11.01.2022. noteikumi Nr. 11; citas skalas nosaka pašvaldība",
        parameters: #"{"bounds":{"\#(MarkScales.ten)":4,"\#(MarkScales.twenty)":10}}"#,
        isEditable: true
    )
}
