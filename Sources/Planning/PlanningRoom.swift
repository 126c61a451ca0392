package import Frame
internal import Kernel
internal import Storage

/// The door of the room of planning: programmes, what is done for them, what they cost and reach.
package let planningRoom = Room(
    "planning",
    Text(lv: "Plānošana", en: "Planning"),
    migrations: [.planning],
    permissions: [.seePlans],
    registers: PlanTables.all
)

extension Permission {
    /// Seeing programmes: they are decisions of a council and tell of no person's data.
    package static let seePlans = Permission(
        "plans.see",
        .aggregates,
        Text(lv: "Skatīt rīcības programmas un plānus", en: "See action programmes and plans")
    )
}
