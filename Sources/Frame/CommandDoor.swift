/// A command of the command line: its words, the permission that it needs, how its scope is found, as whom it runs.
///
/// Like a page it has no default for permission and scope, and it opens no data but through its door.
package struct CommandDoor: Hashable, Sendable {
    /// As whom a command runs.
    package enum Standing: Hashable, Sendable {
        /// As the account that `--as` names, or as the operator of one board.
        case account
        /// As the operator of the machine, over all boards of a database: no account stands for it.
        case machine
        /// As nobody: it opens no data.
        case nobody
    }

    /// The words after `sekme`: `user add`.
    package let name: String
    /// The permission.
    package let permission: Permission
    /// How the scope is found: open, the whole tenant, or anywhere.
    package let scope: PageScope
    /// As whom it runs.
    package let standing: Standing

    /// The door of a command that runs as an account.
    package init(_ name: String, _ permission: Permission, _ scope: PageScope) {
        self.init(name, permission, scope, .account)
    }

    private init(_ name: String, _ permission: Permission, _ scope: PageScope, _ standing: Standing) {
        self.name = name
        self.permission = permission
        self.scope = scope
        self.standing = standing
    }

    /// The door of a command for the whole database, for whoever keeps the machine.
    package static func machine(_ name: String) -> CommandDoor {
        CommandDoor(name, .administer, .tenant, .machine)
    }

    /// The door of a command that opens no data.
    package static func free(_ name: String) -> CommandDoor {
        CommandDoor(name, .ownAccount, .open, .nobody)
    }
}
