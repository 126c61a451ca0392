package import Frame
internal import Kernel
internal import Storage

/// The door of the room of evidence: figures that sources report ready-made, and disclosure control.
package let evidenceRoom = Room(
    "evidence",
    Text(lv: "Pierādījumi", en: "Evidence"),
    migrations: [.keptFigures],
    registers: [.keptMeasures],
    facts: [.keptFigures]
)
