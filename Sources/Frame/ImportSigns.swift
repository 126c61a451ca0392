import Foundation
package import Kernel

/// Meanings with the signs that a file has for them, as one constant of a mapping holds them.
package struct ImportSigns: Sendable {
    /// How the constant is written.
    package enum Form: Sendable {
        /// `P=present S=excused`: the sign first, without blanks in it.
        case signFirst
        /// `1=slimib; 3=neattaisno`: the meaning first; a part of a heading may have blanks.
        case meaningFirst
    }

    /// A meaning by its code.
    package struct Meaning: Sendable {
        /// The code in the constant.
        package let code: String
        /// What people read.
        package let words: Text

        /// A meaning.
        package init(_ code: String, _ words: Text) {
            self.code = code
            self.words = words
        }
    }

    /// The meanings, in the order in which they are asked.
    package let meanings: [Meaning]
    /// How the constant is written.
    package let form: Form

    /// Meanings.
    package init(_ meanings: [Meaning], _ form: Form) {
        self.meanings = meanings
        self.form = form
    }

    /// For each meaning what a constant gives it, with commas between several.
    package func lists(_ constant: String) -> [String: String] {
        var lists: [String: [String]] = [:]
        for item in constant.split(whereSeparator: isSeparator) {
            let sides = item.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
            guard sides.count == 2 else { continue }
            let (meaning, sign) = form == .signFirst ? (sides[1], sides[0]) : (sides[0], sides[1])
            lists[meaning, default: []].append(sign)
        }
        return lists.mapValues { $0.joined(separator: ", ") }
    }

    /// The constant of what a person wrote beside each meaning; empty where nothing was.
    ///
    /// `present` stays as it is where nothing was changed: the order of its parts may matter.
    package func constant(_ lists: [String: String], present: String = "") -> String {
        let written = lists.filter { !$0.value.isEmpty }
        if !present.isEmpty, written == self.lists(present) { return present }
        var items: [(sign: String, meaning: String)] = []
        for meaning in meanings {
            for written in (lists[meaning.code] ?? "").split(separator: ",") {
                let bare = trimmed(String(written).filter { $0 != "=" && $0 != ";" })
                let sign = form == .signFirst ? bare.filter { !$0.isWhitespace } : bare
                if !sign.isEmpty { items.append((sign, meaning.code)) }
            }
        }
        switch form {
        case .signFirst: return items.map { "\($0.sign)=\($0.meaning)" }.joined(separator: " ")
        case .meaningFirst:
            // The first that a heading holds decides: "neattaisnoti" holds "attaisnoti".
            let longest = items.sorted { ($1.sign.count, $0.sign) < ($0.sign.count, $1.sign) }
            return longest.map { "\($0.meaning)=\($0.sign)" }.joined(separator: "; ")
        }
    }

    private func isSeparator(_ character: Character) -> Bool {
        character == ";" || (form == .signFirst && character == " ")
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
