package import Frame
import Kernel
import Storage

/// The door of the registry: institutions, years, classes, pupils, staff and subjects.
package let registryRoom = Room(
    "registry",
    Text(lv: "Reģistri", en: "Registers"),
    migrations: [.registry],
    registers: RegistryTable.all.map(\.register)
)
