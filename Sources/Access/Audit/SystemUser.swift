package import Frame
internal import Foundation

/// The user of the operating system who runs a command, as records of the trail name them.
///
/// Commands run as the operator of a board or as an account (`--as`); neither says who sat at the machine.
package enum SystemUser {
    /// Who runs this process; for root also who became root by sudo.
    package static var current: String {
        let user = NSUserName().isEmpty ? "uid-\(getuid())" : NSUserName()
        // Anybody may set the variable for themselves; only root has it from sudo.
        let before = geteuid() == 0 ? ProcessInfo.processInfo.environment["SUDO_USER"] : nil
        return name(before.map { "\(user)(\($0))" } ?? user)
    }

    /// A name that can stand in a record: one word of signs that names of users have.
    package static func name(_ text: String) -> String {
        let known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@()"
        return String(text.prefix(80).map { known.contains($0) ? $0 : "_" })
    }

    private static let mark = " os:"

    /// What a record was about, with the mark of who ran the command.
    static func marked(_ what: String, _ user: String?) -> String {
        user.map { what + mark + name($0) } ?? what
    }

    /// The two parts of a marked text; no user where it has no mark.
    static func parts(_ what: String) -> (what: String, user: String?) {
        guard let range = what.range(of: mark, options: .backwards) else { return (what, nil) }
        let user = String(what[range.upperBound...])
        guard !user.isEmpty, user == name(user) else { return (what, nil) }
        return (String(what[..<range.lowerBound]), user)
    }
}

extension Asker {
    /// The same asker at the machine of an installation.
    package func commanded(by user: String?) -> Asker {
        var asker = self
        asker.systemUser = user
        return asker
    }
}

extension AuditTrail {
    /// Records that a command of an installation is run: its name and who runs it, never what it was given.
    ///
    /// Commands that leave a record of what they did besides are recorded too: one that was cut off, or refused,
    /// was run all the same.
    package static func command(_ name: String, _ desk: Desk) async throws {
        try await AuditTrail(desk.database).record(desk.event(.command, "command \(name)"))
    }
}
