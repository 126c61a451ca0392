/// The tags of a page, read strictly: what does not nest is an error, as a browser would mend it silently.
struct Outline {
    struct Element {
        let name: String
        let attributes: [(name: String, value: String)]
        var children: [Element] = []

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

        /// `ul.todo(li(strong div a)*2)`: names, first classes and nesting; equal neighbours are counted.
        var skeleton: String {
            let kind = self["class"].map { "." + $0.replacing(" ", with: ".") } ?? ""
            let inner = Outline.joined(children.map(\.skeleton))
            return inner.isEmpty ? name + kind : "\(name)\(kind)(\(inner))"
        }

        var all: [Element] { [self] + children.flatMap(\.all) }
    }

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    private(set) var roots: [Element] = []
    private(set) var faults: [String] = []

    var skeleton: String { Outline.joined(roots.map(\.skeleton)) }
    var elements: [Element] { roots.flatMap(\.all) }

    init(_ markup: String) {
        var open: [Element] = []
        for piece in markup.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: ">") else {
                faults.append("no end: \(piece)")
                continue
            }
            let tag = piece[..<end]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), last.name == tag.dropFirst() else {
                    faults.append("closes what is not open: \(tag)")
                    continue
                }
                Outline.add(last, to: &open, or: &roots)
                continue
            }
            let element = element(tag)
            if tag.hasSuffix("/") || Outline.void.contains(element.name) {
                Outline.add(element, to: &open, or: &roots)
            } else {
                open.append(element)
            }
        }
        faults += open.map { "left open: \($0.name)" }
    }

    private static func add(_ element: Element, to open: inout [Element], or roots: inout [Element]) {
        if open.isEmpty { roots.append(element) } else { open[open.count - 1].children.append(element) }
    }

    private mutating func element(_ tag: Substring) -> Element {
        var rest = tag.hasSuffix("/") ? tag.dropLast() : tag
        let name = rest.prefix { $0 != " " && $0 != "\n" }
        rest = rest.dropFirst(name.count)
        var attributes: [(String, String)] = []
        while let start = rest.firstIndex(where: { $0 != " " && $0 != "\n" }) {
            rest = rest[start...]
            let key = rest.prefix { $0 != "=" && $0 != " " }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=") else {
                attributes.append((String(key), ""))
                continue
            }
            guard rest.hasPrefix("=\"") else {
                faults.append("unquoted: \(tag)")
                break
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            attributes.append((String(key), String(value)))
        }
        return Element(name: String(name), attributes: attributes)
    }

    private static func joined(_ skeletons: [String]) -> String {
        var runs: [(skeleton: String, count: Int)] = []
        for skeleton in skeletons {
            if runs.last?.skeleton == skeleton {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((skeleton, 1))
            }
        }
        return runs.map { $0.count > 1 ? "\($0.skeleton)*\($0.count)" : $0.skeleton }.joined(separator: " ")
    }
}
