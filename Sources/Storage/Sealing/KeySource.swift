internal import Kernel

/// Where the key file of a database is.
public enum KeySource: Sendable, Hashable {
    /// `FOLDER.key` beside the folder of a SQLite database; PostgreSQL has no such place.
    case besideTheFolder
    /// A path.
    case file(_ path: String)

    /// The path for a database; nil where one has to be given.
    func path(for address: DatabaseAddress) -> String? {
        switch (self, address) {
        case (.file(let path), _): path
        case (.besideTheFolder, .sqlite(let folder)): "\(trimmed(folder)).key"
        case (.besideTheFolder, .postgres): nil
        }
    }

    /// The same place as a path, for a database at another address; a refusal where it has none.
    public func file(for address: DatabaseAddress) throws -> KeySource {
        guard let path = path(for: address) else { throw Refusal.noKeyPath }
        return .file(path)
    }

    private func trimmed(_ folder: String) -> Substring {
        var name = Substring(folder)
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        return name
    }
}
