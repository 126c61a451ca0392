import Kernel

extension DoorWords {
    /// Registers, rules and code lists.
    static let registry: [String: Text] = [
        "GET /institutions/:institution/groups": Text(lv: "Izglītojamo grupas", en: "Groups of pupils"),
        "GET /institutions/:institution/teachers": Text(
            lv: "Iestādes pedagogi",
            en: "Teachers of an institution"
        ),
        "GET /subjects": Text(lv: "Mācību priekšmeti", en: "Subjects"),
        "GET /subjects/:subject/year": Text(lv: "Mācību priekšmets gada griezumā", en: "A subject in a year"),
        "POST /search": Text(lv: "Meklēt personas un vietas", en: "Look for persons and places"),
        "GET /rules/:rule": Text(lv: "Normatīvā prasība", en: "Rule of a regulation"),
        "POST /rules/:rule/:from/withdraw": Text(
            lv: "Atsaukt prasību, kas vēl nav spēkā",
            en: "Withdraw a record that has not begun"
        ),
        "GET /codes/:list": Text(lv: "Klasifikators", en: "Code list"),
        "GET /scales": Text(lv: "Vērtējumu skalas", en: "Scales of marks"),
        "GET /scales/:scale": Text(lv: "Vērtējumu skala", en: "Scale of marks"),
        "GET /terms": Text(lv: "Semestri", en: "Terms"),
    ]
}
