import Kernel

extension RiskSeeds {
    /// Signs of absence in school; until the turn they were about children in preparation for school as well.
    static let absence = [
        Seed(
            "unexcused",
            Text(lv: "Neattaisnoti kavējumi", en: "Unexcused absence"),
            Text(
                lv: "Semestrī bez attaisnojoša iemesla kavētas vairāk nekā 20 mācību stundas.",
                en: "More than 20 lessons of a term missed without excuse."
            ),
            #"{"comparison":"more","group":"1","mode":"live","overrides":{},"quantity":"unexcused-term","threshold":20}"#,
            from: Day(2011, 2, 1),
            to: turn - 1,
            source: "MK 01.02.2011. noteikumi Nr. 89",
            isEditable: false
        ),
        Seed(
            "unexcused",
            Text(lv: "Neattaisnoti kavējumi", en: "Unexcused absence"),
            Text(
                lv: "1.–12. klasē semestrī bez attaisnojoša iemesla kavētas vairāk nekā 20 mācību stundas.",
                en: "In grades 1 to 12 more than 20 lessons of a term missed without excuse."
            ),
            #"{"comparison":"more","fromGrade":1,"group":"1","mode":"live","overrides":{},"quantity":"unexcused-term","threshold":20}"#,
            from: turn,
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
            #"{"comparison":"at-least","exposure":60,"group":"1","mode":"live","overrides":{},"quantity":"absence-share","threshold":10}"#,
            to: turn - 1
        ),
        Seed(
            "absence",
            Text(lv: "Daudz kavējumu", en: "High absence"),
            Text(
                lv: """
                    1.–12. klasē gadā kavēti 10 % vai vairāk reģistrēto mācību stundu jebkura iemesla dēļ; spriež, kad \
                    reģistrētas vismaz 60 stundas.
                    """,
                en: """
                    In grades 1 to 12, 10% or more of the lessons recorded in the year were missed, whatever the reason; \
                    it is judged once at least 60 lessons are recorded.
                    """
            ),
            #"{"comparison":"at-least","exposure":60,"fromGrade":1,"group":"1","mode":"live","overrides":{},"quantity":"absence-share","threshold":10}"#,
            from: turn
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
            #"{"comparison":"at-least","exposure":60,"group":"1","mode":"live","overrides":{},"quantity":"attendance-fall","threshold":10}"#,
            to: turn - 1
        ),
        Seed(
            "attendance-fall",
            Text(lv: "Kavējumi pieauguši", en: "Attendance fell"),
            Text(
                lv: """
                    1.–12. klasē kavēto stundu daļa ir par 10 procentpunktiem vai vairāk lielāka nekā pašam iepriekšējā \
                    gadā; spriež, kad katrā gadā reģistrētas vismaz 60 stundas.
                    """,
                en: """
                    In grades 1 to 12 the share of lessons missed is 10 percentage points or more above the pupil's own of \
                    the year before; it is judged once at least 60 lessons are recorded in each year.
                    """
            ),
            #"{"comparison":"at-least","exposure":60,"fromGrade":1,"group":"1","mode":"live","overrides":{},"quantity":"attendance-fall","threshold":10}"#,
            from: turn
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

    /// The sign of children in preparation for school, whose absence the regulation counts by days.
    static let preparation = [
        Seed(
            "unexcused-days",
            Text(lv: "Neattaisnoti kavējumi sagatavošanā", en: "Unexcused absence in preparation"),
            Text(
                lv: """
                    Obligātajā sagatavošanā skolai semestrī bez attaisnojoša iemesla kavētas vairāk nekā trīs dienas; to var \
                    pateikt par bērniem, kuriem reģistrā ir dzimšanas datums.
                    """,
                en: """
                    In compulsory preparation for school more than three days of a term missed without excuse; it can be \
                    told of children whose day of birth is in the register.
                    """
            ),
            #"{"comparison":"more","fromGrade":0,"group":"1","mode":"live","overrides":{},"quantity":"unexcused-days","threshold":3,"toGrade":0}"#,
            from: turn,
            source: "MK 01.02.2011. noteikumi Nr. 89",
            isEditable: false
        )
    ]
}
