import Kernel

/// The name of a class as people write it in several ways: `10.a`, `10. A`, `10a`.
package enum ClassName {
    /// What the ways of writing one name have in common.
    package static func key(_ name: String) -> String { joined(LatvianKey.search(name)) }

    /// The same of a name that is folded already, as its row keeps it.
    package static func joined(_ folded: String) -> String { folded.filter { $0 != " " } }

    /// The name as it is kept: blanks within it are dropped where digits stand before them, `10. a` is `10.a`.
    package static func display(_ name: String) -> String {
        var out = ""
        for word in name.split(whereSeparator: \.isWhitespace) {
            if let last = out.last, !last.isNumber, last != "." { out.append(" ") }
            out += word
        }
        return out
    }

    /// The grade that the name begins with, from 1 to 12; 0 where it begins with no grade.
    package static func grade(_ name: String) -> Int {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        guard let grade = Int(digits), (1...12).contains(grade) else { return 0 }
        return grade
    }
}
