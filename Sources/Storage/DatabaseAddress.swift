public import Kernel

/// Where a database is.
public enum DatabaseAddress: Sendable, Hashable {
    /// A folder with three files.
    case sqlite(folder: String)
    /// A PostgreSQL server, by a URL as libpq takes it.
    ///
    /// Its query item `schema_prefix` is Sekme's own: with `schema_prefix=x` the schemas are `x_data`, `x_audit`
    /// and `x_state`. A server on a network is connected to only where `sslmode` is said.
    case postgres(url: String)

    /// Reads `sqlite:FOLDER`, `postgres://…` or `postgresql://…`.
    public init(_ text: String) throws(Refusal) {
        let scheme = "sqlite:"
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else if text.hasPrefix(scheme), text.count > scheme.count, !text.hasPrefix("sqlite::") {
            self = .sqlite(folder: String(text.dropFirst(scheme.count)))
        } else {
            throw Refusal(
                .usage,
                Text(
                    lv: "Datubāzes adrese nav saprotama.",
                    en: "The address of the database is not understood."
                ),
                advice: Text(
                    lv: "Norādiet sqlite:MAPE vai postgres://SERVERIS/DATUBĀZE.",
                    en: "Give sqlite:FOLDER or postgres://SERVER/DATABASE."
                )
            )
        }
    }
}

extension DatabaseAddress: CustomStringConvertible, CustomDebugStringConvertible {
    /// The address without user, password and settings: safe for logs and pages.
    public var description: String {
        switch self {
        case .sqlite(let folder): return "sqlite:\(folder)"
        case .postgres(let url):
            let bare = url.prefix { $0 != "?" }
            let place = bare.lastIndex(of: "@").map { bare[bare.index(after: $0)...] }
            let rest = place ?? bare.drop { $0 != "/" }.dropFirst(2)
            return "postgres://\(rest)"
        }
    }

    /// The same: the address is not shown whole anywhere.
    public var debugDescription: String { description }
}
