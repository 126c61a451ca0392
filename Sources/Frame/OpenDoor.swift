package import Kernel
package import Storage

/// A page that is read without signing in; the page of signing in leads there while it has something to show.
package protocol OpenDoor: Sendable {
    /// What people call it.
    static var title: Text { get }
    /// Its address.
    static var path: String { get }
    /// Whether there is something to read.
    static func isOpen(_ tenant: TenantID, _ connection: Connection) throws -> Bool
}
