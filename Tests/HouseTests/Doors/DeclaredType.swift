import Foundation

/// A type or protocol as a file of `Sources` declares it, or what an extension adds to it.
///
/// The compiler keeps no list of what conforms to a protocol, so the text is read.
struct DeclaredType: Sendable {
    /// Its target and name: `Planning.PlanPage`.
    let name: String
    /// Whether it is a protocol, which no door lists.
    let isProtocol: Bool
    /// What it conforms to or refines, by names without their targets.
    let parents: Set<String>
    /// Its file below `Sources`.
    let file: String

    /// The types that conform to a protocol, or to one that refines it.
    static func conforming(to family: String) throws -> [DeclaredType] {
        let all = try read.get()
        let protocols = all.filter(\.isProtocol)
        var names: Set = [family]
        var known = 0
        while known < names.count {
            known = names.count
            for refined in protocols where !refined.parents.isDisjoint(with: names) {
                names.insert(refined.bareName)
            }
        }
        return all.filter { !$0.isProtocol && !$0.parents.isDisjoint(with: names) }
    }

    private var bareName: String { String(name.drop { $0 != "." }.dropFirst()) }

    /// Read once for all families.
    private static let read = Result { try SourceFile.all().flatMap { types(in: $0) } }

    private static func types(in file: SourceFile) -> [DeclaredType] {
        let declaration =
            /^ *(?:[a-z]+ )*(enum|struct|class|actor|extension|protocol) ([\w.]+)(?:<[^>]*>)?: ([^{]+)\{/
        return file.text.components(separatedBy: "\n").compactMap { line in
            // Most lines need not be searched letter by letter.
            guard line.contains(": "), line.contains("{"), let match = line.firstMatch(of: declaration) else {
                return nil
            }
            let parents = match.3.components(separatedBy: " where ")[0].matches(of: /\w+/).map {
                String($0.0)
            }
            let name = match.2.split(separator: ".").last.map(String.init) ?? String(match.2)
            return DeclaredType(
                name: "\(file.target).\(name)",
                isProtocol: match.1 == "protocol",
                parents: Set(parents),
                file: file.path
            )
        }
    }
}
