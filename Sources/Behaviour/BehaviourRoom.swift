package import Frame
internal import Kernel
internal import Storage

/// The door of the room of behaviour: what journals note of pupils.
package let behaviourRoom = Room(
    "behaviour",
    Text(lv: "Uzvedība", en: "Behaviour"),
    migrations: [.behaviour, .endedBehaviour],
    registers: [.behaviourTexts],
    facts: [.behaviourEntries],
    measures: BehaviourMeasure.all,
    imports: [BehaviourTable.self],
    keeping: [BehaviourKeeping.self],
    codes: [
        ColumnCode("behaviour_entry", "kind") { (kind: BehaviourKind) in kind.words },
        ColumnCode(
            BehaviourTable.name,
            "behaviour",
            .texts { code in BehaviourKind.allCases.first { $0.code == code }?.words }
        ),
    ]
)
