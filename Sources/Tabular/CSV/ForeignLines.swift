import Kernel

/// Lines of a text file that are not in the encoding of the others: the first of them by number, and how many there are.
///
/// A person who mends a file sees all places at once, and not one with each try.
public struct ForeignLines: Hashable, Sendable {
    /// So many are told by their numbers.
    public static let most = 10
    /// The first of them, from the top.
    public private(set) var first: [Int] = []
    /// How many there are.
    public private(set) var count = 0

    /// Notes a line that lies below those noted before.
    mutating func add(_ line: Int) {
        count += 1
        if first.count < ForeignLines.most { first.append(line) }
    }

    /// Which lines they are, in a sentence; nil for a single one, which the place of the fault names.
    var words: Text? {
        guard count > 1 else { return nil }
        let lines = Noun(lv: "rinda", "rindas", en: "line", "lines").counted(count)
        let numbers = (
            lv: first.map { String($0) }.joined(separator: "., "),
            en: first.map { String($0) }.joined(separator: ", ")
        )
        let rest = count - first.count
        let more =
            rest > 0
            ? Text(
                lv: ". un vēl \(Format(.lv).integer(rest)).",
                en: " and \(Format(.en).integer(rest)) more."
            )
            : Text(same: ".")
        return Text(
            lv: "Citā kodējumā nekā pārējais fails ir \(lines.lv): \(numbers.lv)\(more.lv)",
            en: "\(lines.en) are in another encoding than the rest of the file: \(numbers.en)\(more.en)"
        )
    }
}
