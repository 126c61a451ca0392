internal import Kernel
internal import Storage

/// For which group of pupils a plan of the education programme is made.
enum PlanGround: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case notSaid = 0
    case needs = 1
    case refugee = 2
    case returned = 3
    case exams = 4
    case absence = 5

    var words: Text {
        switch self {
        case .notSaid: Text(lv: "nav norādīta", en: "not said")
        case .needs: Text(lv: "izglītojamie ar speciālām vajadzībām", en: "pupils with special needs")
        case .refugee: Text(lv: "Ukrainas civiliedzīvotāji", en: "refugees from Ukraine")
        case .returned: Text(lv: "reemigranti", en: "re-emigrants")
        case .exams:
            Text(
                lv: "valsts pārbaudes darbu priekšmeti 8.–9. klasē",
                en: "exam subjects in grades 8–9"
            )
        case .absence:
            Text(
                lv: "ilgstoša prombūtne slimības vai cita iemesla dēļ",
                en: "long absence from illness or another reason"
            )
        }
    }

    /// The stable code of columns and measures.
    var code: String {
        switch self {
        case .notSaid: "unsaid"
        case .needs: "needs"
        case .refugee: "ukraine"
        case .returned: "returned"
        case .exams: "exams"
        case .absence: "absence"
        }
    }
}
