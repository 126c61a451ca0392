package import Frame
internal import Kernel

/// The room of accounts, roles, sessions and the audit trail.
package let accessRoom = Room(
    "access",
    Text(lv: "Piekļuve", en: "Access"),
    migrations: .access,
    permissions: Permission.access
)
