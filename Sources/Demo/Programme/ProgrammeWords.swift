/// The words of the demo's programme of prevention: invented, of the shape that such programmes have.
enum ProgrammeWords {
    struct Goal {
        let name: String
        let level: String
        let result: String
    }

    struct Activity {
        let name: String
        let aim: String
        let result: String
        let responsible: String
        let involved: String
        /// How often, where events are counted: what, least, most, rhythm, in each institution.
        let often: [(name: String, least: Int, most: Int, rhythm: String, each: Bool)]
        let tasks: [String]
    }

    static let goals = [
        Goal(
            name: "Ģimene un skola ir vienā pusē",
            level: "universal",
            result: "Vecāki zina, kā bērnam klājas skolā, un piedalās lēmumos"
        ),
        Goal(
            name: "Jauniešiem ir kur būt pēc stundām",
            level: "universal",
            result: "Vairāk izglītojamo regulāri piedalās ārpusstundu nodarbībās"
        ),
        Goal(
            name: "Novadā zina, kur meklēt palīdzību",
            level: "universal",
            result: "Ģimenes atrod atbalsta pakalpojumus bez starpniekiem"
        ),
        Goal(
            name: "Skolā ir droši un mierīgi",
            level: "targeted",
            result: "Mazāk konfliktu, agrāk pamanīta atstumtība"
        ),
        Goal(
            name: "Mācīšanās grūtības nepaliek bez atbildes",
            level: "targeted",
            result: "Konsultācija pieejama nedēļas laikā"
        ),
        Goal(
            name: "Pedagogi prot un spēj atbalstīt",
            level: "targeted",
            result: "Pedagogi jūtas sagatavoti un nav izdeguši"
        ),
        Goal(
            name: "Krīzē neviens nepaliek viens",
            level: "tailored",
            result: "Iestādes rīkojas kopā un laikus"
        ),
    ]

    /// Activities by goal, in the order of goals.
    static let activities: [[Activity]] = [
        [
            Activity(
                name: "Vecāku vakari par bērna ikdienu un robežām",
                aim: "Vecāki jūtas drošāki audzināšanā",
                result: "2–3 vakari gadā katrā iestādē",
                responsible: "Izglītības iestādes",
                involved: "Sociālais dienests; Jauniešu centrs; Valsts policija",
                often: [("", 2, 3, "year", true)],
                tasks: ["Vecāku vajadzību aptauja", "Tematisko vakaru cikls", "Novada vecāku sarunu diena"]
            ),
            Activity(
                name: "Trīspusējās sarunas un vecāku dienas",
                aim: "Vecāki piedalās bērna mācību plānošanā",
                result: "3–4 tikšanās mācību gadā katrā iestādē",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde",
                often: [("", 3, 4, "school-year", true)],
                tasks: [
                    "Sarunu grafika saskaņošana", "Iestādes padomes tikšanās ar dibinātāju",
                    "Atvērto durvju dienas",
                    "Skolvadības sistēmas apmācība pirmklasnieku vecākiem",
                ]
            ),
        ],
        [
            Activity(
                name: "Pēcpusdienas klubs jauniešu centrā",
                aim: "Pusaudžiem ir droša vieta pēc stundām",
                result: "1 pasākums katru mēnesi",
                responsible: "Jauniešu centrs",
                involved: "Izglītības iestādes; Biedrības",
                often: [("", 1, 1, "month", false)],
                tasks: [
                    "Jauniešu interešu aptauja", "Kluba programma pusgadam",
                    "Kopīgas talkas ar kaimiņu novadu",
                ]
            ),
            Activity(
                name: "Sporta un radošās darbnīcas",
                aim: "Attīstās sadarbības un pašvadības prasmes",
                result: "2 darbnīcas katru mēnesi",
                responsible: "Jauniešu centrs",
                involved: "Sporta pārvalde; Biedrības",
                often: [("", 2, 2, "month", false)],
                tasks: ["Pārgājienu sezona", "Starpskolu sporta vakari", "Brīvprātīgo programma"]
            ),
        ],
        [
            Activity(
                name: "Skaidra informācija par atbalstu ģimenēm",
                aim: "Ģimenes zina, kam zvanīt",
                result: "1 ieraksts mēnesī iestāžu tīklos",
                responsible: "Izglītības pārvalde",
                involved: "Sociālais dienests; Biedrības",
                often: [("", 1, 1, "month", false)],
                tasks: ["Atbalsta pakalpojumu karte", "Jauniešu īsfilmu konkurss"]
            )
        ],
        [
            Activity(
                name: "Drošības un labbūtības monitorings",
                aim: "Pamani agri, rīkojies laikus",
                result: "Aptauja un klases saruna katru gadu",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde",
                often: [],
                tasks: [
                    "Aptauja par pašsajūtu skolā", "Pirmā nedēļa 5. un 10. klasē",
                    "Klašu saliedēšanas dienas",
                    "Sociāli emocionālo prasmju grupas",
                ]
            ),
            Activity(
                name: "Prasmju programmas bērniem un vecākiem",
                aim: "Terapeitiska palīdzība ir tuvu",
                result: "4 programmu cikli gadā",
                responsible: "Sociālais dienests",
                involved: "Izglītības iestādes",
                often: [("", 4, 4, "year", false)],
                tasks: [
                    "Agrīnā atbalsta programma sākumskolai", "Vecāku grupas par pusaudžu vecumu",
                    "Dusmu pārvaldības nodarbības", "Atkarību profilakse no 13 gadu vecuma",
                ]
            ),
            Activity(
                name: "Atbalsta personāls pirmsskolā",
                aim: "Grūtības pamana pirms skolas",
                result: "Sociālais pedagogs un logopēds katrā pirmsskolā",
                responsible: "Izglītības pārvalde",
                involved: "Izglītības iestādes",
                often: [],
                tasks: ["Sociālo pedagogu slodzes", "Logopēdu slodzes"]
            ),
        ],
        [
            Activity(
                name: "Individuālas konsultācijas",
                aim: "Mācību parādi nekrājas",
                result: "Mācību sasniegumi uzlabojas",
                responsible: "Izglītības iestādes",
                involved: "Izglītības iestādes",
                often: [],
                tasks: ["Konsultējamo saraksts pēc semestra vērtējumiem", "Konsultāciju grafiks un uzskaite"]
            )
        ],
        [
            Activity(
                name: "Pedagogu mācības par atbalstu klasē",
                aim: "Pedagogi prot strādāt ar risku",
                result: "30 % pedagogu piedalās",
                responsible: "Izglītības iestādes",
                involved: "Mācību centrs",
                often: [],
                tasks: ["Lektoru piesaiste", "Pieredzes darbnīcas", "Speciālistu konsultācijas klasē"]
            ),
            Activity(
                name: "Pedagogu labbūtība",
                aim: "Pedagogi nav izdeguši",
                result: "Supervīzija reizi gadā, kopīgas aktivitātes divreiz gadā",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde; Biedrības",
                often: [("Supervīzija", 1, 1, "year", true), ("Kopīga aktivitāte", 2, 2, "year", true)],
                tasks: ["Supervīzijas", "Pieredzes brauciens", "Vasaras nometne pedagogiem"]
            ),
            Activity(
                name: "Iestāžu sadarbība",
                aim: "Iestādes runā vienā valodā",
                result: "Skaidra kārtība, kurš ko dara",
                responsible: "Izglītības pārvalde",
                involved: "Sociālais dienests; Bāriņtiesa; Valsts policija",
                often: [("", 6, 9, "year", false)],
                tasks: [
                    "Mācību brauciens uz citu pašvaldību", "Starpinstitūciju sanāksmes", "Kopīgas mācības",
                    "Sadarbības kārtības shēma",
                ]
            ),
        ],
        [
            Activity(
                name: "Sociālā gadījuma vadīšana",
                aim: "Palīdzība ģimenei ir saskaņota",
                result: "Vecāki sadarbojas ar iestādi",
                responsible: "Sociālais dienests",
                involved: "Izglītības iestādes",
                often: [],
                tasks: [
                    "Speciālistu konsultācijas", "Ģimenes asistents", "Dienas centra atbalsts",
                    "Rehabilitācija",
                ]
            ),
            Activity(
                name: "Saskaņota rīcība PMP gadījumā",
                aim: "Bērns turpina mācības",
                result: "Bērns turpina mācības",
                responsible: "Izglītības iestādes",
                involved: "Izglītības pārvalde; Sociālais dienests; Bāriņtiesa",
                often: [],
                tasks: [
                    "Ziņu apmaiņa vienas dienas laikā", "Gadījuma sanāksme",
                    "Kompetenču un risku izvērtējums",
                ]
            ),
        ],
    ]

    struct Indicator {
        let goal: Int
        let name: String
        let unit: String
        let noun: String
        let base: String
        let targets: [(later: Int, way: String, amount: String)]
        let values: [String]
        let source: String
        /// The measure that counts it; empty where its values are typed in.
        var measure = ""
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
            source: "Aptauja"
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
        Indicator(
            goal: 3,
            name: "Izglītojamie skolā jūtas droši",
            unit: "percent",
            noun: "",
            base: "79",
            targets: [(1, "value", "84"), (4, "value", "93")],
            values: ["81"],
            source: "Aptauja"
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
            name: "Individuālās konsultācijas pusgadā",
            unit: "count",
            noun: "konsultācijas",
            base: "1120",
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
            source: "Aptauja"
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
            name: "Izglītojamie, kuriem sniegts atbalsts PMP gadījumā",
            unit: "count",
            noun: "izglītojamie",
            base: "96",
            targets: [(1, "rise", ""), (4, "fall", "")],
            values: ["104"],
            source: "Iestāžu reģistri"
        ),
    ]

    /// Lines of money with their yearly amounts in euros.
    static let budget: [(number: String, name: String, source: String, yearly: [Int])] = [
        ("1", "Vecāku un jauniešu pasākumi", "Pašvaldība", [12_400, 12_900, 13_200, 13_400, 13_600]),
        ("1.1", "Lektori un telpas", "Pašvaldība", [7_400, 7_600, 7_800, 7_900, 8_000]),
        ("1.2", "Jauniešu centra darbnīcas", "ES fondi", [5_000, 5_300, 5_400, 5_500, 5_600]),
        ("2", "Atbalsta personāls", "Valsts un pašvaldība", [38_000, 57_000, 64_000, 70_000, 76_000]),
        ("3", "Pedagogu mācības un supervīzijas", "Pašvaldība", [8_200, 8_600, 8_600, 8_800, 8_800]),
    ]
}
