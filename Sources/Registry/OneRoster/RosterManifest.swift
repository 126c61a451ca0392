package import Frame
package import Kernel

/// What `manifest.csv` says of a set: which files are whole, which of changes, which should not be there.
package struct RosterManifest {
    /// How a file is to be taken.
    package enum Mode: String {
        case bulk, delta, absent
    }

    /// The system that the identifiers are of, where the manifest names it.
    package private(set) var source = ""
    private var modes: [String: Mode] = [:]
    private var promised: [(file: String, place: SourcePlace)] = []

    /// A manifest that says nothing: every file is whole.
    package init() {}

    /// Takes a line; a problem where it cannot be read.
    package mutating func take(_ row: RosterRow) -> Problem? {
        let name = row.text("propertyName")
        let value = row.text("value")
        if name.lowercased() == "source.systemcode" { source = value }
        if name.lowercased() == "oneroster.version", !["1.1", "1.2", "1.1.1", "1.2.0"].contains(value) {
            return RosterProblem.word(value)
        }
        guard name.lowercased().hasPrefix("file."), !value.isEmpty else { return nil }
        guard let mode = Mode(rawValue: value.lowercased()) else { return RosterProblem.word(value) }
        let file = name.dropFirst("file.".count).lowercased()
        modes[file] = mode
        if mode != .absent { promised.append((file, row.place("value"))) }
        return nil
    }

    /// How a file is to be taken.
    package func mode(_ file: RosterFile) -> Mode { modes[file.rawValue.lowercased()] ?? .bulk }

    /// Files that were promised and did not come.
    package func missing(_ come: Set<String>) -> [(file: String, place: SourcePlace)] {
        promised.filter { !come.contains("\($0.file).csv") }
    }
}
