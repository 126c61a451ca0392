internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// What the signs of a source say of a lesson.
///
/// Known to all are the words and stable codes of kinds, and the signs of e-klase (`ns`, `nc`, `nn`, `n`), whose
/// meaning the tenant's rules hold. A mapping's constant `codes` adds its own, which count before them:
/// `P=present S=excused N=unexcused K=late AI=reason:5`. The constant `n` says what a bare `n` of e-klase means. The
/// words of the tenant's reasons count behind all of them, so that a word for a kind stays one.
struct AbsenceCodes {
    /// What one sign says.
    enum Meaning: Hashable {
        case present
        case late
        /// Missed for a reason by its number in the tenant's list; 0 where none is told.
        case absent(AbsenceKind, reason: Int = 0)
        case notRecorded

        /// The meaning by its stable word: `present`, `late`, `unexcused`, `not-recorded`.
        init?(code: String) {
            switch code {
            case "present": self = .present
            case "late": self = .late
            case "not-recorded": self = .notRecorded
            default:
                guard let kind = AbsenceKind(code: code) else { return nil }
                self = .absent(kind)
            }
        }
    }

    /// What a reason is called by its number: `reason:5`.
    static let prefix = "reason:"

    private let meanings: [String: Meaning]
    /// The tenant's reasons.
    let reasons: AbsenceReasons
    /// What a blank says.
    let blank: Meaning

    /// The signs of e-klase and of a mapping.
    ///
    /// A refusal says which of the mapping's cannot be understood.
    init(_ mapping: Mapping, tokens: [String: Int], _ reasons: AbsenceReasons) throws(Refusal) {
        var meanings = AbsenceCodes.usual
        for (token, kind) in tokens {
            meanings[AbsenceCodes.key(token)] = AbsenceKind(rawValue: kind).map { .absent($0) }
        }
        if let said = mapping.constants["n"], !said.isEmpty {
            guard let kind = AbsenceKind(code: said) else { throw AbsenceCodes.refusal("n=\(said)") }
            meanings["n"] = .absent(kind)
        }
        for item in (mapping.constants["codes"] ?? "").split(whereSeparator: { $0 == " " || $0 == ";" }) {
            let sides = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2,
                let meaning = Meaning(code: sides[1]) ?? AbsenceCodes.numbered(sides[1], reasons)
            else {
                throw AbsenceCodes.refusal(String(item))
            }
            meanings[AbsenceCodes.key(sides[0])] = meaning
        }
        self.meanings = meanings
        self.reasons = reasons
        blank = mapping.tellsPresence ? .present : .notRecorded
    }

    /// What a sign says; nil where it is not known.
    func meaning(_ text: String) -> Meaning? {
        let key = AbsenceCodes.key(text)
        guard !key.isEmpty else { return blank }
        return meanings[key] ?? reason(text)
    }

    /// What the words or the numbered sign of a reason say; nil where a text is neither.
    func reason(_ text: String) -> Meaning? {
        AbsenceCodes.numbered(AbsenceCodes.key(text), reasons)
            ?? reasons.named(text).map { Meaning.absent($0.kind, reason: $0.number) }
    }

    private static func numbered(_ text: String, _ reasons: AbsenceReasons) -> Meaning? {
        guard text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)) else { return nil }
        return reasons.reason(number).map { Meaning.absent($0.kind, reason: number) }
    }

    private static func key(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }

    private static let usual: [String: Meaning] = {
        var meanings: [String: Meaning] = [
            "+": .present, ".": .present, "klāt": .present, "present": .present, "late": .late,
            "nokavēja": .late, "not-recorded": .notRecorded, "slimība": .absent(.illness),
            "attaisnoti": .absent(.excused), "neattaisnoti": .absent(.unexcused),
        ]
        for kind in AbsenceKind.allCases {
            meanings[kind.code] = .absent(kind)
            meanings[key(kind.words.lv)] = .absent(kind)
            meanings[key(kind.words.en)] = .absent(kind)
        }
        return meanings
    }()

    private static func refusal(_ item: String) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "Kartējuma apzīmējums „\(item)” nav saprotams.",
                en: "The mapping’s sign “\(item)” cannot be understood."
            ),
            advice: Text(
                lv: """
                    Rakstiet, piemēram, N=unexcused; nozīmes ir present, late, illness, excused, unexcused, unstated, \
                    not-recorded un reason: ar iemesla numuru no klasifikatora „Kavējumu iemesli”, piemēram, reason:5.
                    """,
                en: """
                    Write for example N=unexcused; the meanings are present, late, illness, excused, unexcused, \
                    unstated, not-recorded, and reason: with the number of a reason in the code list “Reasons of \
                    absence”, such as reason:5.
                    """
            )
        )
    }
}
