internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Party: PlanPart {
    static let address = "parties"
    static let new = Text(lv: "Jauna iesaistītā institūcija", en: "A new body")

    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Party {
        Party(id: id, plan: plan.programme, number: PlanNumber.next(among: plan.parties.map(\.number)))
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "name": name, "kind": kind.code, "member": String(member.rawValue),
            "duties": duties,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.parties.filter { $0.id != own }.map(\.number))
        // The table of the programme knows bodies by whole numbers.
        if !number.isEmpty, Int(number) ?? 0 < 1 {
            reader.fail("number", Text(lv: "Rakstiet veselu skaitli.", en: "Write a whole number."))
        }
        name = reader.words("name")
        reader.code("kind", &kind)
        let chosen = reader.choice("member", ["0"] + plan.places.map { String($0.id.rawValue) })
        // An institution of the registry is asked for where the body is one, and nowhere else.
        member = InstitutionID(rawValue: kind == .institution ? Int(chosen) ?? 0 : 0)
        if kind == .institution, member.rawValue == 0 {
            reader.fail("member", Text(lv: "Izvēlieties iestādi.", en: "Choose the institution."))
        }
        duties = reader.words("duties", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        let places = plan.places.map {
            EditField.Choice(String($0.id.rawValue), Text(same: $0.name))
        }
        return [
            .number,
            EditField(
                "name",
                Text(lv: "Nosaukums", en: "Name"),
                .line,
                hint: Text(
                    lv: "Tāds pats kā aktivitātēs: pēc nosaukuma Sekme zina, kurai iestādei kas jādara.",
                    en: "The same as in activities: by its name Sekme knows which institution is to do what."
                )
            ), .code("kind", Text(lv: "Kas tā ir", en: "What it is"), PartyKind.self),
            EditField(
                "member",
                Text(lv: "Kura iestāde", en: "Which institution"),
                .choice([EditField.Choice("0", Text(lv: "nav iestāde", en: "no institution"))] + places)
            ), .area("duties", Text(lv: "Pienākumi programmā", en: "Duties in the programme")),
        ]
    }
}
