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

    /// Lines of money with their yearly amounts in euros.
    static let budget: [(number: String, name: String, source: String, yearly: [Int])] = [
        ("1", "Vecāku un jauniešu pasākumi", "Pašvaldība", [12_400, 12_900, 13_200, 13_400, 13_600]),
        ("1.1", "Lektori un telpas", "Pašvaldība", [7_400, 7_600, 7_800, 7_900, 8_000]),
        ("1.2", "Jauniešu centra darbnīcas", "ES fondi", [5_000, 5_300, 5_400, 5_500, 5_600]),
        ("2", "Atbalsta personāls", "Valsts un pašvaldība", [38_000, 57_000, 64_000, 70_000, 76_000]),
        ("3", "Pedagogu mācības un supervīzijas", "Pašvaldība", [8_200, 8_600, 8_600, 8_800, 8_800]),
    ]
}
