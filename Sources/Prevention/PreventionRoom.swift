package import Frame
internal import Kernel
internal import Storage

/// The door of the room of prevention: signs of early leaving, and who was helped.
package let preventionRoom = Room(
    "prevention",
    Text(lv: "Prevencija", en: "Prevention"),
    migrations: [.signals],
    registers: [.observations, .preventionLevels],
    measures: PreventionMeasures.all,
    reports: [SupportedPupils.self, OverLimitByYear.self],
    listeners: [SignalListener()]
)
