import Cases
import Kernel

/// What an invented plan of education, talent or home study says.
struct PlanTheme: Sendable {
    let reason: String
    let answers: [String: String]
    private let kind: Int
    private let grade: Int
    private let taught: [String: Int]

    /// The grade from which on physics is taught.
    private static let physics = 8

    /// The words of a plan of a kind and group for a pupil of a grade, made on a day.
    init(_ mix: PlanMix, grade: Int, on day: Day, _ taught: [String: Int]) {
        kind = mix.kind
        self.grade = grade
        self.taught = taught
        let common = [
            "kind": String(mix.kind), "term": CaseTerm(day).code, "parents": "1",
            "parents_on": Format(.lv).day(day), "result": "0",
        ]
        let own: [String: String]
        switch mix.kind {
        case 2:
            reason = "Programmas apguvei vajadzīgi pielāgojumi; vecāki un skolotāji par to vienojušies."
            own = PlanTheme.education(mix.ground, taught)
        case 3:
            reason = "Augsti sasniegumi; izglītojamais un vecāki lūdz plānot darbu olimpiādēm un pētniecībai."
            own = grade < PlanTheme.physics ? PlanTheme.nature : PlanTheme.talent
        default:
            reason = "Izglītojamais uz laiku mācīsies mājās; jāvienojas par stundām un saziņu."
            own = PlanTheme.home(day)
        }
        answers = common.merging(own) { _, new in new }
    }

    /// The measures of the plan with so many hours each.
    func measures(_ hours: Int) -> [CaseStage.Measure] {
        switch kind {
        case 2:
            [
                CaseStage.Measure(
                    1,
                    subject: taught["Matemātika"] ?? 0,
                    hours: hours,
                    by: "Matemātikas skolotājs"
                ),
                CaseStage.Measure(2, hours: hours, by: "Logopēds"),
            ]
        case 3:
            grade < PlanTheme.physics
                ? [
                    CaseStage.Measure(3, hours: hours, by: "Klases audzinātājs, mentors"),
                    CaseStage.Measure(5, hours: hours, by: "Dabas pētnieku pulciņš"),
                ]
                : [
                    CaseStage.Measure(3, hours: hours, by: "Fizikas skolotājs, mentors"),
                    CaseStage.Measure(5, hours: hours, by: "Jauno fiziķu pulciņš"),
                ]
        default:
            // Lessons at home are of a subject.
            ["Latviešu valoda", "Matemātika"].compactMap { taught[$0] }.map {
                CaseStage.Measure(7, subject: $0, hours: 2 * hours, by: "Priekšmeta skolotājs")
            }
        }
    }

    private static func education(_ ground: Int, _ taught: [String: Int]) -> [String: String] {
        var answers = [
            "ground": String(ground),
            "strengths": "Labi atceras dzirdēto, patīk zīmēt un strādāt ar rokām, strādā neatlaidīgi.",
            "needs": needs[ground] ?? "Jaunu saturu apgūst mazos soļos.",
            "helpers": "Logopēds reizi nedēļā, pedagoga palīgs divās stundās, kalkulators un atgādnes.",
            "goals": "Semestra beigās plānotais apgūts priekšmetos, kuriem ir pielāgojumi.",
        ]
        for (number, row) in subjects.enumerated() {
            guard let subject = taught[row.name] else { continue }
            answers["subject\(number + 1)"] = String(subject)
            answers["aim\(number + 1)"] = row.aim
            answers["adapted\(number + 1)"] = row.adapted
            answers["marked\(number + 1)"] = row.marked
        }
        return answers
    }

    private static let needs = [
        1: "Lasa lēni; uzdevumu saprot, kad to dzird. Pēc pusstundas nogurst.",
        2: "Mācību saturu zina, pietrūkst vārdu latviešu valodā; palīdz attēli un pāra darbs.",
        3: "Pēc vairākiem gadiem ārzemēs latviski runā brīvi, bet raksta ar grūtībām.",
        4: "Pārbaudes darba priekšmetā ir nepilnības no iepriekšējām klasēm; palīdz īsi, bieži darbi.",
        5: "Ilgi nebija skolā; jāapgūst kavētais saturs, nesteidzinot.",
    ]

    private static let subjects = [
        (
            name: "Matemātika", aim: "Atrisina teksta uzdevumu un pastāsta, kā tas darīts.",
            adapted: "Mazāk uzdevumu, puse laika vairāk, drīkst lietot atgādni.",
            marked: "Vērtē risinājuma gaitu; pārbaudes darbu raksta divās daļās."
        ),
        (
            name: "Latviešu valoda", aim: "Uzraksta saistītu tekstu par izlasīto.",
            adapted: "Teksts lielākā drukā vai klausāms, plāns rakstīšanai dots.",
            marked: "Pareizrakstību vērtē atsevišķi no satura."
        ),
    ]

    private static let talent = [
        "field": "Fizika un inženierzinātnes", "mentor": "Fizikas skolotājs",
        "reached": "Trešā vieta novada fizikas olimpiādē; pulciņā uzbūvēta meteostacija.",
        "goals": "Iekļūt valsts olimpiādē un pabeigt zinātniski pētniecisko darbu.",
        "activity1": "olympiad", "event1": "Valsts fizikas olimpiādes otrais posms", "when1": "janvāris",
        "activity2": "research", "event2": "Darbs par saules paneļu leņķi", "when2": "līdz februārim",
        "activity3": "interest", "event3": "Jauno fiziķu pulciņš", "when3": "trešdienās",
    ]

    /// Of those who have no physics yet.
    private static let nature = [
        "field": "Matemātika un dabaszinības", "mentor": "Klases audzinātājs",
        "reached": "Augsti rezultāti matemātikas konkursā; pulciņā uzbūvēta meteostacija.",
        "goals": "Piedalīties novada matemātikas konkursā un pabeigt pētījumu par laikapstākļiem.",
        "activity1": "olympiad", "event1": "Novada matemātikas konkurss", "when1": "janvāris",
        "activity2": "research", "event2": "Pētījums par laikapstākļiem", "when2": "līdz februārim",
        "activity3": "interest", "event3": "Dabas pētnieku pulciņš", "when3": "trešdienās",
    ]

    private static func home(_ day: Day) -> [String: String] {
        let format = Format(.lv)
        return [
            "decision": "Ārstu konsultatīvās komisijas atzinums Nr. 2-17, \(format.day(day - 4))",
            "home_from": format.day(day), "home_to": format.day(day + 60), "place": "Dzīvesvieta",
            "lessons":
                "Divas dienas nedēļā pie izglītojamā, piektdienās attālināti; ar ģimeni sazinās klases audzinātājs.",
            "marking": "Formatīvi katru nedēļu; temata darbu raksta mājās skolotāja klātbūtnē.",
            "comeback": "Pēdējās divas nedēļas nāk uz divām stundām dienā kopā ar klasesbiedru.",
        ]
    }
}
