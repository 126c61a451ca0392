internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Approval: PlanChild {
    static let parent = PlanParent.programmes
    static let address = "approvals"
    static func make(_ parent: Int, _ second: Int) -> Approval { Approval(plan: parent, step: second) }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). apstiprinājums: \(name)", en: "Approval \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["body": body, "day": EditTexts.day(day), "reference": reference, "note": note]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        body = reader.words("body")
        day = reader.day("day")
        reference = reader.words("reference", optional: true)
        note = reader.words("note", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField(
                "body",
                Text(lv: "Kas apstiprina", en: "Who approves"),
                .line,
                hint: Text(
                    lv: "Dome, komiteja, komisija vai iestādes padome.",
                    en: "The council, a committee, a commission or the board of an institution."
                )
            ), .day("day", Text(lv: "Lēmuma datums", en: "Day of the decision")),
            .line("reference", Text(lv: "Lēmuma numurs", en: "Number of the decision")),
            .area("note", Text(lv: "Piezīmes", en: "Note")),
        ]
    }
}
