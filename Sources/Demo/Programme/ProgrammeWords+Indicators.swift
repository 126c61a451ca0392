extension ProgrammeWords {
    struct Indicator {
        let goal: Int
        let name: String
        let unit: String
        let noun: String
        let base: String
        let targets: [(later: Int, way: String, amount: String)]
        let values: [String]
        let source: String
        /// The measure that counts it, of a whole school year as base and targets are; empty where its values are typed in.
        var measure = ""
        /// Where its values are from, if not from the source that the document names.
        var valueSource = ""
        /// The survey that its values are from, held in the spring of their year; nil where it is none.
        var survey: (name: String, respondents: Int)?
    }

    /// Targets are of the second and of the last year of the programme, values of its years so far.
    static let indicators = [
        Indicator(
            goal: 0,
            name: "Vecāki apmierināti ar iespēju piedalīties",
            unit: "percent",
            noun: "",
            base: "62",
            targets: [(1, "value", "68"), (4, "value", "80")],
            values: ["65"],
            source: "Aptauja",
            survey: (name: "Vecāku balss skolā", respondents: 486)
        ),
        Indicator(
            goal: 1,
            name: "Izglītojamie vismaz vienā interešu programmā",
            unit: "percent",
            noun: "",
            base: "54",
            targets: [(1, "increase", "5"), (4, "increase", "15")],
            values: ["57,5"],
            source: "VIIS"
        ),
        Indicator(
            goal: 1,
            name: "Dalībnieki jauniešu centra pasākumos",
            unit: "count",
            noun: "dalībnieki",
            base: "410",
            targets: [(1, "percent-of-base", "10"), (4, "percent-of-base", "35")],
            values: ["455"],
            source: "Reģistrācijas lapas"
        ),
        Indicator(
            goal: 2,
            name: "Iedzīvotāji zina, kur saņemt atbalstu",
            unit: "percent",
            noun: "",
            base: "",
            targets: [(1, "undefined", "10"), (4, "undefined", "35")],
            values: [],
            source: "Aptauja"
        ),
        // A measure that reports compare places by: its target stands in their tables and pictures.
        Indicator(
            goal: 3,
            name: "Kavēto mācību stundu daļa",
            unit: "percent",
            noun: "",
            base: "9",
            targets: [(1, "value", "7"), (4, "value", "5")],
            // Who was present is recorded since this year alone: of the first, what institutions summed up stands in.
            values: ["7,3"],
            source: "Kavējumu uzskaite",
            measure: "attendance/missed-share",
            valueSource: "Iestāžu kavējumu kopsavilkumi pret mācību plāna stundām"
        ),
        Indicator(
            goal: 3,
            name: "Bērni un vecāki prasmju programmās",
            unit: "count",
            noun: "dalībnieki",
            base: "48",
            targets: [(1, "value", "60"), (4, "value", "90")],
            values: ["66"],
            source: "Reģistrācijas lapas"
        ),
        Indicator(
            goal: 3,
            name: "Sociālie pedagogi pirmsskolā",
            unit: "load",
            noun: "slodzes",
            base: "1",
            targets: [(1, "value", "2"), (4, "value", "4")],
            values: ["1,5"],
            source: "VIIS"
        ),
        Indicator(
            goal: 4,
            name: "Individuālās konsultācijas mācību gadā",
            unit: "count",
            noun: "konsultācijas",
            base: "31",
            targets: [(1, "rise", ""), (4, "fall", "")],
            values: [],
            source: "Konsultāciju uzskaite",
            measure: "prevention/consultations"
        ),
        Indicator(
            goal: 5,
            name: "Pedagogi mācībās par sociāli emocionālo atbalstu",
            unit: "percent",
            noun: "",
            base: "31",
            targets: [(1, "value", "45"), (4, "value", "75")],
            values: ["39"],
            source: "VIIS"
        ),
        Indicator(
            goal: 5,
            name: "Pedagogu labbūtība",
            unit: "score",
            noun: "",
            base: "3,4",
            targets: [(1, "value", "3,6"), (4, "value", "4")],
            values: ["3,5"],
            source: "Aptauja",
            survey: (name: "Kā jūties darbā?", respondents: 203)
        ),
        Indicator(
            goal: 5,
            name: "Starpinstitūciju sanāksmes gadā",
            unit: "count",
            noun: "sanāksmes",
            base: "4",
            targets: [(1, "value", "6"), (4, "value", "9")],
            values: [],
            source: "Protokoli",
            measure: "prevention/inter-institution-meetings"
        ),
        Indicator(
            goal: 6,
            name: "Izglītojamie ar atbalsta plānu PMP gadījumā",
            unit: "count",
            noun: "izglītojamie",
            base: "4",
            targets: [(1, "rise", ""), (4, "fall", "")],
            values: [],
            source: "Individuālie atbalsta plāni",
            measure: "prevention/planned-pupils"
        ),
    ]
}
