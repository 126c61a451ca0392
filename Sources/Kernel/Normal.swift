import Foundation

// FoundationEssentials has no normal forms; this file is the only one of the keys that needs Foundation.

extension String {
    /// The canonical composed form (NFC); the text itself where nothing in it can be composed.
    ///
    /// `ā` in one code point and in two are equal as `String` but differ in a database: imports keep this form.
    public var composed: String {
        let composable = unicodeScalars.contains { $0.value >= 0x300 && !$0.isSettled }
        return composable ? precomposedStringWithCanonicalMapping : self
    }

    /// The canonical decomposed form (NFD).
    var decomposed: String { decomposedStringWithCanonicalMapping }
}

extension Unicode.Scalar {
    /// Latin punctuation and Cyrillic letters that are the same in every normal form.
    fileprivate var isSettled: Bool {
        (0x400...0x482).contains(value) || (0x2010...0x2027).contains(value) || value == 0x20ac
    }

    /// A mark that stands over or under the letter before it.
    var isMark: Bool {
        guard value >= 0x300 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}
