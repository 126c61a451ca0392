import Frame
import Kernel

/// Which rows of a file are above which, as `parentSourcedId` says.
struct RosterParents {
    private struct Line {
        let key: String
        let text: String
        let parent: String
        let parentText: String
        let place: SourcePlace
    }

    private var lines: [Line] = []
    private var parents: [String: String] = [:]

    /// Takes a row.
    mutating func take(_ row: RosterRow) {
        let line = Line(
            key: row.key("sourcedId"),
            text: row.text("sourcedId"),
            parent: row.key("parentSourcedId"),
            parentText: row.text("parentSourcedId"),
            place: row.place("parentSourcedId")
        )
        lines.append(line)
        if parents[line.key] == nil { parents[line.key] = line.parent }
    }

    /// Whether a row is above itself, over however many others.
    func circles(_ key: String) -> Bool {
        var seen: Set<String> = [key]
        var next = parents[key] ?? ""
        while !next.isEmpty {
            guard seen.insert(next).inserted else { return true }
            next = parents[next] ?? ""
        }
        return false
    }

    /// What is wrong with the parents, row by row: circles, and parents that are not there.
    ///
    /// A set of changes need not show a parent; `isKnown` says what earlier sets had.
    func problems(_ file: RosterFile, isKnown: (String) -> Bool) -> [(problem: Problem, place: SourcePlace)] {
        lines.compactMap { line in
            if circles(line.key) { return (problem: RosterProblem.circle(line.text), place: line.place) }
            guard !line.parent.isEmpty, parents[line.parent] == nil, !isKnown(line.parent) else { return nil }
            return (problem: RosterProblem.orphan(line.parentText, file), place: line.place)
        }
    }
}
