package import Frame
internal import Kernel

/// The door of the room of prevention: signs of early leaving, and who was helped.
package let preventionRoom = Room(
    "prevention",
    Text(lv: "Prevencija", en: "Prevention"),
    measures: PreventionMeasures.all,
    reports: [SupportedPupils.self, OverLimitByYear.self]
)
