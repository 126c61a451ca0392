package import Frame
import Kernel

/// The room's door: running imports.
package let exchangeRoom = Room(
    "exchange",
    Text(lv: "Imports", en: "Import"),
    migrations: [.batches, .mappings, .staging, .uploads]
)
