internal import Kernel

/// Economic support in cents, by what it is for.
struct PlanAid: Hashable, Sendable {
    var transport = 0
    var meals = 0
    var lodging = 0
    var items = 0

    static let names = ["transport", "meals", "lodging", "items"]

    static func words(_ name: String) -> Text {
        switch name {
        case "transport": Text(lv: "Transports", en: "Transport")
        case "meals": Text(lv: "Ēdināšana", en: "Meals")
        case "lodging": Text(lv: "Naktsmītne", en: "Accommodation")
        default: Text(lv: "Individuālie mācību piederumi", en: "Individual study items")
        }
    }

    subscript(name: String) -> Int {
        get {
            switch name {
            case "transport": transport
            case "meals": meals
            case "lodging": lodging
            default: items
            }
        }
        set {
            switch name {
            case "transport": transport = newValue
            case "meals": meals = newValue
            case "lodging": lodging = newValue
            default: items = newValue
            }
        }
    }

    var sum: Int { transport + meals + lodging + items }
}
