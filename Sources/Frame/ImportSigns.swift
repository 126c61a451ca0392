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

    /// A code list of the tenant whose values are meanings too, each by its code behind a prefix: `reason:5`.
    package struct More: Sendable {
        /// The code list.
        package let list: String
        /// What stands before the code.
        package let prefix: String

        /// The values of a list.
        package init(_ list: String, prefix: String) {
            self.list = list
            self.prefix = prefix
        }
    }

    /// The meanings, in the order in which they are asked.
    package let meanings: [Meaning]
    /// How the constant is written.
    package let form: Form
    /// The meanings that the tenant adds.
    package let more: More?

    /// Meanings.
    package init(_ meanings: [Meaning], _ form: Form, more: More? = nil) {
        self.meanings = meanings
        self.form = form
        self.more = more
    }

    /// The same with some of the meanings that the tenant adds.
    package func adding(_ others: [Meaning]) -> ImportSigns {
        ImportSigns(meanings + others, form, more: more)
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
    /// `present` stays as it is where nothing was changed: the order of its parts may matter. What it says of the
    /// tenant's meanings that were not asked, such as those in use no more, stays too.
    package func constant(_ lists: [String: String], present: String = "") -> String {
        let written = lists.filter { !$0.value.isEmpty }
        let known = Set(meanings.map(\.code))
        let (asked, others) = parts(of: present, known)
        if !present.isEmpty, written == asked { return present }
        var items: [(sign: String, meaning: String)] = []
        for meaning in meanings {
            for written in (lists[meaning.code] ?? "").split(separator: ",") {
                let bare = trimmed(String(written).filter { $0 != "=" && $0 != ";" })
                let sign = form == .signFirst ? bare.filter { !$0.isWhitespace } : bare
                if !sign.isEmpty { items.append((sign, meaning.code)) }
            }
        }
        for (meaning, signs) in others.sorted(by: { $0.key < $1.key }) {
            for sign in signs.split(separator: ",") { items.append((trimmed(String(sign)), meaning)) }
        }
        switch form {
        case .signFirst: return items.map { "\($0.sign)=\($0.meaning)" }.joined(separator: " ")
        case .meaningFirst:
            // The first that a heading holds decides: "neattaisnoti" holds "attaisnoti".
            let longest = items.sorted { ($1.sign.count, $0.sign) < ($0.sign.count, $1.sign) }
            return longest.map { "\($0.meaning)=\($0.sign)" }.joined(separator: "; ")
        }
    }

    /// What a constant says of the meanings that are asked, and of others that the tenant added.
    private func parts(
        of constant: String,
        _ known: Set<String>
    ) -> (asked: [String: String], others: [String: String]) {
        let all = lists(constant)
        let others = all.filter { meaning, _ in
            !known.contains(meaning) && more.map { meaning.hasPrefix($0.prefix) } == true
        }
        return (all.filter { others[$0.key] == nil }, others)
    }

    private func isSeparator(_ character: Character) -> Bool {
        character == ";" || (form == .signFirst && character == " ")
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
