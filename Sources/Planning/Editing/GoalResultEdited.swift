internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension GoalResult: PlanChild {
    static let parent = PlanParent.goals
    static let address = "results"
    static func make(_ parent: Int, _ second: Int) -> GoalResult {
        GoalResult(goal: parent, ordinal: second)
    }
    static func title(_ name: String, _ second: Int) -> Text {
        Text(lv: "\(second). sasniedzamais rezultāts: \(name)", en: "Expected result \(second): \(name)")
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["kind": kind.code, "result": result, "state": state.code, "note": note]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        reader.code("kind", &kind)
        result = reader.words("result")
        reader.code("state", &state)
        note = reader.words("note", optional: true)
        if state != .unknown, note.isEmpty {
            reader.fail(
                "note",
                Text(
                    lv: "Pamatojiet novērtējumu: kā izdevies, kādi dati to apliecina.",
                    en: "Say how it was met, and which data tell so."
                )
            )
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .code("kind", Text(lv: "Rezultāta veids", en: "Kind of result"), ResultKind.self),
            EditField("result", PlanWords.result, .area),
            .code("state", PlanWords.met, OutcomeState.self),
            .area(
                "note",
                PlanWords.comments,
                hint: Text(
                    lv: "Kā to ir izdevies īstenot un kādi dati un informācija to apliecina.",
                    en: "How it was met, and which data and information tell so."
                )
            ),
        ]
    }
}
