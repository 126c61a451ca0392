import Kernel

/// How a pupil came or left: the reasons that self-evaluation reports ask for, and arrival; the kinds of the
/// measure of movement.
enum MoveKind: Int, CaseIterable {
    case address = 1
    case abroad = 2
    case wish = 3
    case other = 4
    case notGiven = 5
    case arrived = 6

    /// The kind of a departure by the code of its reason.
    init(reason: String) {
        self =
            switch reason {
            case "": .notGiven
            case "address": .address
            case "abroad": .abroad
            case "wish": .wish
            default: .other
            }
    }

    /// Those of departures, in the order of reports.
    static let departures: [MoveKind] = [.address, .abroad, .wish, .other, .notGiven]

    /// The code in files.
    var code: String {
        switch self {
        case .address: "address"
        case .abroad: "abroad"
        case .wish: "wish"
        case .other: "other"
        case .notGiven: "not_given"
        case .arrived: "arrived"
        }
    }

    /// What people call it.
    var words: Text {
        switch self {
        case .address: Text(lv: "Dzīvesvietas maiņa", en: "Change of residence")
        case .abroad: Text(lv: "Izbraukšana uz ārvalstīm", en: "Moved abroad")
        case .wish: Text(lv: "Vēlme mainīt izglītības iestādi", en: "Wish to change the institution")
        case .other: Text(lv: "Cits iemesls", en: "Another reason")
        case .notGiven: Text(lv: "Iemesls nav norādīts", en: "Reason not given")
        case .arrived: Text(lv: "Uzņemti mācību gadā", en: "Came within the year")
        }
    }

    /// The heading of a narrow column.
    var heading: Text {
        switch self {
        case .address: Text(lv: "Dzīvesvieta", en: "Residence")
        case .abroad: Text(lv: "Ārvalstis", en: "Abroad")
        case .wish: Text(lv: "Vēlme mainīt", en: "Wish")
        case .other: Text(lv: "Cits", en: "Other")
        case .notGiven: Text(lv: "Nav norādīts", en: "Not given")
        case .arrived: Text(lv: "Uzņemti", en: "Came")
        }
    }
}
